package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sort_array;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.EdgeLines;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * articles -> the same, each with the lines that its outlet puts on many of its stories: headers, appeals, notes on the author.
 *
 * <p>They are learned from repetition, not from a list: a line is furniture of a source on a day if enough stories of the
 * source have it on that day and in the window before. Copies of one story are one story, or every wire report would be
 * furniture. Where a line may stand and what it may hold, {@link EdgeLines} says.
 *
 * <p>What is furniture on a day depends on the articles of that day and of {@code windowDays} before, on nothing else: when
 * days change, those days and so many after them are to be derived again, given those and so many before.
 */
public final class ArticlesWithFurniture {
    private ArticlesWithFurniture() {}

    /** A line of an article. @param story article_id of the first copy */
    private record Line(String articleId, String source, String story, LocalDate publishedDate, int begin, String line) {}

    /**
     * @param articles rows of {@link Tables#ARTICLES}, with repeat_of, of the days in question and of the window before
     * @return the rows with a column {@code furniture}: the chars at which lines of furniture begin, ascending, null for none
     */
    public static Dataset<Row> derive(Dataset<Row> articles, FurnitureSettings settings) {
        Dataset<Row> stories = articles.where(col("source").isNotNull())
                .withColumn("story", coalesce(col("repeat_of"), col("article_id")));
        Dataset<Row> lines = repeatedLines(stories, settings);
        Dataset<Row> furniture = lines.join(furniture(lines, stories, settings), by("source", "line", "published_date"))
                .groupBy("article_id")
                .agg(sort_array(collect_set("begin")).as("furniture"));
        return articles.join(furniture, by("article_id"), "left");
    }

    /** The lines that stand often enough on any days: few are left for what counts the windows. */
    private static Dataset<Row> repeatedLines(Dataset<Row> stories, FurnitureSettings settings) {
        Dataset<Row> lines = Records.of(Line.class).rows(
                stories.select("article_id", "source", "story", "published_date", "text"),
                row -> EdgeLines.of(row.getAs("text"), settings.mostWords()).stream()
                        .map(edge -> new Line(row.getAs("article_id"), row.getAs("source"), row.getAs("story"),
                                row.getAs("published_date"), edge.begin(), edge.line()))
                        .iterator());
        return lines.withColumn("times", count(lit(1)).over(Window.partitionBy("source", "line")))
                .where(col("times").geq(settings.minStories()))
                .drop("times");
    }

    /** Source, line and day of what is furniture. */
    private static Dataset<Row> furniture(Dataset<Row> lines, Dataset<Row> stories, FurnitureSettings settings) {
        Column lasts = explode(sequence(col("published_date"), date_add(col("published_date"), settings.windowDays())));
        Dataset<Row> told = lines.select("source", "line", "published_date", "story").distinct()
                .withColumn("published_date", lasts)
                .groupBy("source", "line", "published_date")
                .agg(countDistinct("story").as("with_line"));
        Dataset<Row> all = stories.select("source", "published_date", "story").distinct()
                .withColumn("published_date", lasts)
                .groupBy("source", "published_date")
                .agg(countDistinct("story").as("stories"));
        return told.where(col("with_line").geq(settings.minStories()))
                .join(all, by("source", "published_date"))
                .where(col("with_line").geq(col("stories").multiply(settings.minShare())))
                .select("source", "line", "published_date");
    }

    private static Seq<String> by(String... columns) {
        return JavaConverters.asScalaBuffer(List.of(columns)).toSeq();
    }
}
