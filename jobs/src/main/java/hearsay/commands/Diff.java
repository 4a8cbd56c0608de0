package hearsay.commands;

import hearsay.report.DiffJob;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Says what two nights tell differently: articles, quotes and their speakers, entities that became one. Of a"
                        + " warehouse on a local disk, which keeps its last nights; on HDFS and stores like S3 there is only one.")
public final class Diff implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description = "run or the beginning of its id; default: the night before --to")
    private String from;

    @Option(names = "--to", paramLabel = "RUN", description = "default: the published night")
    private String to;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            DiffJob.run(spark, warehouse.path, Optional.ofNullable(from), Optional.ofNullable(to), System.out);
        }
    }
}
