package hearsay.report.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import hearsay.store.Published;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Entity;
import hearsay.tables.Evidence;
import hearsay.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who is named with whom. */
final class NetworkToExport {
    private NetworkToExport() {}

    /** Pairs of the network; with days asked for, those that met on these days, with the counts of these days. */
    static Graph of(Published warehouse, Selection selection) {
        Dataset<Row> byDay = selection.of(warehouse, Tables.CO_MENTIONS);
        Dataset<Row> pairs = warehouse.read(Tables.CO_MENTION_NETWORK);
        if (!selection.isWhole()) {
            pairs = pairs.drop("articles", "sentences", "stories")
                    .join(
                            byDay.groupBy("a_id", "b_id")
                                    .agg(
                                            sum("articles").as("articles"),
                                            sum("sentences").as("sentences"),
                                            sum("stories").as("stories")),
                            new String[] {"a_id", "b_id"},
                            "inner");
        }
        Dataset<Row> joined = pairs.join(types(warehouse, "a"), "a_id").join(types(warehouse, "b"), "b_id");
        Exported edges = Exported.of(Tables.CO_MENTION_NETWORK.says(), columns(), joined)
                .orderedByMost("strength", "stories", "a_id", "b_id");
        return new Graph(
                false,
                "a_id",
                "b_id",
                "stories",
                edges,
                byDay.select(
                        col("a_id").as("source"),
                        col("b_id").as("target"),
                        col("published_date").as("day"),
                        col("stories").as("weight")));
    }

    private static Dataset<Row> types(Published warehouse, String side) {
        return warehouse
                .read(Tables.ENTITIES)
                .select(col("entity_id").as(side + "_id"), col("type").as(side + "_type"));
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(ofPair("a_name"));
        columns.add(Column.of("a_type", Entity.class, "type", "a_type"));
        columns.addAll(ofPair("b_name"));
        columns.add(Column.of("b_type", Entity.class, "type", "b_type"));
        columns.addAll(ofPair("stories", "articles", "sentences", "strength", "npmi", "first_seen", "last_seen"));
        columns.add(Column.of("evidence", CoMentionPair.class, "evidence", "evidence[0].text"));
        columns.add(Column.of("evidence_outlet", Evidence.class, "source", "evidence[0].source"));
        columns.add(Column.of("evidence_date", Evidence.class, "published_date", "evidence[0].published_date"));
        columns.add(Column.of("evidence_article", Evidence.class, "article_id", "evidence[0].article_id"));
        columns.addAll(ofPair("a_id", "b_id"));
        return columns;
    }

    private static List<Column> ofPair(String... names) {
        return Arrays.stream(names)
                .map(name -> Column.of(Tables.CO_MENTION_NETWORK, name, name))
                .toList();
    }
}
