package hearsay.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Named numbers of the rules: {@code hearsay/weights/NAME.csv} of the jar, rows of name, value and why the value is what it is
 * or how it was counted. The last column may have commas.
 */
public final class Weights {
    private static final String HEADER = "name,value,why";
    private static final Map<String, Weights> READ = new ConcurrentHashMap<>();

    private final String file;
    private final Map<String, Double> values;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private Weights(String file, Map<String, Double> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * The weights of a subject.
     *
     * @throws IllegalArgumentException if there is no such file
     * @throws IllegalStateException    if a row of it is malformed
     */
    public static Weights of(String name) {
        return READ.computeIfAbsent(name, n -> parse(n + ".csv", Resources.read(Resources.WEIGHTS + n + ".csv")));
    }

    static Weights parse(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalStateException("weights " + file + " must begin with the row '" + HEADER + "'");
        }
        Map<String, Double> values = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 3);
            if (cells.length < 3 || cells[0].isBlank() || cells[2].isBlank()) {
                throw new IllegalStateException("weights " + file + ": not name, value and why: '" + line + "'");
            }
            if (values.put(cells[0], value(file, line, cells[1])) != null) {
                throw new IllegalStateException("weights " + file + " has '" + cells[0] + "' twice");
            }
        }
        return new Weights(file, Map.copyOf(values));
    }

    private static double value(String file, String line, String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("weights " + file + ": '" + cell + "' is no number: '" + line + "'", e);
        }
    }

    /**
     * The value of a row.
     *
     * @throws IllegalArgumentException if no row has the name
     */
    public double number(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "weights " + file + " have no row '" + name + "'; there are " + new TreeSet<>(values.keySet()));
        }
        asked.add(name);
        return value;
    }

    /**
     * The value of a row that counts something.
     *
     * @throws IllegalArgumentException if no row has the name
     * @throws IllegalStateException    if the value is not whole
     */
    public int whole(String name) {
        double value = number(name);
        if (value != Math.rint(value)) {
            throw new IllegalStateException("weights " + file + ": '" + name + "' must be whole, not " + value);
        }
        return (int) value;
    }

    /** The rows whose name begins so: the rest of the name -> value. */
    public Map<String, Double> under(String prefix) {
        Map<String, Double> rows = new TreeMap<>();
        values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> rows.put(name.substring(prefix.length()), number(name)));
        return Collections.unmodifiableMap(rows);
    }

    /** Names of rows that nobody has asked for up to now; a row still here once all rules are loaded has no effect. */
    public Set<String> unused() {
        Set<String> names = new TreeSet<>(values.keySet());
        names.removeAll(asked);
        return names;
    }
}
