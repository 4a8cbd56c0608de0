package hearsay.night;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets of days of publication. */
final class Days {
    private Days() {}

    /** The days of one column of dates. */
    static Set<LocalDate> of(Dataset<Row> dates) {
        return dates.distinct().collectAsList().stream()
                .map(row -> (LocalDate) row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days, and so many after each of them. */
    static Set<LocalDate> withAfter(Set<LocalDate> days, int window) {
        return days.stream()
                .flatMap(day -> day.datesUntil(day.plusDays(window + 1L)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days, and so many before each of them. */
    static Set<LocalDate> withBefore(Set<LocalDate> days, int window) {
        return days.stream()
                .flatMap(day -> day.minusDays(window).datesUntil(day.plusDays(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of {@code days} that are not among {@code others}. */
    static Set<LocalDate> without(Set<LocalDate> days, Set<LocalDate> others) {
        Set<LocalDate> left = new TreeSet<>(days);
        left.removeAll(others);
        return left;
    }
}
