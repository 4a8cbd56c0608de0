package hearsay.settings;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values in a file of the user's. */
public final class CsvLine {
    private CsvLine() {}

    /**
     * The cells without the blanks around them, or null where a quotation mark does not close. A cell with a comma stands in quotation
     * marks; two of them inside are one.
     */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? null : cells;
    }
}
