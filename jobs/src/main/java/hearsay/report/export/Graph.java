package hearsay.report.export;

import static org.apache.spark.sql.functions.col;

import hearsay.store.Published;
import hearsay.tables.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Entities and what joins them.
 *
 * @param directed whether the source speaks about the target
 * @param source   column of the edges with an entity_id
 * @param target   another such column
 * @param weight   column of the edges: whole number above 0
 * @param edges    one row per edge; its columns that tell of one end only are left out of a graph
 * @param days     how much of the weight each day has: source, target, day, weight; none for what has no day
 */
record Graph(boolean directed, String source, String target, String weight, Exported edges, Dataset<Row> days) {
    private static final Set<String> OF_ONE_END = Set.of("name", "type", "id");

    /** The columns of the edges that are neither an end nor said of one. */
    List<Column> attributes() {
        return edges.columns().stream()
                .filter(column -> !isOfOneEnd(column.name()))
                .toList();
    }

    private boolean isOfOneEnd(String column) {
        String front = source.substring(0, source.lastIndexOf('_'));
        String back = target.substring(0, target.lastIndexOf('_'));
        return column.equals(front)
                || column.equals(back)
                || OF_ONE_END.stream()
                        .anyMatch(end -> column.equals(front + "_" + end) || column.equals(back + "_" + end));
    }

    /** The entities that an edge joins, as their table has them. */
    Exported nodes(Published warehouse) {
        Dataset<Row> joined = edges.rows()
                .select(col(source).as("entity_id"))
                .union(edges.rows().select(col(target)))
                .distinct();
        List<Column> columns = Arrays.stream(new String[] {
                    "entity_id",
                    "name",
                    "type",
                    "roles",
                    "articles",
                    "mentions",
                    "degree",
                    "pagerank",
                    "community",
                    "first_seen",
                    "last_seen"
                })
                .map(name -> Column.of(Tables.ENTITIES, name, name))
                .toList();
        return Exported.of(
                        Tables.ENTITIES.says(),
                        columns,
                        warehouse.read(Tables.ENTITIES).join(joined, "entity_id"))
                .orderedBy("entity_id");
    }
}
