package hearsay.commands;

import hearsay.evaluate.EvaluationJob;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores what the nightly steps find against gold files of your own, or rows that you judge.")
public final class Evaluate implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @ArgGroup(multiplicity = "1")
    private Gold gold;

    private static final class Gold {
        @Option(
                names = "--ner",
                paramLabel = "GOLD.conll",
                description = "names: a token and its tag a line, PER ORG LOC MISC")
        private Path names;

        @Option(
                names = "--quotes",
                paramLabel = "GOLD_DIR",
                description = "quotations: brat's text/*.txt and attributions/*.ann")
        private Path quotes;

        @ArgGroup(exclusive = false)
        private Statements statements;

        @ArgGroup(exclusive = false)
        private Antecedents antecedents;

        @ArgGroup(exclusive = false)
        private Sample sample;

        @Option(
                names = "--answers",
                paramLabel = "ROWS.csv",
                description = "rows of --sample that you have judged; their measures are kept in --warehouse")
        private Path answers;
    }

    private static final class Statements {
        @Option(
                names = "--statements",
                required = true,
                paramLabel = "JUDGED.jsonl",
                description = "statements: rows of quotes that readers judged, one JSON object a line")
        private Path judged;

        @Option(
                names = "--articles",
                required = true,
                paramLabel = "ARTICLES.jsonl",
                description = "the articles they stand in, with gzip or without")
        private Path articles;

        @Option(
                names = "--folds",
                paramLabel = "N",
                description =
                        "learn the weights of confidence anew, N times, each time without the rows of a part of the"
                                + " articles that then get their confidence from them")
        private int folds;

        @Option(
                names = "--learn",
                paramLabel = "WEIGHTS.csv",
                description = "write weights learned from all judged rows into this copy of weights/statements.csv")
        private Path weights;

        @Option(
                names = "--counts",
                paramLabel = "COUNTS.csv",
                description =
                        "write how many rows are true by kind, act, rule and confidence; no words of the articles")
        private Path counts;
    }

    private static final class Antecedents {
        @Option(
                names = "--antecedents",
                required = true,
                paramLabel = "GAP.tsv",
                description = "antecedents: pronouns with two names each and which of them is meant, as GAP has them")
        private Path pronouns;

        @Option(
                names = "--learn-antecedents",
                paramLabel = "WEIGHTS.csv",
                description = "write weights learned from them into this copy of weights/antecedents.csv")
        private Path weights;
    }

    private static final class Sample {
        @Option(
                names = "--sample",
                required = true,
                paramLabel = "N",
                description = "draw N rows with a speaker from --warehouse, for you to judge")
        private int rows;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "ROWS.csv",
                description = "where to write them; the last six columns are for your answers")
        private Path out;

        @Option(names = "--seed", paramLabel = "N", description = "another number draws other rows; default: 1")
        private long seed = 1;
    }

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "where to write what was found: CoNLL lines, or JSON lines of quotations or judged rows")
    private Path predictions;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description =
                    "warehouse whose table evaluations keeps the measures; of --sample and --answers, whose rows they are")
    private String warehouse;

    @CommandLine.Mixin
    private PublishingOptions publishing;

    @Override
    public void run() {
        checkOptions();
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            if (gold.names != null) {
                EvaluationJob.names(spark, settings, request(gold.names));
            } else if (gold.quotes != null) {
                EvaluationJob.quotes(spark, settings, request(gold.quotes));
            } else if (gold.statements != null) {
                EvaluationJob.statements(
                        spark,
                        settings,
                        request(gold.statements.judged),
                        gold.statements.articles,
                        gold.statements.folds,
                        Optional.ofNullable(gold.statements.weights),
                        Optional.ofNullable(gold.statements.counts));
            } else if (gold.antecedents != null) {
                EvaluationJob.antecedents(
                        spark,
                        settings,
                        request(gold.antecedents.pronouns),
                        Optional.ofNullable(gold.antecedents.weights));
            } else if (gold.answers != null) {
                EvaluationJob.answers(spark, settings, request(gold.answers));
            } else {
                EvaluationJob.sample(spark, warehouse, gold.sample.rows, gold.sample.seed, gold.sample.out);
            }
        }
    }

    private void checkOptions() {
        if ((gold.sample != null || gold.answers != null) && warehouse == null) {
            throw new OperatorMistake("--sample and --answers need --warehouse, whose rows they are about.");
        }
        if (gold.statements != null && (gold.statements.folds < 0 || gold.statements.folds == 1)) {
            throw new OperatorMistake("--folds is the number of parts, 2 or more.");
        }
        if (gold.sample != null && gold.sample.rows < 1) {
            throw new OperatorMistake("--sample is the number of rows to draw, 1 or more.");
        }
    }

    private EvaluationJob.Request request(Path gold) {
        return new EvaluationJob.Request(
                gold,
                Optional.ofNullable(predictions),
                Optional.ofNullable(warehouse),
                publishing.runDate,
                publishing.accept);
    }
}
