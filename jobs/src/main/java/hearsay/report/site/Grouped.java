package hearsay.report.site;

import hearsay.tables.Records;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows sorted by a key of ASCII chars, taken key by key in the same order; a partition of them is in memory at a time. */
final class Grouped<R extends Record> {
    private final Iterator<Row> rows;
    private final Records<R> shape;
    private final Function<R, String> key;
    private R next;

    Grouped(Dataset<Row> sorted, Class<R> type, Function<R, String> key) {
        this.rows = sorted.toLocalIterator();
        this.shape = Records.of(type);
        this.key = key;
        step();
    }

    private void step() {
        next = rows.hasNext() ? shape.record(rows.next()) : null;
    }

    /** The rows of one key, those of smaller keys left out. To be read before the next key is asked for. */
    Iterable<R> of(String wanted) {
        while (next != null && key.apply(next).compareTo(wanted) < 0) {
            step();
        }
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next != null && key.apply(next).equals(wanted);
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException(wanted);
                }
                R row = next;
                step();
                return row;
            }
        };
    }

    /** The smallest key of the rows not yet read, null where none is left. */
    String nextKey() {
        return next == null ? null : key.apply(next);
    }
}
