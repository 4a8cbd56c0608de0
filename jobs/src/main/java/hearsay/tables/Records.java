package hearsay.tables;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Java records as Spark rows and back. Spark's bean encoder asks for setters, which records do not have.
 *
 * <p>A component {@code publishedDate} is the column {@code published_date}. Types: String, boolean, int, long, double
 * (boxed where null is allowed), byte[], {@link LocalDate}, {@link Instant}, records, and lists of these. Needs
 * {@code spark.sql.datetime.java8API.enabled}.
 */
public final class Records<R extends Record> implements Serializable {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Map<Type, DataType> LEAVES = Map.ofEntries(
            Map.entry(String.class, DataTypes.StringType),
            Map.entry(boolean.class, DataTypes.BooleanType),
            Map.entry(Boolean.class, DataTypes.BooleanType),
            Map.entry(int.class, DataTypes.IntegerType),
            Map.entry(Integer.class, DataTypes.IntegerType),
            Map.entry(long.class, DataTypes.LongType),
            Map.entry(Long.class, DataTypes.LongType),
            Map.entry(double.class, DataTypes.DoubleType),
            Map.entry(Double.class, DataTypes.DoubleType),
            Map.entry(byte[].class, DataTypes.BinaryType),
            Map.entry(LocalDate.class, DataTypes.DateType),
            Map.entry(Instant.class, DataTypes.TimestampType));

    private final Class<R> type;

    private Records(Class<R> type) {
        this.type = type;
    }

    public static <R extends Record> Records<R> of(Class<R> type) {
        return new Records<>(type);
    }

    public StructType schema() {
        return shape(type).schema;
    }

    public Encoder<Row> encoder() {
        return Encoders.row(schema());
    }

    /** The record as a row in the order of {@link #schema()}. */
    public Row row(R record) {
        return toRow(record);
    }

    /** The row as a record; columns are found by name, a column the row does not have reads as null. */
    public R record(Row row) {
        return type.cast(toRecord(row, shape(type)));
    }

    /** The records as a dataset of {@link #schema()}, in their order, without a job. */
    public Dataset<Row> dataset(SparkSession spark, List<R> records) {
        return spark.createDataFrame(records.stream().map(this::row).toList(), schema());
    }

    public Dataset<Row> rows(Dataset<Row> from, FlatMapFunction<Row, R> step) {
        return from.flatMap((FlatMapFunction<Row, Row>) row -> new Mapped<>(step.call(row), this::row), encoder());
    }

    /** One call of {@code step} per group of rows with the same {@code column}, a string. */
    public Dataset<Row> rowsByGroup(Dataset<Row> from, String column, FlatMapGroupsFunction<String, Row, R> step) {
        return from.groupByKey((MapFunction<Row, String>) row -> row.getAs(column), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (key, rows) -> new Mapped<>(step.call(key, rows), this::row),
                        encoder());
    }

    static String column(String component) {
        return HUMP.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static Row toRow(Record record) {
        Shape shape = shape(record.getClass());
        Object[] values = new Object[shape.getters.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = toSpark((Object) shape.getters[i].invokeExact(record));
            }
        } catch (Throwable t) {
            throw new IllegalStateException("cannot read " + record.getClass().getName(), t);
        }
        // with its schema: between two typed steps Spark hands the row on as it is, and the next one reads columns by
        // name
        return new GenericRowWithSchema(values, shape.schema);
    }

    private static Object toSpark(Object value) {
        if (value instanceof Record record) {
            return toRow(record);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(toSpark(item)));
            return JavaConverters.asScalaBufferConverter(items).asScala().toSeq();
        }
        return value;
    }

    private static Record toRecord(Row row, Shape shape) {
        Object[] values = new Object[shape.getters.length];
        int[] columns = shape.columns(row.schema());
        for (int i = 0; i < values.length; i++) {
            Object value = columns[i] < 0 ? null : row.get(columns[i]);
            values[i] = value == null ? null : shape.fromSpark.get(i).apply(value);
        }
        try {
            return (Record) shape.constructor.invokeExact(values);
        } catch (Throwable t) {
            throw new IllegalStateException("cannot make a " + shape.type.getName() + " of " + row, t);
        }
    }

    private static Function<Object, Object> fromSpark(Type type) {
        if (type instanceof ParameterizedType list) {
            Function<Object, Object> item = fromSpark(list.getActualTypeArguments()[0]);
            return value -> {
                Seq<?> values = (Seq<?>) value;
                List<Object> items = new ArrayList<>(values.size());
                JavaConverters.seqAsJavaListConverter(values)
                        .asJava()
                        .forEach(v -> items.add(v == null ? null : item.apply(v)));
                return items;
            };
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            Shape shape = shape(c);
            return value -> toRecord((Row) value, shape);
        }
        return value -> value;
    }

    private static DataType sparkType(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return DataTypes.createArrayType(sparkType(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return shape(c).schema;
        }
        DataType leaf = LEAVES.get(type);
        if (leaf == null) {
            throw new IllegalArgumentException("no column type for " + type);
        }
        return leaf;
    }

    private static Shape shape(Class<?> type) {
        Shape known = SHAPES.get(type);
        if (known == null) { // not computeIfAbsent: a record of records comes back here while its shape is made
            known = new Shape(type);
            SHAPES.putIfAbsent(type, known);
        }
        return known;
    }

    private static final class Shape {
        private static final MethodType GETTER = MethodType.methodType(Object.class, Record.class);
        private static final MethodType CONSTRUCTOR = MethodType.methodType(Record.class, Object[].class);

        final Class<?> type;
        final StructType schema;
        final List<Function<Object, Object>> fromSpark;
        final MethodHandle[] getters;
        final MethodHandle constructor;
        private volatile Columns last;

        Shape(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            StructType columns = new StructType();
            List<Function<Object, Object>> readers = new ArrayList<>();
            getters = new MethodHandle[components.length];
            Class<?>[] raw = new Class<?>[components.length];
            try {
                MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                for (int i = 0; i < components.length; i++) {
                    readers.add(fromSpark(components[i].getGenericType()));
                    raw[i] = components[i].getType();
                    getters[i] = lookup.unreflect(components[i].getAccessor()).asType(GETTER);
                    columns = columns.add(
                            column(components[i].getName()),
                            sparkType(components[i].getGenericType()),
                            !raw[i].isPrimitive());
                }
                constructor = lookup.findConstructor(type, MethodType.methodType(void.class, raw))
                        .asFixedArity()
                        .asSpreader(Object[].class, raw.length)
                        .asType(CONSTRUCTOR);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("not a readable record: " + type, e);
            }
            this.type = type;
            schema = columns;
            fromSpark = List.copyOf(readers);
        }

        /** For each component its place in rows of this schema, -1 for none; rows come with the schema of those before. */
        int[] columns(StructType of) {
            Columns known = last;
            if (known == null || known.schema != of) {
                List<String> names = List.of(of.fieldNames());
                known = new Columns(
                        of,
                        Stream.of(schema.fieldNames()).mapToInt(names::indexOf).toArray());
                last = known;
            }
            return known.places;
        }

        private record Columns(StructType schema, int[] places) {}
    }

    private record Mapped<A, B>(java.util.Iterator<A> from, Function<A, B> step) implements java.util.Iterator<B> {
        @Override
        public boolean hasNext() {
            return from.hasNext();
        }

        @Override
        public B next() {
            return step.apply(from.next());
        }
    }
}
