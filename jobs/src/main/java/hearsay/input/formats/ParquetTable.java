package hearsay.input.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hearsay.input.FieldNames;
import hearsay.input.InputSettings;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** A Parquet file: an article a row. A range of it holds the row groups whose middle lies in the range. */
final class ParquetTable extends Findings {
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private final ParquetReader<Group> rows;
    private final FieldNames names;

    ParquetTable(Piece piece, Configuration conf, InputSettings settings) throws IOException {
        names = settings.fieldNames();
        rows = ParquetReader.builder(new GroupReadSupport(), new Path(piece.address()))
                .withConf(conf)
                .withFileRange(piece.begin(), piece.end())
                .build();
    }

    @Override
    protected Finding advance() throws IOException {
        Group row = rows.read();
        return row == null ? null : JsonArticle.of(object(row), position(), names);
    }

    @Override
    protected long position() {
        return Math.max(0, rows.getCurrentRowIndex()) + 1;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static ObjectNode object(Group group) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            JsonNode value = value(group, field);
            if (value != null) {
                object.set(type.getFieldName(field), value);
            }
        }
        return object;
    }

    private static JsonNode value(Group group, int field) {
        int count = group.getFieldRepetitionCount(field);
        Type type = group.getType().getType(field);
        if (count == 0) {
            return null;
        }
        if (type.isRepetition(Type.Repetition.REPEATED)) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < count; i++) {
                items.add(one(group, field, i, type));
            }
            return items;
        }
        return one(group, field, 0, type);
    }

    private static JsonNode one(Group group, int field, int index, Type type) {
        if (type.isPrimitive()) {
            return JsonNodeFactory.instance.textNode(text(group, field, index, type));
        }
        Group inner = group.getGroup(field, index);
        return type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
                ? items(inner)
                : object(inner);
    }

    /** A list is a group of one repeated group of one element, or, as old writers have it, of the repeated element. */
    private static ArrayNode items(Group list) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        Type repeated = list.getType().getType(0);
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            boolean wrapped = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
            JsonNode item = wrapped ? value(list.getGroup(0, i), 0) : one(list, 0, i, repeated);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private static String text(Group group, int field, int index, Type type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT96:
                NanoTime time = NanoTime.fromBinary(group.getInt96(field, index));
                return LocalDate.ofEpochDay(time.getJulianDay() - JULIAN_DAY_OF_1970)
                        .atStartOfDay()
                        .plusNanos(time.getTimeOfDayNanos())
                        .toInstant(ZoneOffset.UTC)
                        .toString();
            case INT64:
                long number = group.getLong(field, index);
                return meaning instanceof TimestampLogicalTypeAnnotation timestamp
                        ? moment(number, timestamp.getUnit()).toString()
                        : String.valueOf(number);
            case INT32:
                int small = group.getInteger(field, index);
                return meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(small).toString()
                        : String.valueOf(small);
            case BINARY, FIXED_LEN_BYTE_ARRAY:
                return group.getBinary(field, index).toStringUsingUTF8();
            default:
                return group.getValueToString(field, index);
        }
    }

    private static Instant moment(long number, LogicalTypeAnnotation.TimeUnit unit) {
        return Instant.EPOCH.plus(
                number,
                switch (unit) {
                    case MILLIS -> ChronoUnit.MILLIS;
                    case MICROS -> ChronoUnit.MICROS;
                    case NANOS -> ChronoUnit.NANOS;
                });
    }
}
