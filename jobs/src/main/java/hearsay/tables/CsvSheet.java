package hearsay.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 has them, for spreadsheets. A text that one would take for a formula, or an id for a
 * number, gets an apostrophe in front, which comes off again on reading; the first chars of formulas are those that OWASP's page
 * "CSV Injection" lists. Controls and halves of letters, which UTF-8 or a spreadsheet cannot hold, become replacement signs. A
 * spreadsheet may have put semicolons or tabs instead of commas, and any line ends.
 */
public final class CsvSheet {
    private static final String END = "\r\n";
    private static final String SEPARATORS = ",;\t";
    /** Formulas, also behind a tab or line end; "3907e12" and "0012" as ids may have it. */
    private static final String TAKEN = "[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n].*|\\d+([eE]\\d+)?";
    /** Also what looks as if it had been made safe, so that reading gives back every text. */
    private static final Pattern UNSAFE = Pattern.compile("(?s)'*(" + TAKEN + ")");

    private static final Pattern MADE_SAFE = Pattern.compile("(?s)'+(" + TAKEN + ")");

    /** @param line in which it begins, from 1 */
    public record Entry(int line, List<String> cells) {}

    private CsvSheet() {}

    /** One record with its line end; null is an empty cell, and only text is made safe: -0.5 stays a number. */
    public static String line(List<?> cells) {
        return cells.stream().map(CsvSheet::cell).collect(Collectors.joining(",")) + END;
    }

    private static String cell(Object value) {
        String cell = value == null ? "" : Printable.text(value.toString());
        cell = value instanceof String && UNSAFE.matcher(cell).matches() ? "'" + cell : cell;
        boolean marks = cell.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ');
        return marks ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    /**
     * The records of a file, blank lines left out. A quotation mark that is never closed takes all that follows.
     *
     * @param first name of the first column; what stands behind it in the first line parts the cells
     */
    public static List<Entry> read(String file, String first) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        int behind = text.startsWith("\"") ? first.length() + 2 : first.length();
        char separator =
                behind < text.length() && SEPARATORS.indexOf(text.charAt(behind)) >= 0 ? text.charAt(behind) : ',';
        List<Entry> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inMarks = false;
        int line = 1;
        int begin = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            line += ends ? 1 : 0;
            if (inMarks) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    inMarks = false;
                }
            } else if (c == '"' && cell.length() == 0) {
                inMarks = true;
            } else if (c == separator) {
                take(cells, cell);
            } else if (ends) {
                take(cells, cell);
                add(records, begin, cells);
                cells = new ArrayList<>();
                begin = line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        take(cells, cell);
        add(records, begin, cells);
        return records;
    }

    private static void take(List<String> cells, StringBuilder cell) {
        String text = cell.toString();
        cells.add(MADE_SAFE.matcher(text).matches() ? text.substring(1) : text);
        cell.setLength(0);
    }

    private static void add(List<Entry> records, int begin, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            records.add(new Entry(begin, cells));
        }
    }
}
