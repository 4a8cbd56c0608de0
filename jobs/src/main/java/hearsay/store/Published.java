package hearsay.store;

import static org.apache.spark.sql.functions.col;

import hearsay.settings.OperatorMistake;
import hearsay.tables.InputFile;
import hearsay.tables.Records;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables as readers see them, without a lock: those of the night that is published at the moment of the call. */
public class Published {
    /** All that a night publishes: the tables, and what is kept beside them. */
    static final List<Table<?>> TABLES = Stream.concat(Tables.ALL.stream(), Stream.of(KnownFile.TABLE, Forgotten.TABLE))
            .toList();

    final SparkSession spark;
    final Path root;
    final Disk disk;
    final Layout layout;

    Published(SparkSession spark, Path root, Disk disk, Layout layout) {
        this.spark = spark;
        this.root = root;
        this.disk = disk;
        this.layout = layout;
    }

    /** All rows of a table; none where no night was published yet. */
    public Dataset<Row> read(Table<?> table) {
        return published(table).read(spark, table);
    }

    /** The rows of these days only; no other file is opened. For a table with partitions. */
    public Dataset<Row> read(Table<?> table, Set<LocalDate> days) {
        return published(table).only(table, days).read(spark, table);
    }

    /** The days of which a table has rows. */
    public SortedSet<LocalDate> days(Table<?> table) {
        SortedSet<LocalDate> days = new TreeSet<>();
        published(table).partitions().forEach(partition -> days.add(TableFolders.day(partition)));
        return days;
    }

    TableFolders published(Table<?> table) {
        try {
            return folders(table, layout.published());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableFolders folders(Table<?> table, Layout.NightMark night) throws IOException {
        return TableFolders.in(disk, layout.table(table.name(), night), table);
    }

    /** The files of the published night; empty where none was published, or by a version that listed none. */
    Optional<FileList> files() throws IOException {
        Path list = layout.table(FileList.NAME, layout.published());
        return Optional.ofNullable(disk.text(list)).map(text -> FileList.of(text, list));
    }

    /** The files that lie in the folders of the tables. */
    FileList found() throws IOException {
        Map<Table<?>, TableFolders> folders = new HashMap<>();
        for (Table<?> table : TABLES) {
            folders.put(table, published(table));
        }
        return FileList.found(folders, disk);
    }

    /** The run that published the night which readers see, empty before the first. */
    public Optional<String> publishedRun() {
        try {
            return Optional.ofNullable(layout.published()).map(Layout.NightMark::runId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of the tables by which the published night was written; that of this build where none was. */
    public int tablesVersion() {
        try {
            return Optional.ofNullable(layout.published())
                    .map(Layout.NightMark::tables)
                    .orElse(Tables.VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs whose nights are still on the disk, the published one first. */
    public List<String> keptRuns() {
        try {
            return layout.kept().stream().map(Layout.NightMark::runId).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many nights stay on the disk, in words that follow "the warehouse keeps". */
    public String keeping() {
        return layout.keeping();
    }

    /**
     * A night that is still on the disk.
     *
     * @param run its run's id, or the beginning of it
     * @throws OperatorMistake where no such night, or more than one, is kept
     */
    public KeptNight kept(String run) {
        try {
            List<Layout.NightMark> found = layout.kept().stream()
                    .filter(n -> n.runId().startsWith(run))
                    .toList();
            if (found.size() != 1) {
                throw new OperatorMistake(
                        "The warehouse keeps " + (found.isEmpty() ? "no" : "more than one") + " night of run " + run
                                + "; it has " + String.join(", ", keptRuns()) + ", and keeps " + keeping() + ".");
            }
            Map<String, TableFolders> tables = new HashMap<>();
            for (Table<?> table : Tables.ALL) {
                tables.put(table.name(), folders(table, found.get(0)));
            }
            return new KeptNight(spark, disk, found.get(0), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files that the published night did not read with this size and time of change. What really changed in them, the
     * {@code text_hash} of their articles tells. And those of whose articles it refused one for a day to come, which a run of this
     * date takes.
     */
    public List<InputFile> unread(List<InputFile> listing, LocalDate runDate) {
        Set<KnownFile> known = new HashSet<>();
        Records<KnownFile> shape = KnownFile.TABLE.records();
        read(KnownFile.TABLE)
                .where(col("again").isNull().or(col("again").gt(runDate)))
                .toLocalIterator()
                .forEachRemaining(row -> known.add(shape.record(row).in(null, null)));
        return listing.stream()
                .filter(file -> !known.contains(KnownFile.of(file)))
                .toList();
    }

    /** Files that are to be opened again after this date, and when. */
    Map<KnownFile, LocalDate> openedAgainAfter(LocalDate runDate) {
        return read(KnownFile.TABLE).where(col("again").gt(runDate)).collectAsList().stream()
                .map(KnownFile.TABLE.records()::record)
                .collect(Collectors.toMap(file -> file.in(null, null), KnownFile::again));
    }

    /** The input of the last night that listed one, with its scheme. */
    public Optional<String> lastInput() {
        return read(KnownFile.TABLE)
                .select("input")
                .where("input is not null")
                .limit(1)
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .findFirst();
    }

    /** The first day of publication that is kept, where the warehouse was made to forget: older articles are not taken again. */
    public Optional<LocalDate> firstDay() {
        return read(Forgotten.TABLE).collectAsList().stream()
                .map(Forgotten.TABLE.records()::record)
                .map(Forgotten::first)
                .findFirst();
    }

    /** What a table of the published night takes on the disk; rows from the footers of its files. */
    public TableSize size(Table<?> table) {
        TableFolders folders = published(table);
        TableSize size = new TableSize(0, folders.partitions().size(), 0, 0);
        try {
            for (String partition : folders.partitions()) {
                List<FileStatus> files = disk.parquetFiles(folders.folder(partition));
                size = new TableSize(
                        size.rows() + disk.rowsIn(folders.folder(partition)),
                        size.partitions(),
                        size.files() + files.size(),
                        size.bytes()
                                + files.stream().mapToLong(FileStatus::getLen).sum());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size;
    }

    /** One sentence on who is at work here, was killed, or failed while it published; empty where nobody is or did. */
    public Optional<String> atWork() {
        try {
            Optional<String> run = WarehouseLock.sentence(disk, root);
            return run.isPresent() || !layout.isHalfPublished()
                    ? run
                    : Optional.of("A run failed while it published: until the next run"
                            + " finishes that, some days are of the new night and others of the one before.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param partitions folders with rows; 1 for a table in one piece */
    public record TableSize(long rows, int partitions, int files, long bytes) {}

    /** Folder of the warehouse, as a path with its scheme. */
    public String path() {
        return root.toString();
    }
}
