package hearsay.store;

import hearsay.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of files beside those that are declared.
 *
 * @param missing a sentence for each table of which some files lack columns, as those of earlier versions do, and what to do
 * @param unlike  columns of another type, or of no declaration
 */
record Columns(List<String> missing, List<String> unlike) {

    static Columns of(List<ReadFile> files) {
        List<String> missing = new ArrayList<>();
        Map<String, Integer> unlike = new TreeMap<>();
        for (Table<?> table : Published.TABLES) {
            Map<String, String> declared = flat("", table.schema());
            TreeSet<String> lacked = new TreeSet<>();
            int lacking = 0;
            int all = 0;
            for (ReadFile file : files) {
                if (!file.file().startsWith(table.name() + "/") || file.schema() == null) {
                    continue;
                }
                all++;
                Map<String, String> has = flat("", (StructType) DataType.fromJson(file.schema()));
                has.forEach((column, type) -> {
                    if (!type.equals(declared.get(column))) {
                        String wanted = declared.get(column);
                        unlike.merge(
                                table.name() + "." + column + " (" + type
                                        + (wanted == null ? ", of no declaration)" : " for " + wanted + ")"),
                                1,
                                Integer::sum);
                    }
                });
                List<String> here = declared.keySet().stream()
                        .filter(column -> !has.containsKey(column))
                        .filter(column ->
                                table.partition().filter(column::equals).isEmpty())
                        .toList();
                lacked.addAll(here);
                lacking += here.isEmpty() ? 0 : 1;
            }
            if (lacking > 0) {
                missing.add(
                        table.name() + ": " + lacking + " of " + all + " files lack columns that were declared later ("
                                + String.join(", ", lacked) + "); they read as null there.");
            }
        }
        if (!missing.isEmpty()) {
            missing.add("A night writes such columns for the days that it touches, jobs/hearsay rebuild for all days.");
        }
        return new Columns(
                missing,
                unlike.entrySet().stream()
                        .map(column -> column.getKey() + " in " + column.getValue()
                                + (column.getValue() == 1 ? " file" : " files"))
                        .collect(Collectors.toList()));
    }

    /** Columns and their types, those within a list of records with the list before a dot. */
    private static Map<String, String> flat(String prefix, StructType schema) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (StructField field : schema.fields()) {
            DataType type = field.dataType() instanceof ArrayType list ? list.elementType() : field.dataType();
            if (type instanceof StructType record) {
                columns.putAll(flat(prefix + field.name() + ".", record));
            } else {
                columns.put(prefix + field.name(), field.dataType().simpleString());
            }
        }
        return columns;
    }
}
