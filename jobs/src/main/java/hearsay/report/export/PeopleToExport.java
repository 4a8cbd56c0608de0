package hearsay.report.export;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import hearsay.store.Published;
import hearsay.tables.EntityType;
import hearsay.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** People, how often they are named and quoted, and how often others speak of them. */
final class PeopleToExport {
    private PeopleToExport() {}

    static Exported of(Published warehouse, Selection selection) {
        Dataset<Row> people = warehouse.read(Tables.ENTITIES).where(col("type").equalTo(EntityType.PER.word()));
        if (!selection.isWhole()) {
            people = people.drop("articles", "mentions")
                    .join(
                            selection
                                    .of(warehouse, Tables.MENTIONS)
                                    .groupBy("entity_id")
                                    .agg(
                                            countDistinct("article_id").as("articles"),
                                            count(lit(1)).as("mentions")),
                            "entity_id");
        }
        Dataset<Row> quotes = selection.quotes(warehouse);
        Dataset<Row> said = quotes.join(
                        selection.of(warehouse, Tables.ARTICLES).select("article_id", "source"), "article_id")
                .groupBy(col("speaker_id").as("entity_id"))
                .agg(count(lit(1)).as("quotes"), countDistinct("source").as("outlets"));
        Dataset<Row> saidAbout = quotes.select(
                        col("speaker_id"), explode(array_distinct(col("about"))).as("entity_id"))
                .where(col("speaker_id").isNotNull().and(col("speaker_id").notEqual(col("entity_id"))))
                .groupBy("entity_id")
                .agg(count(lit(1)).as("quotes_about"));
        String[] id = {"entity_id"};
        return Exported.of(
                        "one person", columns(), people.join(said, id, "left").join(saidAbout, id, "left"))
                .orderedByMost("quotes", "mentions", "name", "entity_id");
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.addAll(ofEntity("name", "roles", "aliases", "articles", "mentions"));
        columns.add(Column.own("quotes", "quotations of which the person is the speaker", "coalesce(quotes, 0)"));
        columns.add(Column.own("outlets", "outlets that carry such a quotation", "coalesce(outlets, 0)"));
        columns.add(
                Column.own("quotes_about", "quotations of others that name the person", "coalesce(quotes_about, 0)"));
        columns.addAll(ofEntity("first_seen", "last_seen", "degree", "pagerank", "community", "entity_id"));
        return columns;
    }

    private static List<Column> ofEntity(String... names) {
        return Arrays.stream(names)
                .map(name -> Column.of(Tables.ENTITIES, name, name))
                .toList();
    }
}
