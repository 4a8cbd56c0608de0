package hearsay.report.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import hearsay.steps.PairSettings;
import hearsay.steps.SpeakerLinksFromQuotes;
import hearsay.store.Published;
import hearsay.tables.Entity;
import hearsay.tables.SpeakerLink;
import hearsay.tables.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who speaks about whom. */
final class SpeakersToExport {
    private SpeakersToExport() {}

    /** As speaker_links has it, by the quotations that were asked for; those of articles without a day count too, on no day. */
    static Graph of(Published warehouse, Selection selection, PairSettings pairs) {
        Dataset<Row> quotes = selection.quotes(warehouse);
        Dataset<Row> entities = warehouse.read(Tables.ENTITIES);
        Dataset<Row> byDay = SpeakerLinksFromQuotes.derive(quotes, entities, selection.shown(), pairs);
        Dataset<Row> all = SpeakerLinksFromQuotes.derive(
                quotes.withColumn("date_doubt", lit(null).cast("string")), entities, selection.shown(), pairs);
        Dataset<Row> seen = byDay.groupBy("speaker_id", "about_id")
                .agg(
                        min("published_date").as("first_seen"),
                        max("published_date").as("last_seen"));
        Dataset<Row> joined = all.groupBy("speaker_id", "about_id")
                .agg(sum("quotes").as("quotes"), sum("articles").as("articles"))
                .join(seen, new String[] {"speaker_id", "about_id"}, "left")
                .join(named(entities, "speaker"), "speaker_id")
                .join(named(entities, "about"), "about_id");
        Exported edges = Exported.of("one speaker and one entity spoken about", columns(), joined)
                .orderedByMost("quotes", "articles", "speaker_id", "about_id");
        return new Graph(
                true,
                "speaker_id",
                "about_id",
                "quotes",
                edges,
                byDay.select(
                        col("speaker_id").as("source"),
                        col("about_id").as("target"),
                        col("published_date").as("day"),
                        col("quotes").as("weight")));
    }

    private static Dataset<Row> named(Dataset<Row> entities, String side) {
        return entities.select(
                col("entity_id").as(side + "_id"),
                col("name").as(side),
                col("type").as(side + "_type"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("speaker", Entity.class, "name", "speaker"),
                Column.of("speaker_type", Entity.class, "type", "speaker_type"),
                Column.of("about", Entity.class, "name", "about"),
                Column.of("about_type", Entity.class, "type", "about_type"),
                Column.of("quotes", SpeakerLink.class, "quotes", "quotes"),
                Column.of("articles", SpeakerLink.class, "articles", "articles"),
                Column.own(
                        "first_seen",
                        "first day of such a quotation, null where no article of them has one",
                        "first_seen"),
                Column.own(
                        "last_seen",
                        "last day of such a quotation, null where no article of them has one",
                        "last_seen"),
                Column.of("speaker_id", SpeakerLink.class, "speaker_id", "speaker_id"),
                Column.of("about_id", SpeakerLink.class, "about_id", "about_id"));
    }
}
