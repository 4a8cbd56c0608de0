package hearsay.store;

import hearsay.OperatorMistake;
import hearsay.tables.Table;
import hearsay.text.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of tables that nights are published to. Reading needs no lock and sees the night that is published at the
 * moment of the call; writing goes through a {@link Night}, one at a time.
 */
public final class Warehouse {
    /** How many published nights stay on a local disk, so that who reads an older one is not cut off. */
    public static final int KEPT_NIGHTS = 3;

    private final SparkSession spark;
    private final Path root;
    private final Disk disk;
    private final Layout layout;

    private Warehouse(SparkSession spark, Path root, Disk disk, Layout layout) {
        this.spark = spark;
        this.root = root;
        this.disk = disk;
        this.layout = layout;
    }

    /** @throws OperatorMistake where the folder cannot be made or written */
    public static Warehouse at(SparkSession spark, String path) {
        return at(spark, path, KEPT_NIGHTS);
    }

    public static Warehouse at(SparkSession spark, String path, int keptNights) {
        return open(spark, path, keptNights, true);
    }

    static Warehouse open(SparkSession spark, String path, int keptNights, boolean linksWanted) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        try {
            Path given = new Path(path);
            Path root = given.getFileSystem(conf).makeQualified(given);
            Disk disk = new Disk(root, conf);
            disk.makeFolder(root);
            Layout layout = linksWanted && disk.isLocal() && LinkedNights.worksOn(Disk.local(root))
                    ? new LinkedNights(Disk.local(root), keptNights)
                    : new JournaledFiles(root, disk);
            return new Warehouse(spark, root, disk, layout);
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorMistake("Cannot write to the warehouse " + path + ": " + e.getMessage() + ".", e);
        }
    }

    /** All rows of a table; none where no night was published yet. */
    public Dataset<Row> read(Table<?> table) {
        return published(table).read(spark, table);
    }

    /** The rows of these days only; no other file is opened. For a table with partitions. */
    public Dataset<Row> read(Table<?> table, Set<LocalDate> days) {
        return published(table).only(table, days).read(spark, table);
    }

    TableFolders published(Table<?> table) {
        try {
            return TableFolders.in(disk, layout.table(table.name()), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run that published the night which readers see, empty before the first. */
    public Optional<String> publishedRun() {
        try {
            return Optional.ofNullable(layout.published()).map(Layout.NightMark::runId);
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

    /**
     * Begins a night: takes the warehouse, and finishes or undoes what a killed run left. Close the night in any case.
     *
     * @param input what the run was given to read, as a digest of the listing; with the run before, the run date and the
     *              versions it makes the run's id, so that the same runs on an empty warehouse have the same ids
     * @throws OperatorMistake where another run is at work on this warehouse
     */
    public Night begin(LocalDate runDate, String input, Versions versions) {
        try {
            WarehouseLock lock = WarehouseLock.take(disk, root, "of " + runDate);
            try {
                layout.sweep();
                Layout.NightMark before = layout.published();
                String runId = Ids.hash(String.join("\n", before == null ? "" : before.runId(), runDate.toString(),
                        input, versions.job(), versions.models(), versions.rules()));
                Layout.NightMark mark = before == null
                        ? new Layout.NightMark(runId, 1, "")
                        : new Layout.NightMark(runId, before.night() + 1, before.runId());
                lock.rename(runId);
                return new Night(this, spark, disk, layout, lock, mark, runDate, versions);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OperatorMistake("Cannot begin a night in the warehouse " + root + ": " + e.getMessage() + ".", e);
        }
    }

    /** Folder of the warehouse, as a path with its scheme. */
    public String path() {
        return root.toString();
    }
}
