package hearsay.store;

import hearsay.tables.InputFile;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run's work on the warehouse: tables are staged one after the other, then checked and published together. Until
 * {@link #publish} returns, readers see the night before; closed without it, nothing has happened.
 *
 * <pre>
 * try (Night night = warehouse.begin(runDate, input, versions)) {
 *     Dataset&lt;Row&gt; quotes = night.stage(Tables.QUOTES, QuotesFromSentences.derive(...), touched);
 *     ...
 *     night.publish(bounds, report, false);
 * }
 * </pre>
 */
public final class Night extends StagedNight implements AutoCloseable {
    private final Published before;
    private final SparkSession spark;
    private final Disk disk;
    private final Layout layout;
    private final WarehouseLock lock;
    private final Layout.NightMark mark;
    private final LocalDate runDate;
    private final Versions versions;
    private final Path staging;
    private final Path scratch;
    private final Optional<FileList> listed;
    private final SortedMap<String, Staged> staged = new TreeMap<>();
    private final List<String> shrinkReasons = new ArrayList<>();
    private boolean published;

    Night(
            Published before,
            SparkSession spark,
            Disk disk,
            Layout layout,
            WarehouseLock lock,
            Layout.NightMark mark,
            LocalDate runDate,
            Versions versions)
            throws IOException {
        this.before = before;
        this.spark = spark;
        this.disk = disk;
        this.layout = layout;
        this.lock = lock;
        this.mark = mark;
        this.runDate = runDate;
        this.versions = versions;
        this.staging = layout.staging(mark.runId());
        this.scratch = new Path(staging, "_scratch");
        this.listed = before.files();
    }

    public String runId() {
        return mark.runId();
    }

    /** The build, models and rules of this night, as {@code runs} will say. */
    public Versions versions() {
        return versions;
    }

    /** Number of the night in this warehouse, from 1. */
    public long number() {
        return mark.night();
    }

    /** The table as it will be published: what is staged so far, and the rest as it stands. */
    @Override
    public Dataset<Row> read(Table<?> table) {
        TableFolders before = this.before.published(table);
        Staged now = staged.get(table.name());
        return now == null ? before.read(spark, table) : together(table, before.without(now.replaced()), now.written());
    }

    /** As {@link #read(Table)}, the rows of these days only. */
    @Override
    public Dataset<Row> read(Table<?> table, Set<LocalDate> days) {
        SortedSet<String> wanted = TableFolders.names(table, days);
        TableFolders before = this.before.published(table).only(wanted);
        Staged now = staged.get(table.name());
        return now == null
                ? before.read(spark, table)
                : together(table, before.without(now.replaced()), now.written().only(wanted));
    }

    private Dataset<Row> together(Table<?> table, TableFolders one, TableFolders other) {
        if (one.partitions().isEmpty()) {
            return other.read(spark, table);
        }
        return other.partitions().isEmpty()
                ? one.read(spark, table)
                : one.read(spark, table).unionByName(other.read(spark, table));
    }

    /** Stages the whole table: rows that are not among these will be gone. Staged again, the later rows hold. */
    public Dataset<Row> stage(Table<?> table, Dataset<Row> rows) {
        return stage(table, rows, Optional.empty());
    }

    /**
     * Stages the complete new content of some days of a table; the other days stay as they are. A day without rows will be
     * gone.
     *
     * @return the rows of these days, read back from the disk, so that nothing before them is computed again
     * @throws IllegalStateException where a row lies outside these days
     */
    public Dataset<Row> stage(Table<?> table, Dataset<Row> rows, Set<LocalDate> touched) {
        return stage(table, rows, Optional.of(TableFolders.names(table, touched)));
    }

    private Dataset<Row> stage(Table<?> table, Dataset<Row> rows, Optional<SortedSet<String>> touched) {
        try {
            Path to = new Path(staging, table.name());
            Stager stager = new Stager(spark, disk, scratch);
            TableFolders written = stager.write(table, table.fit(rows), to);
            TableFolders before = this.before.published(table);
            refuseStrays(table, written, touched);
            SortedSet<String> kept = stager.unchanged(table, written, before);
            for (String partition : kept) {
                disk.delete(written.folder(partition));
            }
            SortedSet<String> there = new TreeSet<>(before.partitions());
            listed.ifPresent(files -> there.addAll(files.partitions(table))); // lost ones too
            SortedSet<String> removed = new TreeSet<>(touched.orElse(there));
            removed.retainAll(there);
            removed.removeAll(written.partitions());
            Staged now = new Staged(table, written.without(kept), removed, kept);
            Staged earlier = staged.get(table.name());
            if (earlier != null) {
                SortedSet<String> again = touched.orElse(earlier.partitions());
                for (String stale : earlier.written()
                        .only(again)
                        .without(now.written().partitions())
                        .partitions()) {
                    disk.delete(earlier.written().folder(stale));
                }
                now = now.after(earlier, again);
            }
            staged.put(table.name(), now);
            return together(table, before.only(kept), written.without(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stage the table " + table.name(), e);
        }
    }

    private static void refuseStrays(Table<?> table, TableFolders written, Optional<SortedSet<String>> touched) {
        SortedSet<String> strays = new TreeSet<>(written.partitions());
        touched.ifPresent(strays::removeAll);
        if ((touched.isPresent() && !strays.isEmpty()) || strays.toString().contains("__HIVE_DEFAULT_PARTITION__")) {
            throw new IllegalStateException(
                    "table " + table.name() + " has rows of " + strays + ", which this run does not touch"
                            + touched.map(t -> ": " + t).orElse(""));
        }
    }

    /** Says why partitions may lose more rows than the bounds allow, such as days that are forgotten; a note of the run. */
    public void mayShrinkBecause(String reason) {
        shrinkReasons.add(reason);
    }

    /**
     * From this night on no table of articles keeps rows of days before {@code first}. The tables over all days are the caller's.
     *
     * @return the days that go
     */
    public Set<LocalDate> forget(LocalDate first) {
        Set<LocalDate> days = new TreeSet<>(this.before.days(Tables.ARTICLES).headSet(first));
        days.removeIf(day -> day.equals(EmptyTables.NO_DAY)
                && rows(this.before.published(Tables.ARTICLES).only(Tables.ARTICLES, Set.of(day))) == 0);
        for (Table<?> table : Tables.ALL) {
            if (!days.isEmpty()
                    && table.partition().filter("published_date"::equals).isPresent()) {
                stage(table, table.empty(spark), days);
            }
        }
        stage(Forgotten.TABLE, Forgotten.TABLE.rows(spark, List.of(new Forgotten(first))));
        String gone =
                days.size() == 1 ? "1 day before " + first + " is" : days.size() + " days before " + first + " are";
        mayShrinkBecause(gone + " forgotten, and articles of such days not taken from now on");
        return days;
    }

    /**
     * Writes those partitions of a table anew that lie in many small files: as one, or as several of a good size. A night never
     * leaves such partitions; other writers might.
     *
     * @return how many partitions were rewritten
     */
    public int compact(Table<?> table) {
        try {
            TableFolders before = this.before.published(table);
            Stager stager = new Stager(spark, disk, scratch);
            SortedSet<String> scattered = new TreeSet<>();
            for (String partition : before.partitions()) {
                if (stager.isScattered(before.folder(partition))) {
                    scattered.add(partition);
                }
            }
            if (!scattered.isEmpty()) {
                TableFolders written =
                        stager.write(table, before.only(scattered).read(spark, table), new Path(staging, table.name()));
                staged.put(table.name(), Staged.of(table, written));
            }
            return scattered.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compact the table " + table.name(), e);
        }
    }

    /**
     * Rows that no table holds but several steps read: written once into the night's scratch folder, which goes when the
     * night ends.
     */
    public Dataset<Row> scratch(String name, Dataset<Row> rows) {
        String folder = new Path(scratch, "rows-" + name).toString();
        rows.write().mode("overwrite").option("compression", "zstd").parquet(folder);
        return spark.read().schema(rows.schema()).parquet(folder);
    }

    /** How many rows there are in what was staged or written to the scratch folder, from the footers of the files: no job. */
    public long rows(Dataset<Row> written) {
        return Arrays.stream(written.inputFiles())
                .mapToLong(file -> disk.rows(new Path(URI.create(file))))
                .sum();
    }

    /** The files that must be opened, as {@link Published#unread}. */
    public List<InputFile> unread(List<InputFile> listing) {
        return this.before.unread(listing, runDate);
    }

    /**
     * The files of this run: the next one opens only what differs from them.
     *
     * @param input what they were listed in, with its scheme
     * @param again path of a file -> first run date that takes an article in it which was refused tonight
     */
    public void stageListing(String input, List<InputFile> listing, Map<String, LocalDate> again) {
        Map<KnownFile, LocalDate> notOpened = this.before.openedAgainAfter(runDate);
        stage(
                KnownFile.TABLE,
                KnownFile.TABLE.rows(
                        spark,
                        listing.stream()
                                .map(KnownFile::of)
                                .map(file -> file.in(input, again.getOrDefault(file.path(), notOpened.get(file))))
                                .toList()));
    }

    /**
     * Checks what is staged and makes it the published night, with a row in {@code runs}.
     *
     * @param accept publish even where a check fails; the findings become notes of the run
     * @throws CheckFailed where a check fails; the night before stays published
     * @throws OutcomeUnknown where the store failed and does not say whether the night is published
     */
    public void publish(Bounds bounds, RunReport report, boolean accept) {
        List<String> findings = new Checks(this, bounds).findings();
        if (!findings.isEmpty() && !accept) {
            throw new CheckFailed(findings);
        }
        shrinkReasons.forEach(report::note);
        findings.forEach(finding -> report.note("accepted although " + finding));
        staged.values()
                .forEach(s -> report.staged(
                        s.table().name(),
                        rows(s.written()),
                        rows(this.before.published(s.table()).only(s.kept()))));
        Run run = report.run(mark.runId(), mark.night(), runDate, versions, touchedDays());
        stage(Tables.RUNS, read(Tables.RUNS).union(Tables.RUNS.rows(spark, List.of(run))));
        try {
            EmptyTables.stage(staged, this.before, new Stager(spark, disk, scratch), staging);
            disk.delete(scratch);
            FileList files = (listed.isPresent() ? listed.get() : this.before.found()).after(staged.values(), disk);
            disk.write(new Path(staging, FileList.NAME), files.text());
            SortedMap<String, Layout.Change> changes = new TreeMap<>();
            staged.forEach(
                    (name, s) -> changes.put(name, new Layout.Change(s.written().partitions(), s.removed())));
            Publishing.publish(layout, mark, changes, lock);
            published = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot publish the night " + mark.runId(), e);
        }
    }

    /** Days of publication whose rows this night writes anew. */
    @Override
    public SortedSet<LocalDate> touchedDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Staged s : staged.values()) {
            if (s.table().partition().filter("published_date"::equals).isPresent()) {
                s.replaced().forEach(partition -> days.add(TableFolders.day(partition)));
            }
        }
        return days;
    }

    @Override
    List<Staged> staged() {
        return new ArrayList<>(staged.values());
    }

    @Override
    boolean mayShrink() {
        return !shrinkReasons.isEmpty();
    }

    @Override
    boolean rewrites(Table<?> table) {
        return staged.containsKey(table.name())
                && !staged.get(table.name()).replaced().isEmpty();
    }

    /** The rows in files that this night writes. */
    @Override
    Dataset<Row> rewritten(Table<?> table) {
        return rewrites(table) ? staged.get(table.name()).written().read(spark, table) : table.empty(spark);
    }

    @Override
    TableFolders before(Table<?> table) {
        return this.before.published(table);
    }

    @Override
    SparkSession spark() {
        return spark;
    }

    @Override
    long rows(TableFolders folders) {
        return folders.partitions().stream()
                .mapToLong(p -> disk.rowsIn(folders.folder(p)))
                .sum();
    }

    /** Gives the warehouse back; what was not published is gone. */
    @Override
    public void close() {
        try {
            Publishing.end(layout, mark.runId(), published, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up after the night " + mark.runId(), e);
        }
    }
}
