package hearsay.tables;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What the declarations say of every table and column, as Markdown; notebooks/TABLES.md holds it and a test compares the two. */
public final class TableDictionary {
    private TableDictionary() {}

    public static String markdown() {
        StringBuilder page = new StringBuilder("Version " + Tables.VERSION + " of the tables.\n\n");
        for (Table<?> table : Tables.ALL) {
            page.append("#### `")
                    .append(table.name())
                    .append("`: one row is ")
                    .append(table.says())
                    .append("\n\n");
            page.append("Key ").append(String.join(", ", table.key()));
            page.append(table.partition().map(p -> "; a folder for each " + p).orElse("; in one piece"))
                    .append(".\n\n");
            page.append("| column | type | what it is |\n|---|---|---|\n");
            columns(page, table.rowType(), table.schema(), "");
            page.append('\n');
            for (RecordComponent component : table.rowType().getRecordComponents()) {
                closedSet(page, component);
            }
        }
        return page.toString();
    }

    /**
     * The sentence of one column.
     *
     * @throws IllegalArgumentException where the record has no such column
     */
    public static String says(Class<? extends Record> rowType, String column) {
        return component(rowType, column).getAnnotation(Says.class).value();
    }

    /** The values of a column as a list in Markdown, each with its sentence; "" where they are no closed set. */
    public static String values(Class<? extends Record> rowType, String column) {
        StringBuilder page = new StringBuilder();
        closedSet(page, component(rowType, column));
        return page.toString();
    }

    private static RecordComponent component(Class<? extends Record> rowType, String column) {
        return Arrays.stream(rowType.getRecordComponents())
                .filter(component -> Records.column(component.getName()).equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(rowType + " has no column " + column));
    }

    private static void columns(StringBuilder page, Class<?> type, StructType schema, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            StructField field = schema.fields()[i];
            page.append("| `")
                    .append(prefix)
                    .append(field.name())
                    .append("` | ")
                    .append(name(field.dataType()));
            page.append(" | ")
                    .append(components[i].getAnnotation(Says.class).value())
                    .append(" |\n");
            if (field.dataType() instanceof ArrayType array && array.elementType() instanceof StructType inner) {
                Class<?> element =
                        (Class<?>) ((ParameterizedType) components[i].getGenericType()).getActualTypeArguments()[0];
                columns(page, element, inner, prefix + field.name() + "[].");
            }
        }
    }

    private static void closedSet(StringBuilder page, RecordComponent component) {
        OneOf sets = component.getAnnotation(OneOf.class);
        for (int i = 0; sets != null && i < sets.value().length; i++) {
            page.append(i == 0 ? "Values of `" + Records.column(component.getName()) + "`" : "and behind it")
                    .append(sets.value().length > 1 && i == 0 ? ", its first word:\n\n" : ":\n\n");
            for (Value value : sets.value()[i].getEnumConstants()) {
                page.append("- `")
                        .append(value.word().replace("%s", "…"))
                        .append("`: ")
                        .append(value.says())
                        .append('\n');
            }
            page.append('\n');
        }
    }

    private static String name(DataType type) {
        return type instanceof ArrayType array
                ? "list of " + name(array.elementType())
                : type.typeName().replace("integer", "int").toLowerCase(Locale.ROOT);
    }
}
