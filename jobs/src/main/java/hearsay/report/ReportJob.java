package hearsay.report;

import hearsay.report.page.Morning;
import hearsay.report.page.MorningFromTables;
import hearsay.report.page.NightlyPage;
import hearsay.report.site.SiteJob;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.settings.WholeFile;
import hearsay.steps.QuoteSettings;
import hearsay.store.Warehouse;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the first thing to read in the morning: one HTML file of the night that needs no network, or a site about the whole
 * warehouse.
 *
 * <pre>
 * jobs/hearsay report --warehouse warehouse --out report.html
 * jobs/hearsay report --warehouse warehouse --out site/
 * </pre>
 */
public final class ReportJob {
    private ReportJob() {}

    /**
     * @param out a name that ends in .html or .htm is one page, another one the folder of a site
     * @throws OperatorMistake where no night was published, or the place cannot be written
     */
    public static void run(SparkSession spark, Settings settings, String path, Path out, PrintStream to) {
        if (!out.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.html?")) {
            SiteJob.run(spark, settings, path, out, to);
            return;
        }
        Morning morning = MorningFromTables.read(
                spark, Warehouse.existing(spark, path), settings.section("quotes", QuoteSettings.class));
        WholeFile.write(out, file -> file.write(NightlyPage.of(morning).getBytes(StandardCharsets.UTF_8)));
    }
}
