package hearsay.night;

import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A night at work: what its parts share.
 *
 * @param warehouse the tables as the night before left them
 * @param night     the tables as they are staged so far, over those of the night before
 */
record RunningNight(
        SparkSession spark,
        NightSettings settings,
        Warehouse warehouse,
        Night night,
        RunReport report,
        Progress progress) {

    /** Stages the rows of some days. */
    Dataset<Row> stage(Table<?> table, Dataset<Row> rows, Set<LocalDate> touched) {
        return step(table.name(), () -> night.stage(table, rows, touched));
    }

    /** Stages a table that is in one piece. */
    Dataset<Row> stage(Table<?> table, Dataset<Row> rows) {
        return step(table.name(), () -> night.stage(table, rows));
    }

    /** A step whose rows lie on the disk when it ends. */
    Dataset<Row> step(String name, Supplier<Dataset<Row>> rows) {
        Dataset<Row> made = rows.get();
        progress.done(name, night.rows(made));
        return made;
    }

    /** The rows of new and changed articles, and those of the days' other articles as they stand. */
    Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows, Set<LocalDate> days) {
        return with(fresh, table, rows, night.read(table, days));
    }

    /** The rows of new and changed articles, and those of all other articles as they stand. */
    Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows) {
        return with(fresh, table, rows, night.read(table));
    }

    /** The rows of new and changed articles, and those of other articles among {@code others}. */
    static Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows, Dataset<Row> others) {
        return table.fit(rows)
                .unionByName(others.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"));
    }

    /** Those of some days that have rows of a table in the archive. */
    Set<LocalDate> archived(Table<?> table, Set<LocalDate> days) {
        Set<LocalDate> archived = new TreeSet<>(days);
        archived.retainAll(warehouse.days(table));
        return archived;
    }

    /** Lets the run write other days than those of its articles, and say so. @return whether there are any */
    boolean touch(Set<LocalDate> touched, Set<LocalDate> others, String because) {
        if (!others.isEmpty()) {
            report.note((others.size() == 1 ? "1 other day is" : others.size() + " other days are") + " written anew: "
                    + because);
        }
        return touched.addAll(others);
    }
}
