package hearsay;

import hearsay.steps.SentencesFromArticles;
import hearsay.steps.Taggers;
import hearsay.tables.*;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.*;

final class NightlyJob {
    static void run(SparkSession spark, Settings settings, String input, String warehouse, LocalDate runDate) {
        Records<Article> articles = Tables.ARTICLES.records();
        Article article = new Article("a1", "a1.txt", null, null, null, List.of(), null, "run_date", "en", "Anna Jansen met Microsoft officials in Berlin.", "h", null,
                "r1", LocalDate.of(2025, 6, 18));
        Dataset<Row> rows = spark.createDataset(List.of(articles.row(article)), articles.encoder());
        SentencesFromArticles.derive(rows, Taggers.load(spark, "built-in", "built-in")).selectExpr("explode(tokens)").show(false);
    }
}
