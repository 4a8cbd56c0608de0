package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** What files hold that is no article, and articles on which the language rules failed -> rejects with reasons. */
public final class RejectsFromArticles {
    private RejectsFromArticles() {}

    /** Why the rules could not use an article. */
    private record Refused(String articleId, String refusal) {}

    /**
     * @param found    of {@link ArticlesFromFiles#derive}
     * @param articles that went through the rules, rows of {@link Tables#ARTICLES}
     * @param refused  id of an article -> why the rules could not use it
     * @return rows of {@link Tables#REJECTS}
     */
    public static Dataset<Row> derive(
            Dataset<Row> found, Dataset<Row> articles, Map<String, String> refused, LocalDate runDate) {
        Dataset<Row> rejects = found.where(col("reject").isNotNull()).select("reject.*");
        if (refused.isEmpty()) {
            return rejects;
        }
        SparkSession spark = found.sparkSession();
        SerializableConfiguration conf =
                new SerializableConfiguration(spark.sessionState().newHadoopConf());
        List<Refused> reasons = refused.entrySet().stream()
                .map(e -> new Refused(e.getKey(), e.getValue()))
                .toList();
        Dataset<Row> places = found.where(col("article").isNotNull()).select(col("article.article_id"), col("place"));
        return rejects.unionByName(articles.join(Records.of(Refused.class).dataset(spark, reasons), "article_id")
                .join(places, new String[] {"article_id"}, "left")
                .select(
                        col("path"),
                        when(col("place").isNotNull(), ArticlesFromFiles.position(col("place"), conf))
                                .otherwise(0L)
                                .as("position"),
                        col("refusal").as("reason"),
                        substring(col("text"), 1, ArticlesFromFiles.EXCERPT).as("excerpt"),
                        lit(runDate).as("run_date")));
    }
}
