package hearsay.commands;

import hearsay.night.CompactJob;
import hearsay.settings.Settings;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Writes days that lie in many small files as few, and publishes that like a night.")
public final class Compact implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @CommandLine.Mixin
    private PublishingOptions publishing;

    @Override
    public void run() {
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            CompactJob.run(spark, settings, warehouse.path, publishing.runDate, publishing.accept);
        }
    }
}
