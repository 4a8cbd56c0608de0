package hearsay.report;

import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.QuoteSettings;
import hearsay.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the nightly page: the first thing to read in the morning, in one HTML file that needs no network.
 *
 * <pre>jobs/hearsay report --warehouse warehouse --out report.html</pre>
 */
public final class ReportJob {
    private ReportJob() {}

    public static void run(SparkSession spark, Settings settings, String path, Path out) {
        Morning morning = MorningFromTables.read(
                spark, Warehouse.existing(spark, path), settings.section("quotes", QuoteSettings.class));
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
            Files.writeString(out, NightlyPage.of(morning));
        } catch (IOException e) {
            throw new OperatorMistake("Cannot write " + out + ": " + e.getMessage() + ".", e);
        }
    }
}
