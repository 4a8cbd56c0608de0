package hearsay.report.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows to write.
 *
 * @param row     what one row is
 * @param columns its columns, in this order
 * @param rows    in the order of the file
 */
record Exported(String row, List<Column> columns, Dataset<Row> rows) {
    /** @param joined what the columns' SQL reads */
    static Exported of(String row, List<Column> columns, Dataset<Row> joined) {
        return new Exported(
                row,
                columns,
                joined.select(columns.stream()
                        .map(column -> functions.expr(column.sql()).as(column.name()))
                        .toArray(org.apache.spark.sql.Column[]::new)));
    }

    /** In falling order of the first two, whose nulls come last, then by the others. */
    Exported orderedByMost(String first, String second, String... then) {
        Stream<org.apache.spark.sql.Column> most =
                Stream.of(first, second).map(name -> functions.col(name).desc_nulls_last());
        return ordered(Stream.concat(most, Arrays.stream(then).map(functions::col)));
    }

    Exported orderedBy(String... names) {
        return ordered(Arrays.stream(names).map(functions::col));
    }

    private Exported ordered(Stream<org.apache.spark.sql.Column> by) {
        return new Exported(row, columns, rows.orderBy(by.toArray(org.apache.spark.sql.Column[]::new)));
    }
}
