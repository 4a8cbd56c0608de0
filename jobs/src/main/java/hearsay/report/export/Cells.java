package hearsay.report.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** The values of Spark's rows as Java has them: null, text, numbers, days, lists. */
final class Cells {
    /** What stands between the entries of a list where a cell holds text only. */
    static final String BETWEEN = " | ";

    private Cells() {}

    static Object value(Row row, int column) {
        return row.get(column) instanceof Seq<?> list
                ? new ArrayList<>(JavaConverters.seqAsJavaListConverter(list).asJava())
                : row.get(column);
    }

    /** Every value but lists; these as one text. */
    static List<Object> flat(Row row) {
        List<Object> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(flat(value(row, i)));
        }
        return cells;
    }

    static Object flat(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))
                : value;
    }
}
