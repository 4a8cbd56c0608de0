package hearsay.night;

import hearsay.settings.Build;
import hearsay.settings.Settings;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Writes days that lie in many small files as few; nights leave none, but other writers may. */
public final class CompactJob {
    private CompactJob() {}

    public static void run(SparkSession spark, Settings settings, String path, LocalDate runDate, boolean accept) {
        Warehouse.existing(spark, path);
        NightSettings own = NightSettings.of(settings);
        Warehouse warehouse = own.warehouse(spark, path);
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(runDate, "compact", new Versions(Build.version(), "", ""))) {
            int rewritten = 0;
            for (Table<?> table : Tables.ALL) {
                rewritten += night.compact(table);
            }
            if (rewritten == 0) {
                System.out.println("No day lies in many small files; nothing to do.");
                return;
            }
            report.note("compacted " + rewritten + " partitions");
            night.publish(own.checks(), report, accept);
        }
        report.print(System.out);
    }
}
