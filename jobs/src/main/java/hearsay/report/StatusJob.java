package hearsay.report;

import static org.apache.spark.sql.functions.col;

import hearsay.input.files.InputFiles;
import hearsay.settings.OperatorMistake;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.InputFile;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.TableCount;
import hearsay.tables.Tables;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Prints how a warehouse stands: who is at work, the last nights, what waits in an input, the size of every table. */
public final class StatusJob {
    private static final int NIGHTS = 10;

    private StatusJob() {}

    /** @param input its files are counted that the published night has not read; empty for the input of that night */
    public static void run(SparkSession spark, String path, Optional<String> input, PrintStream out) {
        Published warehouse = Warehouse.existing(spark, path);
        out.println("Warehouse " + path);
        out.println(warehouse.atWork().orElse("No run is at work."));
        if (input.isPresent()) {
            waiting(spark, warehouse, input.get(), out);
        } else {
            warehouse
                    .lastInput()
                    .ifPresentOrElse(
                            last -> waitingInLast(spark, warehouse, last, out),
                            () -> out.println(
                                    "What waits is not known: the warehouse does not say what its last night read; --input does."));
        }
        nights(warehouse, out);
        tables(warehouse, out);
    }

    private static void waiting(SparkSession spark, Published warehouse, String input, PrintStream out) {
        List<InputFile> files = InputFiles.list(spark, input);
        out.printf(
                Locale.ROOT,
                "%,d of %,d input files wait to be read in %s.%n",
                warehouse.unread(files, LocalDate.now(ZoneOffset.UTC)).size(),
                files.size(),
                input);
    }

    /** Who asks for the status did not name the input: that it is gone is no mistake of theirs. */
    private static void waitingInLast(SparkSession spark, Published warehouse, String input, PrintStream out) {
        try {
            waiting(spark, warehouse, input, out);
        } catch (OperatorMistake gone) {
            out.println("What waits is not known. " + gone.getMessage());
        }
    }

    private static void nights(Published warehouse, PrintStream out) {
        List<Run> runs = warehouse.read(Tables.RUNS).orderBy(col("night").desc()).limit(NIGHTS).collectAsList().stream()
                .map(Tables.RUNS.records()::record)
                .collect(Collectors.toCollection(ArrayList::new));
        if (runs.isEmpty()) {
            out.println("No night was published yet.");
            return;
        }
        Collections.reverse(runs);
        List<String> kept = warehouse.keptRuns();
        out.printf(
                "%n%6s  %-16s  %-10s  %10s  %10s  %8s  %8s  %s%n",
                "night", "run", "date", "written", "dropped", "days", "seconds", "");
        for (Run run : runs) {
            out.println(String.format(
                            Locale.ROOT,
                            "%6d  %-16s  %-10s  %,10d  %,10d  %,8d  %,8.0f  %s",
                            run.night(),
                            run.runId(),
                            run.runDate(),
                            run.tables().stream().mapToLong(TableCount::rowsOut).sum(),
                            run.tables().stream().mapToLong(TableCount::dropped).sum(),
                            run.touched().size(),
                            run.seconds(),
                            kept.contains(run.runId()) ? "kept" : "")
                    .stripTrailing());
            run.notes().forEach(note -> out.println("        " + note));
        }
    }

    private static void tables(Published warehouse, PrintStream out) {
        out.printf("%n%-20s  %14s  %10s  %8s  %12s%n", "table", "rows", "partitions", "files", "size");
        for (Table<?> table : Tables.ALL) {
            Published.TableSize size = warehouse.size(table);
            out.printf(
                    Locale.ROOT,
                    "%-20s  %,14d  %,10d  %,8d  %12s%n",
                    table.name(),
                    size.rows(),
                    size.partitions(),
                    size.files(),
                    bytes(size.bytes()));
        }
    }

    private static String bytes(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%,.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
