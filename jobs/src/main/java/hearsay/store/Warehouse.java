package hearsay.store;

import hearsay.settings.OperatorMistake;
import hearsay.tables.Ids;
import hearsay.tables.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of tables that nights are published to: what readers see of it, and the way to write, which goes through a
 * {@link Night}, one at a time.
 */
public final class Warehouse extends Published {
    /** How many published nights stay on a local disk, so that who reads an older one is not cut off. */
    public static final int KEPT_NIGHTS = 3;

    private static final Pattern PATTERN = Pattern.compile("[{}\\[\\]*?\\\\]");

    private Warehouse(SparkSession spark, Path root, Disk disk, Layout layout) {
        super(spark, root, disk, layout);
    }

    /** @throws OperatorMistake where the folder cannot be made or written */
    public static Warehouse at(SparkSession spark, String path) {
        return at(spark, path, KEPT_NIGHTS);
    }

    public static Warehouse at(SparkSession spark, String path, int keptNights) {
        return at(spark, path, keptNights, true);
    }

    /** @param sync whether a night is on a local disk itself, and not in the system's memory alone, before it is published */
    public static Warehouse at(SparkSession spark, String path, int keptNights, boolean sync) {
        return open(spark, path, keptNights, sync, true);
    }

    /** @throws OperatorMistake where there is no such folder: for commands that only read */
    public static Warehouse existing(SparkSession spark, String path) {
        try {
            Path root = new Path(path);
            if (root.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(root)) {
                return at(spark, path);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorMistake("Cannot read the warehouse " + path + ": " + e.getMessage() + ".", e);
        }
        throw new OperatorMistake("There is no warehouse at " + path + ".");
    }

    static Warehouse open(SparkSession spark, String path, int keptNights, boolean linksWanted) {
        return open(spark, path, keptNights, true, linksWanted);
    }

    private static Warehouse open(SparkSession spark, String path, int keptNights, boolean sync, boolean linksWanted) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        try {
            Path given = new Path(path);
            Path root = given.getFileSystem(conf).makeQualified(given);
            if (PATTERN.matcher(root.toUri().getPath()).find()) {
                throw new OperatorMistake("The warehouse cannot be at " + path
                        + ": Spark takes { } [ ] * ? and \\ in a path for a pattern; give it another name.");
            }
            Disk disk = new Disk(root, conf);
            disk.makeFolder(root);
            if (disk.isLocal()) { // it tells of three years of days before a job that asks it has begun
                spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.threshold", 1000);
            }
            Layout layout = linksWanted && disk.isLocal() && LinkedNights.fits(Disk.local(root))
                    ? new LinkedNights(Disk.local(root), keptNights, sync)
                    : new JournaledFiles(root, disk);
            refuseNewer(layout, path);
            return new Warehouse(spark, root, disk, layout);
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorMistake("Cannot write to the warehouse " + path + ": " + e.getMessage() + ".", e);
        }
    }

    private static void refuseNewer(Layout layout, String path) throws IOException {
        Layout.NightMark night = layout.published();
        if (night != null && night.tables() > Tables.VERSION) {
            throw new OperatorMistake("The warehouse " + path + " was written by a newer Hearsay: it has version "
                    + night.tables() + " of the tables, and this one knows versions up to " + Tables.VERSION
                    + ". Nothing was changed. Use the newer Hearsay, or another warehouse.");
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
                layout.sweep(lock);
                Layout.NightMark before = layout.published();
                String runId = Ids.hash(String.join(
                        "\n",
                        before == null ? "" : before.runId(),
                        runDate.toString(),
                        input,
                        versions.job(),
                        versions.models(),
                        versions.rules()));
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
            throw new OperatorMistake(
                    "Cannot begin a night in the warehouse " + root + ": " + e + ".", e); // some say only a path
        }
    }
}
