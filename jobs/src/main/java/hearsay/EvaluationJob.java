package hearsay;

import hearsay.evaluate.NameEvaluation;
import hearsay.evaluate.NameScores;
import hearsay.evaluate.QuoteEvaluation;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Scores what the nightly steps find against gold files, and prints the result as a table. */
final class EvaluationJob {
    private EvaluationJob() {}

    static void names(SparkSession spark, Settings settings, Path gold, Optional<Path> predictions) {
        NameScores scores = NameEvaluation.run(spark, NightlyJob.taggers(spark, settings), gold, predictions);
        System.out.print(scores);
    }

    static void quotes(SparkSession spark, Settings settings, Path gold, Optional<Path> predictions) {
        System.out.print(QuoteEvaluation.run(spark, NightlyJob.taggers(spark, settings), gold, predictions));
    }
}
