package hearsay.store;

import hearsay.tables.Tables;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.hadoop.fs.Path;

/**
 * Where the files of nights lie and how one night takes the place of the one before.
 *
 * <p>Table names here are folder names; the folder of a partition is {@code published_date=2025-06-18}, that of a table in
 * one piece is the table's own, written "".
 */
interface Layout {
    String NIGHT = "_night";

    /** What a night does to one table; partitions in neither set stay as they are. */
    record Change(SortedSet<String> written, SortedSet<String> removed) {}

    /** Whoever publishes must still hold the warehouse: a run that slept may have lost it to another. */
    interface Hold {
        /** @throws hearsay.settings.OperatorMistake where another run has taken the warehouse over */
        void insist() throws IOException;
    }

    /**
     * A published night.
     *
     * @param night  its number, from 1
     * @param before the run before it; "" for the first
     * @param tables version of the tables by which it was written, see {@link Tables#VERSION}; 1 where the mark is silent, as those
     *               of Hearsay 0.1.0 are
     */
    record NightMark(String runId, long night, String before, int tables) {
        /** Of a night that this build writes. */
        NightMark(String runId, long night, String before) {
            this(runId, night, before, Tables.VERSION);
        }

        String text() {
            return "run=" + runId + "\nnight=" + night + "\nbefore=" + before + "\ntables=" + tables + "\n";
        }

        /** @throws DamagedWarehouse where the text is not that of a mark, naming the file */
        static NightMark of(String text, Object file) throws IOException {
            Properties lines = new Properties();
            lines.load(new StringReader(text));
            String run = lines.getProperty("run", "");
            String night = lines.getProperty("night", "");
            String tables = lines.getProperty("tables", "1");
            if (run.isEmpty()
                    || !night.matches("\\d{1,18}")
                    || !tables.matches("\\d{1,9}")
                    || !lines.containsKey("before")) {
                throw new DamagedWarehouse(
                        "The file " + file + ", which says what night lies beside it, is broken, perhaps by a power"
                                + " cut. On a local disk, point the warehouse's link current at an older folder in .nights.");
            }
            return new NightMark(run, Long.parseLong(night), lines.getProperty("before"), Integer.parseInt(tables));
        }
    }

    /** The published night, or null before the first. */
    NightMark published() throws IOException;

    /** Kept nights, the published one first. */
    List<NightMark> kept() throws IOException;

    /** How many nights are kept, in words that follow "the warehouse keeps". */
    String keeping();

    /** Folder in which a table of a kept night lies; of no night where {@code night} is null: then it is empty. */
    Path table(String table, NightMark night);

    /** Folder in which a run stages its tables. */
    Path staging(String runId);

    /** Whether a run stopped in the middle of its switch: until a sweep readers have days of both nights. */
    boolean isHalfPublished() throws IOException;

    /** Names beside the tables' folders that should be links into the published night and are not. */
    List<String> wrongLinks() throws IOException;

    /** Whether this run has begun what the next run would finish: its night may be published though this one failed. */
    boolean mayPublishLater() throws IOException;

    /** Finishes or undoes what a killed run left. */
    void sweep(Hold hold) throws IOException;

    /** Undoes what a run staged and did not publish; nothing where its publishing has begun, which a sweep finishes. */
    void abandon(String runId) throws IOException;

    /** Makes the staged night the published one, all tables at once. */
    void publish(NightMark night, SortedMap<String, Change> changes, Hold hold) throws IOException;

    static Path folder(Path table, String partition) {
        return partition.isEmpty() ? table : new Path(table, partition);
    }
}
