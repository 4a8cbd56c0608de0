package hearsay.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One table of the warehouse, declared by the record of its rows: the components are the columns, in order.
 *
 * @param name      folder below the warehouse
 * @param rowType   record whose components are the columns, each with its {@link Says} sentence
 * @param key       columns that together name a row; unique over the whole table
 * @param partition column whose values are the folders of the table, or empty for a table in one piece
 */
public record Table<R extends Record>(String name, Class<R> rowType, List<String> key, Optional<String> partition) {

    static <R extends Record> Table<R> of(String name, Class<R> rowType, Optional<String> partition, String... key) {
        return new Table<>(name, rowType, List.of(key), partition);
    }

    /** What one row is, for the table dictionary. */
    public String says() {
        return rowType.getAnnotation(Says.class).value();
    }

    public Records<R> records() {
        return Records.of(rowType);
    }

    public StructType schema() {
        return records().schema();
    }

    /** The records as rows of the table, without a job. */
    public Dataset<Row> rows(SparkSession spark, List<R> records) {
        return records().dataset(spark, records);
    }

    public Dataset<Row> empty(SparkSession spark) {
        return rows(spark, List.of());
    }

    /**
     * The rows with exactly the declared columns, in the declared order. Nothing is cast: a wrong type would become null.
     *
     * @param beside columns that stay too, behind the declared ones, for steps that know of them
     * @throws IllegalStateException naming the table and the columns that are missing or of another type
     */
    public Dataset<Row> fit(Dataset<Row> rows, String... beside) {
        List<String> present = Arrays.asList(rows.columns());
        List<String> missing = Arrays.stream(schema().fieldNames())
                .filter(c -> !present.contains(c))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("table " + name + " lacks the columns " + missing + "; has " + present);
        }
        StructType found = rows.schema();
        List<String> wrong = Arrays.stream(schema().fields())
                .filter(c -> !c.dataType()
                        .asNullable()
                        .equals(found.apply(c.name()).dataType().asNullable()))
                .map(c -> c.name() + " " + found.apply(c.name()).dataType().simpleString() + " for "
                        + c.dataType().simpleString())
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("table " + name + " takes no " + String.join(", no ", wrong));
        }
        Stream<Column> declared = Arrays.stream(schema().fields()).map(Table::nullable);
        return rows.select(Stream.concat(declared, Arrays.stream(beside).map(functions::col))
                .toArray(Column[]::new));
    }

    private static Column nullable(StructField field) { // what is read from a file may be null as far as Spark knows
        return functions.col(field.name()).cast(field.dataType().asNullable()).as(field.name());
    }
}
