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
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.SeekableInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * An Avro file: an article a record. A range of it holds the blocks whose sync marker before them begins in the range. Read as
 * generic records: no class that a file names is loaded.
 */
final class AvroFile extends Findings {
    private final Opened opened;
    private final FieldNames names;
    private DataFileStream<GenericRecord> records;
    private final long end;
    private long position;

    /** Opens the records when the first is asked for: what is wrong with the file is a finding. */
    private interface Opened {
        DataFileStream<GenericRecord> records() throws IOException;
    }

    private AvroFile(Opened opened, long end, InputSettings settings) {
        this.opened = opened;
        this.end = end;
        this.names = settings.fieldNames();
    }

    static AvroFile packed(InputStream bytes, InputSettings settings) {
        return new AvroFile(() -> new DataFileStream<>(bytes, new GenericDatumReader<>()), Long.MAX_VALUE, settings);
    }

    static AvroFile plain(FSDataInputStream file, Piece piece, InputSettings settings) {
        return new AvroFile(() -> from(file, piece.bytes(), piece.begin()), piece.end(), settings);
    }

    /** How many records the blocks of a range hold. */
    static long records(FSDataInputStream file, long bytes, long begin, long end) throws IOException {
        DataFileReader<GenericRecord> blocks = from(file, bytes, begin);
        long records = 0;
        while (!blocks.pastSync(end) && blocks.hasNext()) {
            blocks.nextBlock();
            records += blocks.getBlockCount();
        }
        return records;
    }

    private static DataFileReader<GenericRecord> from(FSDataInputStream file, long bytes, long begin)
            throws IOException {
        file.seek(0);
        DataFileReader<GenericRecord> reader =
                new DataFileReader<>(new Seekable(file, bytes), new GenericDatumReader<>());
        reader.sync(begin);
        return reader;
    }

    /** A file of Hadoop's as Avro wants one. */
    private record Seekable(FSDataInputStream file, long length) implements SeekableInput {
        @Override
        public void seek(long to) throws IOException {
            file.seek(to);
        }

        @Override
        public long tell() throws IOException {
            return file.getPos();
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            return file.read(into, offset, most);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    protected Finding advance() throws IOException {
        if (records == null) {
            records = opened.records();
        }
        boolean past = records instanceof DataFileReader<GenericRecord> ranged && ranged.pastSync(end);
        if (past || !records.hasNext()) {
            return null;
        }
        GenericRecord record = records.next();
        position++;
        return JsonArticle.of(object(record), position, names);
    }

    @Override
    protected long position() {
        return position + 1;
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
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
                ? schema.getTypes().stream()
                        .map(Schema::getLogicalType)
                        .filter(t -> t != null)
                        .findFirst()
                        .orElse(null)
                : schema.getLogicalType();
        if (meaning instanceof LogicalTypes.TimestampMillis || meaning instanceof LogicalTypes.LocalTimestampMillis) {
            return Instant.ofEpochMilli(number.longValue()).toString();
        } else if (meaning instanceof LogicalTypes.TimestampMicros
                || meaning instanceof LogicalTypes.LocalTimestampMicros) {
            return Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS).toString();
        } else if (meaning instanceof LogicalTypes.Date) {
            return LocalDate.ofEpochDay(number.longValue()).toString();
        }
        return number.toString();
    }

    private static Schema schema(Schema schema, Schema.Type type) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(t -> t.getType() == type)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
