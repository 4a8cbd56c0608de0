package hearsay.commands;

import hearsay.night.NightlyJob;
import hearsay.report.Highlights;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What {@code nightly} and {@code rebuild} are told. */
final class ReadingOptions {
    @CommandLine.Mixin
    private CommonOptions common;

    @Option(names = "--input", required = true, paramLabel = "PATH", description = "folder (with all below it), file or glob")
    private String input;

    @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
    private String warehouse;

    @Option(
            names = "--run-date",
            paramLabel = "YYYY-MM-DD",
            description = "day of the run, also of articles that tell no date; default: today (UTC)")
    private LocalDate runDate = LocalDate.now(ZoneOffset.UTC);

    @Option(names = "--accept", description = "publish although checks fail; the run records it")
    private boolean accept;

    void run(boolean rebuild) {
        Settings settings = common.settings();
        try (SparkSession spark = common.session()) {
            NightlyJob.run(spark, settings, new NightlyJob.Request(input, warehouse, runDate, rebuild, accept));
            Highlights.print(Warehouse.existing(spark, warehouse), System.out);
            System.out.println("Tables: " + warehouse);
        }
    }
}
