package hearsay.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** An Avro file: an article a record. Read as generic records: no class that a file names is loaded. */
final class AvroFile extends Findings {
    private final InputStream bytes;
    private final FieldNames names;
    private DataFileStream<GenericRecord> records;
    private long position;

    AvroFile(InputStream bytes, InputSettings settings) {
        this.bytes = bytes;
        this.names = settings.fieldNames();
    }

    @Override
    Finding advance() throws IOException {
        if (records == null) {
            records = new DataFileStream<>(bytes, new GenericDatumReader<>());
        }
        if (!records.hasNext()) {
            return null;
        }
        GenericRecord record = records.next();
        position++;
        return JsonArticle.of(object(record), position, names);
    }

    @Override
    long position() {
        return position + 1;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static ObjectNode object(GenericRecord record) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            JsonNode value = value(record.get(field.pos()), field.schema());
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    private static JsonNode value(Object value, Schema schema) {
        if (value == null) {
            return null;
        } else if (value instanceof GenericRecord record) {
            return object(record);
        } else if (value instanceof Collection<?> list) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (Object item : list) {
                JsonNode one = value(item, schema(schema, Schema.Type.ARRAY).getElementType());
                if (one != null) {
                    items.add(one);
                }
            }
            return items;
        } else if (value instanceof Long || value instanceof Integer) {
            return JsonNodeFactory.instance.textNode(number((Number) value, schema));
        }
        return JsonNodeFactory.instance.textNode(value.toString());
    }

    private static String number(Number number, Schema schema) {
        LogicalType meaning = schema.isUnion()
                ? schema.getTypes().stream().map(Schema::getLogicalType).filter(t -> t != null).findFirst().orElse(null)
                : schema.getLogicalType();
        if (meaning instanceof LogicalTypes.TimestampMillis || meaning instanceof LogicalTypes.LocalTimestampMillis) {
            return Instant.ofEpochMilli(number.longValue()).toString();
        } else if (meaning instanceof LogicalTypes.TimestampMicros || meaning instanceof LogicalTypes.LocalTimestampMicros) {
            return Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS).toString();
        } else if (meaning instanceof LogicalTypes.Date) {
            return LocalDate.ofEpochDay(number.longValue()).toString();
        }
        return number.toString();
    }

    private static Schema schema(Schema schema, Schema.Type type) {
        return schema.isUnion()
                ? schema.getTypes().stream().filter(t -> t.getType() == type).findFirst().orElseThrow()
                : schema;
    }
}
