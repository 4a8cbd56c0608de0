package hearsay.commands;

import hearsay.report.StatusJob;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Says who is at work on a warehouse, its last nights, what waits to be read, and how large its tables are.")
public final class Status implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "whose files are counted that the last night has not read; default: the input of that night")
    private String input;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            StatusJob.run(spark, warehouse.path, Optional.ofNullable(input), System.out);
        }
    }
}
