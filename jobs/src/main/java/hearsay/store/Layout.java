package hearsay.store;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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

    /** A published night: its run, its number from 1, and the run before it ("" for the first). */
    record NightMark(String runId, long night, String before) {
        String text() {
            return "run=" + runId + "\nnight=" + night + "\nbefore=" + before + "\n";
        }

        static NightMark of(String text) {
            SortedMap<String, String> lines = new TreeMap<>();
            text.lines().forEach(l -> lines.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
            return new NightMark(lines.get("run"), Long.parseLong(lines.get("night")), lines.get("before"));
        }
    }

    /** The published night, or null before the first. */
    NightMark published() throws IOException;

    /** Kept nights, the published one first. */
    List<NightMark> kept() throws IOException;

    /** Folder in which a table of a kept night lies; of no night where {@code night} is null: then it is empty. */
    Path table(String table, NightMark night);

    /** Folder in which a run stages its tables. */
    Path staging(String runId);

    /** Finishes or undoes what a killed run left; called under the lock. */
    void sweep() throws IOException;

    /** Undoes what a run staged and did not publish; nothing where its publishing has begun, which a sweep finishes. */
    void abandon(String runId) throws IOException;

    /** Makes the staged night the published one, all tables at once. */
    void publish(NightMark night, SortedMap<String, Change> changes) throws IOException;

    static Path folder(Path table, String partition) {
        return partition.isEmpty() ? table : new Path(table, partition);
    }
}
