package hearsay.commands;

import hearsay.night.ForgetJob;
import hearsay.settings.Settings;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Removes the days of publication before one from every table, and publishes that like a night. Later nights"
                        + " do not take articles of such days again; kept nights hold them until their turn to go.")
public final class Forget implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(names = "--before", required = true, paramLabel = "YYYY-MM-DD", description = "first day that stays")
    private LocalDate before;

    @CommandLine.Mixin
    private PublishingOptions publishing;

    @Override
    public void run() {
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            ForgetJob.run(spark, settings, warehouse.path, before, publishing.runDate, publishing.accept);
        }
    }
}
