package hearsay.store;

import hearsay.settings.OperatorMistake;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Looks at a warehouse from outside, and changes nothing: the mark, the links, the files against the night's list, every page
 * against its checksum, the columns against the declarations, and all rows by the {@link Checks} of a night.
 */
public final class Verification {
    /**
     * What is wrong, in one sentence, and what to do.
     *
     * @param says   names at most three files or rows
     * @param remedy what to do, in one or two sentences
     */
    public record Finding(String says, String remedy) {}

    private static final int NAMED = 3;
    private static final Bounds NO_BOUNDS = new Bounds(1, Long.MAX_VALUE, 1, Long.MAX_VALUE);
    private static final String PART = "part-\\d{5}\\.parquet";
    private static final String DAY = "=\\d{4}-\\d{2}-\\d{2}";

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean canReadRows = true;

    private Verification() {}

    /**
     * @param rows whether the rows are checked too; without, every file is still read to its end
     * @throws OperatorMistake where there is no warehouse, none with a published night, or one of a newer version of the tables
     */
    public static Verification of(SparkSession spark, String path, boolean rows) {
        Verification verification = new Verification();
        try {
            verification.look(Warehouse.existing(spark, path), path, rows);
        } catch (DamagedWarehouse damage) {
            verification.add(damage.getMessage(), "Mend that first: nothing else was looked at.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return verification;
    }

    /** What is wrong; empty where the warehouse is sound. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What was looked at, and what a reader should know of it. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void add(String says, String remedy) {
        findings.add(new Finding(says, remedy));
    }

    private void look(Published tables, String path, boolean rows) throws IOException {
        Layout.NightMark mark = tables.layout.published();
        if (mark == null) {
            refuseNoNight(tables, path);
            return;
        }
        notes.add(String.format(
                "Night %d, of run %s, by version %d of the tables; this Hearsay writes version %d.",
                mark.night(), mark.runId(), mark.tables(), Tables.VERSION));
        atWork(tables);
        for (String link : tables.layout.wrongLinks()) {
            add(
                    "The link " + link + " does not lead to current/" + link
                            + ", so that readers of it do not see the night.",
                    "Make it anew: ln -sfn current/" + link + " " + path + "/" + link + ".");
        }
        SortedMap<String, Long> there = filesOf(tables, mark);
        files(tables, there);
        read(tables, mark, there);
        if (canReadRows) {
            run(tables, mark);
            if (rows) {
                rows(tables);
            }
        } else {
            notes.add("The rows were not checked, because not all files can be read.");
        }
    }

    private void refuseNoNight(Published tables, String path) throws IOException {
        List<String> lost = new ArrayList<>(tables.disk.folderNames(tables.root));
        lost.retainAll(Tables.ALL.stream().map(Table::name).toList());
        if (lost.isEmpty()) {
            throw new OperatorMistake("No night was published yet in " + path + ".");
        }
        add(
                "The warehouse has tables (" + named(lost)
                        + ") and nothing says what night they are of: its hidden folder .nights"
                        + " is gone or has no file _night.",
                "Bring .nights here from where the warehouse was copied. A night that runs now would begin a new warehouse.");
    }

    private void atWork(Published tables) throws IOException {
        tables.atWork().ifPresent(notes::add);
        if (tables.layout.isHalfPublished()) {
            add(
                    "A run stopped in the middle of publishing: some days are of the new night and others of the one before.",
                    "Start the next run, whatever it reads: it finishes that first. Then verify again.");
        }
    }

    /** All files in the folders of the tables, whatever they are called, by their paths below the tables. */
    private static SortedMap<String, Long> filesOf(Published tables, Layout.NightMark mark) throws IOException {
        SortedMap<String, Long> there = new TreeMap<>();
        for (Table<?> table : Published.TABLES) {
            Path folder = tables.layout.table(table.name(), mark);
            for (FileStatus child : tables.disk.list(folder)) {
                String name = table.name() + "/" + child.getPath().getName();
                if (child.isFile()) {
                    there.put(name, child.getLen());
                } else {
                    tables.disk
                            .list(child.getPath())
                            .forEach(file ->
                                    there.put(name + "/" + file.getPath().getName(), file.getLen()));
                }
            }
        }
        return there;
    }

    private void files(Published tables, SortedMap<String, Long> there) throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> resized = new ArrayList<>();
        SortedSet<String> strange = new TreeSet<>(there.keySet());
        var listed = tables.files();
        if (listed.isPresent()) {
            listed.get().bytes().forEach((file, bytes) -> {
                Long now = there.get(file);
                if (now == null) {
                    missing.add(file);
                } else if (!now.equals(bytes)) {
                    resized.add(String.format(Locale.ROOT, "%s (%,d bytes for %,d)", file, now, bytes));
                }
            });
            strange.removeAll(listed.get().bytes().keySet());
        } else {
            notes.add(
                    "The night has no list of its files, as version 0.1.0 wrote none: a lost file shows only where others refer"
                            + " to its rows. The next run makes the list.");
            missing.addAll(gaps(there));
            strange.removeIf(Verification::isNamedAsAPart);
        }
        report(missing, "file of the night is missing", "files of the night are missing", restore(tables));
        report(
                resized,
                "file does not have the size it was written with",
                "files do not have the size they were written with",
                restore(tables));
        report(
                strange,
                "file lies among the night's and is none of them",
                "files lie among the night's and are none of them",
                "Move what a reader would take for rows out of the folder; the next run does not.");
        canReadRows &= resized.isEmpty() && there.keySet().stream().allMatch(Verification::isNamedAsAPart);
    }

    /** Without a list: a part that lacks the one before it, and tables that lack all. */
    private static List<String> gaps(SortedMap<String, Long> there) {
        List<String> gaps = new ArrayList<>();
        for (String file : there.keySet()) {
            int number = file.lastIndexOf("part-") + 5;
            if (isNamedAsAPart(file) && !file.startsWith("part-00000", number - 5)) {
                String before = file.substring(0, number)
                        + String.format("%05d", Integer.parseInt(file.substring(number, number + 5)) - 1) + ".parquet";
                if (!there.containsKey(before)) {
                    gaps.add(before);
                }
            }
        }
        for (Table<?> table : Tables.ALL) {
            if (there.subMap(table.name() + "/", table.name() + "0").isEmpty()) {
                gaps.add(table.name() + "/...");
            }
        }
        return gaps;
    }

    private static boolean isNamedAsAPart(String file) {
        return Published.TABLES.stream()
                .anyMatch(table -> file.matches(table.name() + "/"
                        + table.partition().map(p -> p + DAY + "/").orElse("") + PART));
    }

    private void read(Published tables, Layout.NightMark mark, SortedMap<String, Long> there) {
        List<String> parts =
                there.keySet().stream().filter(Verification::isNamedAsAPart).toList();
        List<ReadFile> read = ReadFile.all(tables.spark, mark, tables.layout, parts);
        notes.add(String.format(
                Locale.ROOT,
                "%,d files with %,d rows and %,d bytes were read to their end.",
                read.size(),
                read.stream().mapToLong(ReadFile::rows).sum(),
                parts.stream().mapToLong(there::get).sum()));
        List<String> broken = read.stream()
                .filter(file -> file.broken() != null)
                .map(file -> file.file() + " (" + file.broken() + ")")
                .toList();
        report(broken, "file cannot be read", "files cannot be read", restore(tables));
        Columns columns = Columns.of(read);
        notes.addAll(columns.missing());
        report(
                columns.unlike(),
                "column is not as this version declares it",
                "columns are not as this version declares them",
                "Another program or a newer Hearsay wrote them. Bring the files back from a copy, or verify with the Hearsay that"
                        + " wrote them.");
        canReadRows &= broken.isEmpty() && columns.unlike().isEmpty();
    }

    private void rows(Published tables) {
        for (String finding : new Checks(new PublishedNight(tables), NO_BOUNDS).findingsOfArchive()) {
            add(
                    "In the rows: " + finding + ".",
                    "If files are missing or foreign, mend that first. Else run jobs/hearsay rebuild over the whole input, which"
                            + " writes all rows anew, and report the finding if it comes back.");
        }
    }

    private void run(Published tables, Layout.NightMark mark) {
        Set<String> runs = new HashSet<>(tables.read(Tables.RUNS)
                .where("night = " + mark.night())
                .select("run_id")
                .as(Encoders.STRING())
                .collectAsList());
        if (!runs.contains(mark.runId())) {
            add(
                    "The mark says that this is night " + mark.night() + " of run " + mark.runId()
                            + ", and the table runs has no such row.",
                    "Perhaps only a part of the warehouse was brought back from a copy: bring back all of it, .nights included.");
        }
    }

    private static String restore(Published tables) {
        return "Bring the whole warehouse back from a copy"
                + (tables.keptRuns().size() > 1
                        ? ", or point its link current at an older night that it keeps (.nights/"
                                + tables.keptRuns().get(1) + ") and start the next run."
                        : ".")
                + " Without one, move broken files away and run jobs/hearsay rebuild over the whole input, which writes all rows anew.";
    }

    private void report(Collection<String> wrong, String one, String many, String remedy) {
        if (!wrong.isEmpty()) {
            add(
                    String.format(
                            Locale.ROOT, "%,d %s: %s.", wrong.size(), wrong.size() == 1 ? one : many, named(wrong)),
                    remedy);
        }
    }

    private static String named(Collection<String> all) {
        return all.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (all.size() > NAMED ? String.format(Locale.ROOT, " and %,d more", all.size() - NAMED) : "");
    }
}
