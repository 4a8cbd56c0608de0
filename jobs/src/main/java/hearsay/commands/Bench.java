package hearsay.commands;

import hearsay.bench.BenchJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures whole nights: articles a second, every step, memory, and the ratio to the model's own arithmetic.")
public final class Bench implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @ArgGroup
    private Articles articles = new Articles();

    private static final class Articles {
        @Option(names = "--input", paramLabel = "PATH", description = "articles of yours in place of generated ones")
        private String input;

        @Option(
                names = "--articles",
                paramLabel = "N",
                split = ",",
                description = "how many to generate; with several numbers, a night for each; default: 1000")
        private List<Integer> generated = List.of(1000);
    }

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "where articles and warehouses of the benchmark are kept while it runs; on a cluster a folder that"
                            + " all its machines reach; default: this machine's temporary folder")
    private String work = Path.of(System.getProperty("java.io.tmpdir")).toUri().toString();

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            BenchJob.run(
                    spark,
                    common.settings(),
                    new BenchJob.Request(Optional.ofNullable(articles.input), articles.generated, work),
                    System.out);
        }
    }
}
