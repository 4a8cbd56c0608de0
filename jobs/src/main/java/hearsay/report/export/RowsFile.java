package hearsay.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import hearsay.tables.CsvSheet;
import hearsay.tables.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows as CSV or as JSON lines, in UTF-8; they pass through memory a partition at a time. */
final class RowsFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private RowsFile() {}

    /**
     * A header and a record for each row, as {@link CsvSheet} writes them.
     *
     * @param bom whether the mark stands in front by which Excel knows UTF-8
     * @return how many rows there are
     */
    static long csv(Dataset<Row> rows, boolean bom, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(bom ? BYTE_ORDER_MARK : "");
        writer.write(CsvSheet.line(Arrays.asList(rows.columns())));
        long count = 0;
        for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); count++) {
            writer.write(CsvSheet.line(Cells.flat(each.next())));
        }
        writer.flush();
        return count;
    }

    /** An object on each line, with every column: null where there is none, lists as arrays. @return how many there are */
    static long jsonl(Dataset<Row> rows, OutputStream out) throws IOException {
        String[] names = rows.columns();
        long count = 0;
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonGenerator json = new JsonFactory().createGenerator(writer).setRootValueSeparator(null);
        for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); count++) {
            Row row = each.next();
            json.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                json.writeFieldName(names[i]);
                write(json, Cells.value(row, i));
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        json.flush();
        return count;
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object one : list) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(Printable.text(value.toString()));
        }
    }
}
