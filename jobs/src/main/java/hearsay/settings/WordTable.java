package hearsay.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that several rules use, each its own way: {@code hearsay/text/NAME.csv} of the jar. The first row names the columns, the
 * first of them is the word itself; a blank cell says that the word is not in the list of that column. No cell has a comma.
 */
public final class WordTable {
    private final String file;
    private final List<String> columns;
    private final Map<String, String[]> rows;

    private WordTable(String file, List<String> columns, Map<String, String[]> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The words of a table.
     *
     * @throws IllegalArgumentException if there is no such table
     * @throws IllegalStateException    if a row of it is malformed
     */
    public static WordTable of(String name) {
        return parse(name + ".csv", Resources.lines(name + ".csv"));
    }

    static WordTable parse(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith("word,")) {
            throw new IllegalStateException("word table " + file + " must begin with the row 'word,...'");
        }
        List<String> columns = List.of(lines.get(0).split(",", -1));
        Map<String, String[]> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns.size() || cells[0].isBlank()) {
                throw new IllegalStateException(
                        "word table " + file + ": not one cell for each of " + columns + ": '" + line + "'");
            }
            if (rows.put(cells[0], cells) != null) {
                throw new IllegalStateException("word table " + file + " has '" + cells[0] + "' twice");
            }
        }
        return new WordTable(file, columns, rows);
    }

    public Set<String> words() {
        return Set.copyOf(rows.keySet());
    }

    /**
     * The words that have anything in the column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Set<String> words(String column) {
        return cells(column).keySet();
    }

    /**
     * The words that have the cell in the column.
     *
     * @throws IllegalArgumentException if no word has
     */
    public Set<String> words(String column, String cell) {
        Set<String> words = cells(column).entrySet().stream()
                .filter(word -> word.getValue().equals(cell))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("word table " + file + " has no '" + cell + "' in column " + column);
        }
        return words;
    }

    /**
     * Each word that has anything in the column, to what it has.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Map<String, String> cells(String column) {
        int at = columns.indexOf(column);
        if (at < 1) {
            throw new IllegalArgumentException(
                    "word table " + file + " has no column '" + column + "'; there are " + columns);
        }
        return rows.values().stream()
                .filter(cells -> !cells[at].isBlank())
                .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[at]));
    }
}
