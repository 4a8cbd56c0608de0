package hearsay.commands;

import hearsay.evaluate.EvaluationJob;
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
        description = "Scores what the nightly steps find against gold files of your own.")
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
    }

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "where to write what was found: CoNLL lines, or JSON lines of quotations")
    private Path predictions;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "warehouse whose table evaluations keeps the measures")
    private String warehouse;

    @CommandLine.Mixin
    private PublishingOptions publishing;

    @Override
    public void run() {
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            if (gold.names != null) {
                EvaluationJob.names(spark, settings, request(gold.names));
            } else {
                EvaluationJob.quotes(spark, settings, request(gold.quotes));
            }
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
