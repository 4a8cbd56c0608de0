package hearsay.report.export;

import static org.apache.spark.sql.functions.col;

import hearsay.settings.OperatorMistake;
import hearsay.steps.QuoteSettings;
import hearsay.store.Published;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which rows are exported.
 *
 * @param from  first day of publication, empty for all before {@code to}
 * @param to    last day
 * @param shown which quotations count
 */
record Selection(Optional<LocalDate> from, Optional<LocalDate> to, QuoteSettings shown) {
    /** @throws OperatorMistake where the last day is before the first */
    Selection {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new OperatorMistake(
                    "--from " + from.get() + " is after --to " + to.get() + "; there is no such day.");
        }
    }

    boolean isWhole() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Rows of a table with days: all, or those of the days asked for whose article has a day of its own. */
    Dataset<Row> of(Published warehouse, Table<?> table) {
        if (isWhole()) {
            return warehouse.read(table);
        }
        Set<LocalDate> days = warehouse.days(table).stream()
                .filter(day -> from.isEmpty() || !day.isBefore(from.get()))
                .filter(day -> to.isEmpty() || !day.isAfter(to.get()))
                .collect(Collectors.toSet());
        Dataset<Row> rows = warehouse.read(table, days);
        return Arrays.asList(rows.columns()).contains("date_doubt")
                ? rows.where(col("date_doubt").isNull())
                : rows;
    }

    /** The quotations that count. */
    Dataset<Row> quotes(Published warehouse) {
        return of(warehouse, Tables.QUOTES).where(shown.isShown());
    }

    /** What is counted where days were asked for, with the words before it; "" for all days. */
    String articles(String before) {
        String span = from.map(day -> " from " + day).orElse("")
                + to.map(day -> " to " + day).orElse("");
        return isWhole() ? "" : before + " articles" + span + " that have a day of their own";
    }

    /** Which quotations count, in words that follow "quotations". */
    String trust() {
        return "of confidence " + shown.trusted() + " or more that report what somebody said or thinks";
    }
}
