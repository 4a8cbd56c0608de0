package hearsay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import hearsay.steps.QuoteSettings;
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
                        .groupBy("speaker")
                        .agg(count(lit(1)).as("quotes")),
                col("speaker"),
                col("quotes"),
                "quotes");
        Dataset<Row> a =
                entities.select(col("entity_id").as("a_id"), col("name").as("a"));
        Dataset<Row> b =
                entities.select(col("entity_id").as("b_id"), col("name").as("b"));
        top(
                out,
                "Strongest pairs",
                warehouse
                        .read(Tables.CO_MENTIONS)
                        .groupBy("a_id", "b_id")
                        .agg(sum("weight").as("weight"))
                        .join(a, "a_id")
                        .join(b, "b_id"),
                concat_ws(" + ", col("a"), col("b")),
                col("weight").cast("long"),
                "weight");
    }

    private static void top(PrintStream out, String title, Dataset<Row> rows, Column name, Column number, String unit) {
        List<Row> lines = rows.select(name.as("name"), number.as("number"))
                .orderBy(col("number").desc(), col("name"))
                .limit(LINES)
                .collectAsList();
        if (!lines.isEmpty()) {
            out.println(title + ":");
            lines.forEach(line -> out.printf("  %-48s %,8d %s%n", line.get(0), line.getLong(1), unit));
        }
    }
}
