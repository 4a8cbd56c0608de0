package hearsay.store;

import hearsay.tables.Table;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is staged of one table.
 *
 * @param written  partitions with new rows, by their staged folders
 * @param removed  partitions that end with no rows
 * @param kept     partitions whose rows are those already published
 */
record Staged(Table<?> table, TableFolders written, SortedSet<String> removed, SortedSet<String> kept) {
    /** Partitions with new rows and no other change. */
    static Staged of(Table<?> table, TableFolders written) {
        return new Staged(table, written, new TreeSet<>(), new TreeSet<>());
    }

    /** This and, of partitions that were not staged again, what was staged before. */
    Staged after(Staged earlier, SortedSet<String> again) {
        SortedSet<String> allWritten =
                new TreeSet<>(earlier.written.without(again).partitions());
        allWritten.addAll(written.partitions());
        return new Staged(
                table,
                new TableFolders(written.root(), allWritten),
                union(removed, earlier.removed, again),
                union(kept, earlier.kept, again));
    }

    private static SortedSet<String> union(SortedSet<String> now, SortedSet<String> earlier, SortedSet<String> again) {
        SortedSet<String> all = new TreeSet<>(earlier);
        all.removeAll(again);
        all.addAll(now);
        return all;
    }

    SortedSet<String> partitions() {
        SortedSet<String> all = replaced();
        all.addAll(kept);
        return all;
    }

    SortedSet<String> replaced() {
        SortedSet<String> all = new TreeSet<>(removed);
        all.addAll(written.partitions());
        return all;
    }
}
