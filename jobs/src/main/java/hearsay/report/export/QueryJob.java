package hearsay.report.export;

import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.to_json;

import hearsay.settings.OperatorMistake;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Printable;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Answers a question in Spark SQL over the tables of a warehouse, each a view of its own name.
 *
 * <pre>jobs/hearsay query "select speaker, count(*) from quotes group by speaker" --warehouse warehouse</pre>
 */
public final class QueryJob {
    /** How the answer is printed. */
    public enum Answer {
        /** Columns beside each other, the first rows. */
        TABLE,
        /** As {@code export} writes it. */
        CSV,
        /** As {@code export} writes it. */
        JSONL
    }

    private static final int ROWS = 1_000;
    private static final int WIDEST = 80;
    /** "[UNRESOLVED_COLUMN.WITH_SUGGESTION]" before what it says, and the place behind it. */
    private static final Pattern FRAME = Pattern.compile(
            "^\\[[A-Z0-9_.]+]\\s*|[;.]?\\s*(?:SQLSTATE: \\w+|line \\d+ pos \\d+|\\(line \\d+, pos \\d+\\)).*");

    private QueryJob() {}

    /** @throws OperatorMistake where the query cannot be read or run, or would do more than read */
    public static void run(SparkSession spark, String path, String query, Answer answer, PrintStream out) {
        Published warehouse = Warehouse.existing(spark, path);
        for (Table<?> table : Tables.ALL) {
            warehouse.read(table).createOrReplaceTempView(table.name());
        }
        try {
            ReadOnly.check(spark.sessionState().sqlParser().parsePlan(query));
            Dataset<Row> rows = spark.sql(query);
            ReadOnly.check(rows.queryExecution().analyzed());
            print(plain(rows), answer, out);
        } catch (OperatorMistake e) {
            throw e;
        } catch (Exception e) { // the parser's and the analyser's are checked ones, of which Scala tells Java nothing
            throw mistake(e);
        }
    }

    private static void print(Dataset<Row> rows, Answer answer, PrintStream out) throws IOException {
        switch (answer) {
            case TABLE -> table(rows, out);
            case CSV -> RowsFile.csv(rows, false, out);
            case JSONL -> RowsFile.jsonl(rows, out);
        }
    }

    /** Every column under a name of its own; text, numbers, truths, days and lists of these as they are, the rest as JSON. */
    private static Dataset<Row> plain(Dataset<Row> rows) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String name : rows.columns()) {
            String own = name;
            for (int i = 2; !taken.add(own.toLowerCase(Locale.ROOT)); i++) {
                own = name + "_" + i;
            }
            names.add(own);
        }
        Dataset<Row> named = rows.toDF(names.toArray(String[]::new));
        return named.select(names.stream()
                .map(name -> plain(
                                named.col("`" + name.replace("`", "``") + "`"),
                                named.schema().apply(name).dataType())
                        .as(name))
                .toArray(Column[]::new));
    }

    private static Column plain(Column column, DataType type) {
        if (type.equals(DataTypes.BinaryType)) {
            return hex(column);
        }
        boolean nested = isNested(type)
                || (type instanceof ArrayType array
                        && (isNested(array.elementType())
                                || array.elementType() instanceof ArrayType
                                || array.elementType().equals(DataTypes.BinaryType)));
        return nested ? to_json(column) : column;
    }

    private static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof MapType;
    }

    private static void table(Dataset<Row> rows, PrintStream out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(rows.columns()).map(QueryJob::cut).toList());
        List<Row> found = rows.limit(ROWS + 1).collectAsList();
        found.stream()
                .limit(ROWS)
                .map(row -> Cells.flat(row).stream()
                        .map(cell -> cell == null ? "" : cut(cell.toString()))
                        .toList())
                .forEach(lines::add);
        int[] widths = new int[rows.columns().length];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder print = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                print.append(line.get(i)).append(" ".repeat(widths[i] - length(line.get(i)) + 2));
            }
            out.println(print.toString().stripTrailing());
        }
        if (found.size() > ROWS) {
            out.printf(Locale.ROOT, "These are the first %,d rows; --format csv gives all.%n", ROWS);
        }
    }

    private static String cut(String text) {
        String line = Printable.line(text);
        return length(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What Spark says of a query, in its first line; what is no word of Spark on the query stays a fault. */
    private static RuntimeException mistake(Exception e) {
        SparkThrowable said = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said = cause instanceof SparkThrowable word && word.getErrorClass() != null ? word : said;
        }
        if (said == null || said.isInternalError()) {
            return e instanceof RuntimeException fault
                    ? fault
                    : e instanceof IOException io ? new UncheckedIOException(io) : new IllegalStateException(e);
        }
        String line = Objects.requireNonNullElse(((Throwable) said).getMessage(), "")
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        return new OperatorMistake(
                "The query cannot be run: "
                        + FRAME.matcher(line).replaceAll("").strip().replaceAll("[.;]$", "") + ".",
                e);
    }
}
