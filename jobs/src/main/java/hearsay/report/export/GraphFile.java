package hearsay.report.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import hearsay.store.Published;
import hearsay.tables.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A graph as GEXF 1.3 (gexf.net) or as GraphML (Brandes et al. 2002), nodes and edges as they stand in the tables. */
final class GraphFile {
    /** How many of both were written. */
    record Size(long nodes, long edges) {}

    private static final List<String> OF_NODE = List.of("entity_id", "name");
    private static final String ENCODING = "UTF-8";

    private final Graph graph;
    private final Exported nodes;
    private final XMLStreamWriter xml;

    private GraphFile(Graph graph, Exported nodes, XMLStreamWriter xml) {
        this.graph = graph;
        this.nodes = nodes;
        this.xml = xml;
    }

    /** @param about what the graph holds, in one sentence */
    static Size gexf(Graph graph, Published warehouse, String about, OutputStream out) throws IOException {
        return write(graph, warehouse, out, file -> file.gexf(about));
    }

    static Size graphml(Graph graph, Published warehouse, String about, OutputStream out) throws IOException {
        return write(graph, warehouse, out, file -> file.graphml(about));
    }

    private interface Body {
        Size of(GraphFile file) throws XMLStreamException;
    }

    private static Size write(Graph graph, Published warehouse, OutputStream out, Body body) throws IOException {
        try { // Java's own writer: the class path has others, each with its own way of escaping
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, ENCODING);
            xml.writeStartDocument(ENCODING, "1.0");
            Size size = body.of(new GraphFile(graph, graph.nodes(warehouse), xml));
            xml.writeEndDocument();
            xml.flush();
            return size;
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Size gexf(String about) throws XMLStreamException {
        start("gexf");
        xml.writeDefaultNamespace("http://gexf.net/1.3");
        attribute("version", "1.3");
        start("meta");
        text("creator", "Hearsay");
        text("description", about);
        end();
        start("graph");
        attribute("defaultedgetype", graph.directed() ? "directed" : "undirected");
        attribute("mode", "dynamic");
        attribute("timeformat", "date");
        attribute("timerepresentation", "interval");
        declare("node", "static", nodeAttributes(), nodes.rows());
        declare("edge", "static", edgeAttributes(), graph.edges().rows());
        start("attributes");
        attribute("class", "edge");
        attribute("mode", "dynamic");
        declare(daily(), "long");
        end();
        Size size = new Size(gexfNodes(), gexfEdges());
        end();
        end();
        return size;
    }

    private String daily() {
        return graph.weight() + "_of_day";
    }

    private void declare(String of, String mode, List<Column> columns, Dataset<Row> rows) throws XMLStreamException {
        start("attributes");
        attribute("class", of);
        attribute("mode", mode);
        for (Column column : columns) {
            declare(column.name(), type(rows, column, "integer"));
        }
        end();
    }

    private void declare(String name, String type) throws XMLStreamException {
        empty("attribute");
        attribute("id", name);
        attribute("title", name);
        attribute("type", type);
    }

    private long gexfNodes() throws XMLStreamException {
        start("nodes");
        long count = 0;
        for (Iterator<Row> each = nodes.rows().toLocalIterator(); each.hasNext(); count++) {
            Row node = each.next();
            start("node");
            attribute("id", node.getAs("entity_id"));
            attribute("label", Printable.line(node.getAs("name")));
            during(node.getAs("first_seen"), node.getAs("last_seen"));
            values(node, nodeAttributes());
            end();
        }
        end();
        return count;
    }

    private long gexfEdges() throws XMLStreamException {
        start("edges");
        long count = 0;
        for (Iterator<Row> each = withDays().toLocalIterator(); each.hasNext(); count++) {
            Row edge = each.next();
            List<Row> days = edge.isNullAt(edge.fieldIndex("days")) ? List.of() : edge.getList(edge.fieldIndex("days"));
            start("edge");
            ends(edge, count);
            attribute("weight", edge.getAs(graph.weight()).toString());
            start("attvalues");
            for (Column column : edgeAttributes()) {
                value(edge, column);
            }
            for (Row day : days) {
                empty("attvalue");
                attribute("for", daily());
                attribute("value", day.getAs("weight").toString());
                during(day.getAs("day"), day.getAs("day"));
            }
            end();
            if (!days.isEmpty()) {
                start("spells");
                for (Row day : days) {
                    empty("spell");
                    during(day.getAs("day"), day.getAs("day"));
                }
                end();
            }
            end();
        }
        end();
        return count;
    }

    /** The edges with their days as a list of day and weight, in order. */
    private Dataset<Row> withDays() {
        Dataset<Row> days = graph.days()
                .groupBy(col("source").as(graph.source()), col("target").as(graph.target()))
                .agg(sort_array(collect_list(struct(col("day"), col("weight")))).as("days"));
        Exported edges = graph.edges();
        return edges.rows()
                .join(days, new String[] {graph.source(), graph.target()}, "left")
                .orderBy(graph.source(), graph.target());
    }

    private Size graphml(String about) throws XMLStreamException {
        start("graphml");
        xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
        text("desc", about);
        key("label", "node", "label", "string");
        key("weight", "edge", "weight", "double");
        keys("node", nodeAttributes(), nodes.rows());
        keys("edge", edgeAttributes(), graph.edges().rows());
        start("graph");
        attribute("id", "hearsay");
        attribute("edgedefault", graph.directed() ? "directed" : "undirected");
        long nodeCount = 0;
        for (Iterator<Row> each = nodes.rows().toLocalIterator(); each.hasNext(); nodeCount++) {
            Row node = each.next();
            start("node");
            attribute("id", node.getAs("entity_id"));
            data("label", Printable.line(node.getAs("name")));
            data("node", node, nodeAttributes());
            end();
        }
        long edgeCount = 0;
        Iterator<Row> edges =
                graph.edges().rows().orderBy(graph.source(), graph.target()).toLocalIterator();
        for (; edges.hasNext(); edgeCount++) {
            Row edge = edges.next();
            start("edge");
            ends(edge, edgeCount);
            data("weight", edge.getAs(graph.weight()).toString());
            data("edge", edge, edgeAttributes());
            end();
        }
        end();
        end();
        return new Size(nodeCount, edgeCount);
    }

    private void keys(String of, List<Column> columns, Dataset<Row> rows) throws XMLStreamException {
        for (Column column : columns) {
            key(of + "_" + column.name(), of, column.name(), type(rows, column, "int"));
        }
    }

    private void key(String id, String of, String name, String type) throws XMLStreamException {
        empty("key");
        attribute("id", id);
        attribute("for", of);
        attribute("attr.name", name);
        attribute("attr.type", type);
    }

    private void data(String of, Row row, List<Column> columns) throws XMLStreamException {
        for (Column column : columns) {
            Object value = Cells.flat(Cells.value(row, row.fieldIndex(column.name())));
            if (value != null) {
                data(of + "_" + column.name(), value.toString());
            }
        }
    }

    private void data(String key, String value) throws XMLStreamException {
        start("data");
        attribute("key", key);
        xml.writeCharacters(Printable.text(value));
        end();
    }

    private List<Column> nodeAttributes() {
        return nodes.columns().stream()
                .filter(column -> !OF_NODE.contains(column.name()))
                .toList();
    }

    private List<Column> edgeAttributes() {
        return graph.attributes();
    }

    /** Days are text: of both formats only some readers know a type for them. */
    private static String type(Dataset<Row> rows, Column column, String whole) {
        DataType type = rows.schema().apply(column.name()).dataType();
        if (type.equals(DataTypes.LongType)) {
            return "long";
        }
        return type.equals(DataTypes.IntegerType) ? whole : type.equals(DataTypes.DoubleType) ? "double" : "string";
    }

    private void ends(Row edge, long count) throws XMLStreamException {
        attribute("id", Long.toString(count));
        attribute("source", edge.getAs(graph.source()));
        attribute("target", edge.getAs(graph.target()));
    }

    private void during(LocalDate first, LocalDate last) throws XMLStreamException {
        if (first != null && last != null) {
            attribute("start", first.toString());
            attribute("end", last.toString());
        }
    }

    private void values(Row row, List<Column> columns) throws XMLStreamException {
        start("attvalues");
        for (Column column : columns) {
            value(row, column);
        }
        end();
    }

    private void value(Row row, Column column) throws XMLStreamException {
        Object value = Cells.flat(Cells.value(row, row.fieldIndex(column.name())));
        if (value != null) {
            empty("attvalue");
            attribute("for", column.name());
            attribute("value", Printable.line(value.toString()));
        }
    }

    private void empty(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(element);
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        start(element);
        xml.writeCharacters(Printable.text(text));
        end();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }
}
