package hearsay.report.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.posexplode_outer;

import hearsay.store.Published;
import hearsay.tables.Article;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Quotations with their articles: who said what, where, when, and in which words. */
final class QuotesToExport {
    private static final String ALL_SPEAKERS =
            "if(speakers is null and speaker is not null, array(speaker), transform(speakers, one -> one.speaker))";

    private QuotesToExport() {}

    static Exported of(Published warehouse, Selection selection) {
        Dataset<Row> quotes = selection.quotes(warehouse);
        Dataset<Row> articles = selection
                .of(warehouse, Tables.ARTICLES)
                .select("article_id", "source", "title", "url", "path", "repeat_of");
        Dataset<Row> joined = quotes.join(articles, "article_id").join(named(quotes, warehouse), "quote_id");
        return Exported.of(Tables.QUOTES.says(), columns(), joined)
                .orderedBy("published_date", "outlet", "article_id", "begin", "quote_id");
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.addAll(ofQuote("published_date"));
        columns.add(Column.of("outlet", Article.class, "source", "source"));
        columns.addAll(ofQuote("speaker"));
        columns.add(Column.of("speakers", Quote.class, "speakers", ALL_SPEAKERS));
        columns.addAll(ofQuote("act", "kind", "before", "text", "after"));
        columns.add(Column.of("verbatim", Quote.class, "verbatim", "transform(verbatim, words -> words.text)"));
        columns.add(Column.of("about", Quote.class, "about", "about_names"));
        for (String name : List.of("title", "url", "path", "repeat_of")) {
            columns.add(Column.of(Tables.ARTICLES, name, name));
        }
        columns.addAll(ofQuote(
                "confidence",
                "speaker_confidence",
                "source_text",
                "cue",
                "decided_by",
                "no_speaker_because",
                "date_doubt",
                "begin",
                "end",
                "quote_id",
                "speaker_id",
                "article_id"));
        return columns;
    }

    private static List<Column> ofQuote(String... names) {
        return Arrays.stream(names)
                .map(name -> Column.of(Tables.QUOTES, name, "`" + name + "`"))
                .toList();
    }

    /** The names of whom a quotation is about, in the order of their ids there. */
    private static Dataset<Row> named(Dataset<Row> quotes, Published warehouse) {
        Dataset<Row> names = warehouse.read(Tables.ENTITIES).select(col("entity_id"), col("name"));
        return quotes.select(col("quote_id"), posexplode_outer(col("about")).as(new String[] {"place", "entity_id"}))
                .join(names, new String[] {"entity_id"}, "left")
                .groupBy("quote_id")
                .agg(
                        expr("transform(sort_array(collect_list(if(name is null, null, struct(place, name)))), one -> one.name)")
                                .as("about_names"));
    }
}
