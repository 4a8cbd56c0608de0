package hearsay.input.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import hearsay.input.FieldNames;
import hearsay.input.InputSettings;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.articles.Urls;
import hearsay.input.files.FileProblem;
import hearsay.input.files.FirstBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Comma- or tab-separated values with a header: an article a row. A row that is broken is a finding of its own, the next ones go on. */
final class CsvFile extends Findings {
    private static final int HEAD = 64 << 10;

    private final InputStream bytes;
    private final boolean tabs;
    private final InputSettings settings;
    private final FieldNames names;
    private CsvRecords records;
    private CsvParser parser;
    private byte lineEnd;
    private String declared;
    private String[] header;

    CsvFile(InputStream bytes, boolean tabs, InputSettings settings) {
        this.bytes = bytes;
        this.tabs = tabs;
        this.settings = settings;
        this.names = settings.fieldNames();
    }

    @Override
    protected Finding advance() throws IOException {
        if (records == null) {
            Unusable problem = open();
            if (problem != null) {
                return problem;
            }
        }
        while (header != null && records.advance()) {
            if (!isBlank(records.bytes())) {
                return finding();
            }
        }
        return null;
    }

    @Override
    protected long position() {
        return records == null ? 1 : records.line() + 1;
    }

    /** Reads the header; what is wrong with it, or null. */
    private Unusable open() throws IOException {
        InputStream narrow = Encoding.isWide(FirstBytes.of(bytes, HEAD)) ? Encoding.utf8(bytes) : bytes;
        byte[] head = FirstBytes.of(narrow, HEAD);
        declared = Encoding.otherThanUtf8(head);
        String beginning = new String(head, StandardCharsets.ISO_8859_1);
        lineEnd = (byte) (beginning.indexOf('\n') < 0 && beginning.indexOf('\r') >= 0 ? '\r' : '\n');
        CsvFormat format = format(beginning);
        records = new CsvRecords(narrow, format.getDelimiter(), (char) lineEnd, settings.largestRecord());
        parser = new CsvParser(parserSettings(format));
        while (header == null) {
            if (!records.advance()) {
                return new Unusable(0, "no header", null);
            }
            header = parser.parseLine(Encoding.decode(records.bytes(), declared).text());
        }
        header = Arrays.stream(header)
                .map(name -> name == null ? null : names.known(name.strip()))
                .toArray(String[]::new);
        if (Arrays.stream(header)
                .noneMatch(name -> name != null && names.of(FieldNames.TEXT).contains(name))) {
            header = null;
            return new Unusable(1, "no column of the header is a text; name it by input.fields.text", null);
        }
        return null;
    }

    private Finding finding() {
        byte[] record = records.bytes();
        if (records.isTooLong()) {
            return new Unusable(
                    records.line(),
                    "row longer than " + settings.largestRecord() + " bytes",
                    Encoding.beginning(record));
        }
        try {
            Encoding.Text text = Encoding.decode(record, declared);
            String[] row = parser.parseLine(text.text());
            if (records.isOpen()) {
                return open(record);
            }
            if (row == null || row.length != header.length) {
                String problem = (row == null ? 0 : row.length) + " columns" + lines(record) + ", the header has ";
                return new Unusable(records.line(), problem + header.length, Encoding.beginning(record));
            }
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null && header[i] != null) {
                    node.put(header[i], row[i]);
                }
            }
            return JsonArticle.of(node, records.line(), names).withEncoding(text.said());
        } catch (CharacterCodingException e) {
            return new Unusable(records.line(), "its bytes are not text", Encoding.beginning(record));
        } catch (TextParsingException e) {
            return new Unusable(records.line(), "broken row: " + FileProblem.of(e), Encoding.beginning(record));
        }
    }

    /** Which lines of the file a record takes, where it is more than one. */
    private String lines(byte[] record) {
        int lines = 0;
        for (byte b : record) {
            lines += b == lineEnd ? 1 : 0;
        }
        return lines == 0 ? "" : " in lines " + records.line() + " to " + (records.line() + lines);
    }

    /** A row whose quotation mark is not closed, so that it takes the rest of the file. Rows in it that are good are read next. */
    private Unusable open(byte[] record) {
        String problem = "a quotation mark in it is not closed";
        long line = records.line();
        int lines = 0;
        for (int at = 0; at < record.length; at++) {
            if (record[at] == lineEnd) {
                lines++;
                int end = at + 1;
                while (end < record.length && record[end] != lineEnd) {
                    end++;
                }
                if (isRow(Arrays.copyOfRange(record, at + 1, end))) {
                    boolean again = records.readAgain(at + 1, lines);
                    String rest = again ? ", and the file is read on in line " + (line + lines) : "";
                    return new Unusable(line, problem + rest, Encoding.beginning(Arrays.copyOf(record, at)));
                }
            }
        }
        return new Unusable(line, problem, Encoding.beginning(record));
    }

    /** Whether a line is a row of its own for certain, not one of a text with as many commas. */
    private boolean isRow(byte[] line) {
        try {
            String text = Encoding.decode(line, declared).text();
            String[] row = parser.parseLine(text);
            if (row == null || row.length != header.length) {
                return false;
            }
            for (int i = 0; i < row.length; i++) {
                boolean address = header[i] != null && names.of(FieldNames.URL).contains(header[i]);
                if (address && row[i] != null && Urls.isWebAddress(row[i])) {
                    return true;
                }
            }
            return row.length > 1
                    && text.startsWith("\"")
                    && text.stripTrailing().endsWith("\"");
        } catch (CharacterCodingException | TextParsingException e) {
            return false;
        }
    }

    private static boolean isBlank(byte[] record) {
        for (byte b : record) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** @param beginning of the file; that of the ending, or what stands most evenly in the lines */
    private CsvFormat format(String beginning) {
        CsvParserSettings csv = parserSettings(new CsvFormat());
        if (tabs) {
            csv.getFormat().setDelimiter('\t');
            return csv.getFormat();
        }
        csv.setLineSeparatorDetectionEnabled(true);
        csv.setDelimiterDetectionEnabled(true, ',', ';', '\t', '|');
        CsvParser detector = new CsvParser(csv);
        detector.beginParsing(new StringReader(beginning));
        CsvFormat detected = detector.getDetectedFormat();
        detector.stopParsing();
        return detected == null ? csv.getFormat() : detected;
    }

    private CsvParserSettings parserSettings(CsvFormat format) {
        CsvParserSettings csv = new CsvParserSettings();
        csv.setFormat(format);
        format.setComment('\0'); // a text may begin with a hash
        csv.setMaxCharsPerColumn(settings.largestRecord());
        csv.setMaxColumns(1_000);
        csv.setNormalizeLineEndingsWithinQuotes(false);
        csv.setIgnoreLeadingWhitespaces(false);
        csv.setIgnoreTrailingWhitespaces(false);
        csv.setReadInputOnSeparateThread(false);
        csv.setErrorContentLength(0);
        return csv;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
