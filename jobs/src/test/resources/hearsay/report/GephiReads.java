import java.io.File;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a graph file as Gephi does, and prints what Gephi then has: a process of its own, with Gephi's toolkit on the class path. */
public class GephiReads {
    public static void main(String[] args) throws Exception {
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(args[0]));
        container.getReport().getIssuesList(Integer.MAX_VALUE).forEach(GephiReads::print);
        importer.process(
                container,
                new DefaultProcessor(),
                Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Graph graph = model.getGraph();
        System.out.println("nodes\t" + graph.getNodeCount() + "\tedges\t" + graph.getEdgeCount() + "\tdynamic\t"
                + model.isDynamic());
        for (Column column : model.getNodeTable()) {
            System.out.println("column of nodes\t" + column.getTitle() + "\t"
                    + column.getTypeClass().getSimpleName());
        }
        for (Column column : model.getEdgeTable()) {
            System.out.println("column of edges\t" + column.getTitle() + "\t"
                    + column.getTypeClass().getSimpleName());
        }
        for (Node node : graph.getNodes()) {
            System.out.println("node\t" + node.getId() + "\t" + node.getLabel() + "\t" + type(model, node));
        }
        for (Edge edge : graph.getEdges()) {
            System.out.println("edge\t" + edge.getSource().getId() + "\t"
                    + edge.getTarget().getId() + "\t" + edge.getWeight() + "\t"
                    + (edge.isDirected() ? "directed" : "undirected") + "\t" + edge.getTimeBounds());
        }
    }

    /** By its title: the column's id is the format's own. */
    private static Object type(GraphModel model, Node node) {
        for (Column column : model.getNodeTable()) {
            if (column.getTitle().equals("type")) {
                return node.getAttribute(column);
            }
        }
        return null;
    }

    private static void print(Issue issue) {
        System.out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
    }
}
