package hearsay.night;

import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Warehouse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * A night that only forgets: days of publication before one go from every table, and what all days together say is said anew by
 * those that are left: which is a copy, what an outlet repeats, who is who, who has which role. Later nights do not take articles of
 * such days again. The last call counts: an earlier day than that of the call before lets articles come back where a file that
 * holds them is opened.
 */
public final class ForgetJob {
    private ForgetJob() {}

    /**
     * @param first the first day that stays
     * @throws OperatorMistake where it is after the run date
     */
    public static void run(
            SparkSession spark, Settings settings, String path, LocalDate first, LocalDate runDate, boolean accept) {
        if (first.isAfter(runDate)) {
            throw new OperatorMistake(
                    "The day " + first + " is still to come: to forget all days before it would leave nothing, and no"
                            + " article would be taken until then.");
        }
        Warehouse.existing(spark, path);
        NightSettings own = NightSettings.of(settings);
        Warehouse warehouse = own.warehouse(spark, path);
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(runDate, "forget before " + first, own.versions(spark))) {
            Set<LocalDate> days = night.forget(first);
            if (days.isEmpty() && warehouse.firstDay().equals(Optional.of(first))) {
                System.out.println("There is no day before " + first + "; nothing to forget.");
                return;
            }
            if (!days.isEmpty()) {
                RunningNight at = new RunningNight(spark, own, warehouse, night, report, new Progress(System.out));
                ArticleLimits limits = ArticleLimits.of(spark, own.mostSeconds());
                Analysed left = AnalysedFromArticles.without(at, limits, days);
                TablesFromAnalysed.stage(at, limits, left, days);
            }
            night.publish(own.checks(), report, accept);
        }
        report.print(System.out);
    }
}
