package hearsay.commands;

import hearsay.night.NightlyJob;
import hearsay.report.Highlights;
import hearsay.settings.Settings;
import hearsay.steps.QuoteSettings;
import hearsay.store.Warehouse;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of {@code nightly} and {@code rebuild}. */
final class ReadingOptions {
    @CommandLine.Mixin
    private CommonOptions common;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description = "folder (with all below it), file or glob")
    private String input;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @CommandLine.Mixin
    private PublishingOptions publishing;

    void run(boolean rebuild) {
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            NightlyJob.run(
                    spark,
                    settings,
                    new NightlyJob.Request(input, warehouse.path, publishing.runDate, rebuild, publishing.accept));
            Highlights.print(
                    Warehouse.existing(spark, warehouse.path),
                    settings.section("quotes", QuoteSettings.class),
                    System.out);
            System.out.println("Tables: " + warehouse.path);
        }
    }
}
