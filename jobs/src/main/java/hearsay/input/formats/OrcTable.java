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
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.RecordReader;
import org.apache.orc.TypeDescription;

/** An ORC file: an article a row. A range of it holds the stripes that begin in the range. */
final class OrcTable extends Findings {
    private static final int ROWS_AT_ONCE = 64; // whole articles: a batch of Hive's 1,024 could be large

    private final Reader file;
    private final RecordReader rows;
    private final TypeDescription type;
    private final VectorizedRowBatch batch;
    private final FieldNames names;
    private int at;
    private long first;

    OrcTable(Piece piece, Configuration conf, InputSettings settings) throws IOException {
        names = settings.fieldNames();
        file = OrcFile.createReader(
                new Path(piece.address()), OrcFile.readerOptions(conf).useUTCTimestamp(true));
        rows = file.rows(file.options().range(piece.begin(), piece.end() - piece.begin()));
        type = file.getSchema();
        batch = type.createRowBatch(ROWS_AT_ONCE);
        batch.size = 0;
    }

    @Override
    protected Finding advance() throws IOException {
        if (at == batch.size) {
            first = rows.getRowNumber();
            at = 0;
            if (!rows.nextBatch(batch)) {
                return null;
            }
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < batch.cols.length; i++) {
            set(row, type.getFieldNames().get(i), value(type.getChildren().get(i), batch.cols[i], at));
        }
        at++;
        return JsonArticle.of(row, first + at, names);
    }

    @Override
    protected long position() {
        return first + at + 1;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        if (value != null) {
            object.set(name, value);
        }
    }

    private static JsonNode value(TypeDescription type, ColumnVector column, int row) {
        int at = column.isRepeating ? 0 : row;
        if (!column.noNulls && column.isNull[at]) {
            return null;
        }
        if (column instanceof BytesColumnVector bytes) {
            return JsonNodeFactory.instance.textNode(bytes.toString(at));
        } else if (column instanceof TimestampColumnVector time) {
            Instant moment = Instant.ofEpochSecond(Math.floorDiv(time.getTime(at), 1_000), time.getNanos(at));
            return JsonNodeFactory.instance.textNode(moment.toString());
        } else if (column instanceof LongColumnVector number) {
            boolean day = type.getCategory() == TypeDescription.Category.DATE;
            String text = day ? LocalDate.ofEpochDay(number.vector[at]).toString() : String.valueOf(number.vector[at]);
            return JsonNodeFactory.instance.textNode(text);
        } else if (column instanceof ListColumnVector list) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (long i = list.offsets[at]; i < list.offsets[at] + list.lengths[at]; i++) {
                JsonNode item = value(type.getChildren().get(0), list.child, (int) i);
                if (item != null) {
                    items.add(item);
                }
            }
            return items;
        } else if (column instanceof StructColumnVector struct) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            List<TypeDescription> types = type.getChildren();
            for (int i = 0; i < struct.fields.length; i++) {
                set(object, type.getFieldNames().get(i), value(types.get(i), struct.fields[i], at));
            }
            return object;
        }
        return null; // maps, unions and numbers with fractions hold no field of an article
    }
}
