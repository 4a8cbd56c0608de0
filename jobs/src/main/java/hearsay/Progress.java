package hearsay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One line a step as the run goes: its name, the rows that came out, the seconds it took. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** @param rows rows that lie on the disk already, so that counting them is cheap */
    Dataset<Row> step(String name, Supplier<Dataset<Row>> rows) {
        long began = System.nanoTime();
        Dataset<Row> made = rows.get();
        long count = made.count();
        out.printf(Locale.ROOT, "%-20s %,12d rows %8.1f s%n", name, count, (System.nanoTime() - began) / 1e9);
        return made;
    }
}
