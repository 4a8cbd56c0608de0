package hearsay.store;

import hearsay.tables.Run;
import hearsay.tables.TableCount;
import hearsay.tables.Tables;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run did, gathered as it goes: rows in, out and dropped per table, and what else is worth a sentence. */
public final class RunReport {
    private final Instant began = Instant.now();
    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private static final class Count {
        Long in;
        long written;
        long unchanged;
        final Map<String, Long> dropped = new LinkedHashMap<>();
    }

    /** Rows that a step was given for this table; where nothing is said, it is what came out of it and what it dropped. */
    public void cameIn(String table, long rows) {
        count(table).in = rows;
    }

    /** Rows that do not reach the table, and why, in a few words such as "empty text". */
    public void dropped(String table, long rows, String why) {
        if (rows > 0) {
            count(table).dropped.merge(why, rows, Long::sum);
        }
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    void staged(String table, long written, long unchanged) {
        count(table).written = written;
        count(table).unchanged = unchanged;
    }

    private Count count(String table) {
        return counts.computeIfAbsent(table, t -> new Count());
    }

    Run run(String runId, long night, LocalDate runDate, Versions versions, SortedSet<LocalDate> touched) {
        return new Run(
                runId,
                night,
                runDate,
                versions.job(),
                versions.models(),
                versions.rules(),
                tables(),
                List.copyOf(touched),
                List.copyOf(notes),
                Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    /** The counts in the order in which a run makes the tables. */
    public List<TableCount> tables() {
        return Tables.ALL.stream()
                .filter(t -> counts.containsKey(t.name()))
                .map(t -> tableCount(t.name(), counts.get(t.name())))
                .toList();
    }

    private static TableCount tableCount(String table, Count count) {
        long dropped = count.dropped.values().stream().mapToLong(n -> n).sum();
        long in = count.in != null ? count.in : count.written + count.unchanged + dropped;
        String why = count.dropped.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return new TableCount(table, in, count.written, dropped, why);
    }

    /** The closing table, aligned, then the notes. */
    public void print(PrintStream out) {
        out.printf(Locale.ROOT, "%-20s %12s %12s %12s  %s%n", "table", "rows in", "written", "dropped", "why");
        for (TableCount t : tables()) {
            out.println(String.format(
                            Locale.ROOT,
                            "%-20s %,12d %,12d %,12d  %s",
                            t.table(),
                            t.rowsIn(),
                            t.rowsOut(),
                            t.dropped(),
                            t.why())
                    .stripTrailing());
        }
        notes.forEach(note -> out.println("note: " + note));
    }
}
