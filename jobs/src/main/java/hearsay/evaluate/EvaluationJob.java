package hearsay.evaluate;

import hearsay.night.NightSettings;
import hearsay.settings.Settings;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.tables.Evaluation;
import hearsay.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Scores what the nightly steps find against gold files, prints the result as a table, and keeps it where asked. */
public final class EvaluationJob {
    private EvaluationJob() {}

    /**
     * @param predictions where to write what was found, if anywhere
     * @param warehouse   whose table {@code evaluations} keeps the measures, if any
     * @param accept      keep them there though checks fail
     */
    public record Request(
            Path gold, Optional<Path> predictions, Optional<String> warehouse, LocalDate runDate, boolean accept) {}

    public static void names(SparkSession spark, Settings conf, Request request) {
        NightSettings settings = NightSettings.of(conf);
        NameScores scores = NameEvaluation.run(spark, settings, request.gold(), request.predictions());
        System.out.print(scores);
        request.warehouse().ifPresent(path -> keep(spark, settings, request, path, scores.measures()));
    }

    public static void quotes(SparkSession spark, Settings conf, Request request) {
        NightSettings settings = NightSettings.of(conf);
        QuoteScores.Result scores = QuoteEvaluation.run(spark, settings, request.gold(), request.predictions());
        System.out.print(scores);
        request.warehouse().ifPresent(path -> keep(spark, settings, request, path, scores.measures()));
    }

    /**
     * @param articles in which the judged rows stand
     * @param folds    see {@link StatementEvaluation.Learning}
     * @param weights  see there
     * @param counts   where to write the numbers of rows and of true ones, if anywhere
     */
    public static void statements(
            SparkSession spark,
            Settings conf,
            Request request,
            Path articles,
            int folds,
            Optional<Path> weights,
            Optional<Path> counts) {
        NightSettings settings = NightSettings.of(conf);
        StatementScores scores = StatementEvaluation.run(
                spark,
                settings,
                request.gold(),
                articles,
                request.predictions(),
                new StatementEvaluation.Learning(folds, weights));
        System.out.print(scores);
        counts.ifPresent(scores::writeCounts);
        request.warehouse().ifPresent(path -> keep(spark, settings, request, path, scores.measures()));
    }

    /** @param weights see {@link AntecedentEvaluation#run} */
    public static void antecedents(SparkSession spark, Settings conf, Request request, Optional<Path> weights) {
        NightSettings settings = NightSettings.of(conf);
        AntecedentScores scores = AntecedentEvaluation.run(spark, settings, request.gold(), weights);
        System.out.print(scores);
        request.warehouse().ifPresent(path -> keep(spark, settings, request, path, scores.measures()));
    }

    /** Scores the rows of the request's warehouse against a reader's answers, and keeps the measures there. */
    public static void answers(SparkSession spark, Settings conf, Request request) {
        NightSettings settings = NightSettings.of(conf);
        String path = request.warehouse().orElseThrow();
        AnsweredRows answers = AnsweredRows.read(request.gold());
        StatementScores scores = answers.scores(spark, path);
        System.out.println("Rows without an answer, passed over: " + answers.empty());
        System.out.println();
        System.out.print(scores);
        keep(spark, settings, request, path, scores.measures());
    }

    /**
     * Writes rows of a warehouse for a reader to judge.
     *
     * @param sample how many
     * @param seed   another one draws other rows
     */
    public static void sample(SparkSession spark, String warehouse, int sample, long seed, Path out) {
        int rows = RowsToRead.write(spark, warehouse, sample, seed, out);
        System.out.println("Rows written to " + out + ": " + rows
                + (rows < sample ? ", all that have a speaker" : "") + ". Answer in the columns act, by, speaker_right,"
                + " span and true; true alone is enough.");
    }

    private static void keep(
            SparkSession spark, NightSettings settings, Request request, String path, List<Measure> measures) {
        String gold = request.gold().getFileName().toString();
        Versions versions = settings.versions(spark);
        try (Night night = settings.warehouse(spark, path).begin(request.runDate(), "evaluate " + gold, versions)) {
            List<Evaluation> rows = measures.stream()
                    .map(m -> new Evaluation(
                            night.runId(),
                            m.what(),
                            gold,
                            versions.models(),
                            m.precision(),
                            m.recall(),
                            m.f1(),
                            request.runDate()))
                    .toList();
            night.stage(
                    Tables.EVALUATIONS,
                    night.read(Tables.EVALUATIONS).unionByName(Tables.EVALUATIONS.rows(spark, rows)));
            night.publish(settings.checks(), new RunReport(), request.accept());
        }
    }
}
