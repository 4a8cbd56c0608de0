package hearsay.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import hearsay.input.Finding.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Comma- or tab-separated values with a header: an article a row. */
final class CsvFile extends Findings {
    private final InputStream bytes;
    private final boolean tabs;
    private final InputSettings settings;
    private final FieldNames names;
    private CsvParser parser;
    private String[] header;
    private long position = 1;

    CsvFile(InputStream bytes, boolean tabs, InputSettings settings) {
        this.bytes = bytes;
        this.tabs = tabs;
        this.settings = settings;
        this.names = settings.fieldNames();
    }

    @Override
    Finding advance() throws IOException {
        if (parser == null) {
            parser = new CsvParser(parserSettings());
            parser.beginParsing(Encoding.reader(bytes));
            header = parser.parseNext();
            if (header == null) {
                return new Unusable(0, "no header", null);
            }
            if (Arrays.stream(header).noneMatch(name -> name != null && names.of(FieldNames.TEXT).contains(name.strip()))) {
                header = null;
                parser.stopParsing();
                return new Unusable(1, "no column of the header is a text; name it by input.fields.text", null);
            }
        }
        long line = parser.getContext().currentLine() + 1;
        String[] row = header == null || parser.getContext().isStopped() ? null : parser.parseNext();
        if (row == null) {
            return null;
        }
        position = Math.max(position + 1, line);
        if (row.length != header.length) {
            return new Unusable(position, row.length + " columns, the header has " + header.length, row[0]);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null && header[i] != null) {
                node.put(header[i].strip(), row[i]);
            }
        }
        return JsonArticle.of(node, position, names);
    }

    @Override
    long position() {
        return position + 1;
    }

    private CsvParserSettings parserSettings() {
        CsvParserSettings csv = new CsvParserSettings();
        csv.setMaxCharsPerColumn(settings.largestRecord());
        csv.setMaxColumns(1_000);
        csv.setLineSeparatorDetectionEnabled(true);
        csv.setNormalizeLineEndingsWithinQuotes(false);
        csv.setIgnoreLeadingWhitespaces(false);
        csv.setIgnoreTrailingWhitespaces(false);
        csv.setReadInputOnSeparateThread(false);
        csv.setErrorContentLength(0);
        CsvFormat format = csv.getFormat();
        if (tabs) {
            format.setDelimiter('\t');
        } else {
            csv.setDelimiterDetectionEnabled(true, ',', ';', '\t', '|');
        }
        return csv;
    }

    @Override
    public void close() throws IOException {
        if (parser != null) {
            parser.stopParsing();
        }
        bytes.close();
    }
}
