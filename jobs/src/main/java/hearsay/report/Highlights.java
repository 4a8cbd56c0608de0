package hearsay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import hearsay.steps.QuoteSettings;
import hearsay.steps.SpeakersOfQuote;
import hearsay.store.Published;
import hearsay.tables.Tables;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The short list at the end of a run: who is mentioned most, who says most, which pairs are strongest. */
public final class Highlights {
    private static final int LINES = 5;

    private Highlights() {}

    public static void print(Published warehouse, QuoteSettings settings, PrintStream out) {
        Dataset<Row> entities = warehouse.read(Tables.ENTITIES);
        top(
                out,
                "Mentioned most",
                entities.where(col("type").isin("PER", "ORG")),
                col("name"),
                col("mentions"),
                "mentions");
        top(
                out,
                "Said most",
                warehouse
                        .read(Tables.QUOTES)
                        .where(settings.isShown())
                        .select(explode(SpeakersOfQuote.all()).as("one"))
                        .groupBy(col("one.speaker").as("speaker"))
                        .agg(count(lit(1)).as("quotes")),
                col("speaker"),
                col("quotes"),
                "quotes");
        top(
                out,
                "Strongest pairs",
                warehouse.read(Tables.CO_MENTION_NETWORK),
                concat_ws(" + ", col("a_name"), col("b_name")),
                col("stories"),
                "stories",
                col("strength"));
    }

    private static void top(PrintStream out, String title, Dataset<Row> rows, Column name, Column number, String unit) {
        top(out, title, rows, name, number, unit, number);
    }

    private static void top(
            PrintStream out, String title, Dataset<Row> rows, Column name, Column number, String unit, Column rank) {
        List<Row> lines = rows.select(name.as("name"), number.as("number"), rank.as("rank"))
                .orderBy(col("rank").desc(), col("number").desc(), col("name"))
                .limit(LINES)
                .collectAsList();
        if (!lines.isEmpty()) {
            out.println(title + ":");
            lines.forEach(line -> out.printf("  %-48s %,8d %s%n", line.get(0), line.getLong(1), unit));
        }
    }
}
