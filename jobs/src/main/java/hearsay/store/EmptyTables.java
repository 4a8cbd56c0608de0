package hearsay.store;

import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/**
 * A table without rows is one file without rows, for readers stop at a folder without files. Where the table has days, it lies
 * under a day of its own, {@link #NO_DAY}, as long as there is no other.
 */
final class EmptyTables {
    static final LocalDate NO_DAY = LocalDate.EPOCH;

    private EmptyTables() {}

    static void stage(SortedMap<String, Staged> staged, Published before, Stager stager, Path staging)
            throws IOException {
        for (Table<?> table : Tables.ALL) {
            stage(table, staged, before, stager, staging);
        }
    }

    private static void stage(
            Table<?> table, SortedMap<String, Staged> staged, Published published, Stager stager, Path staging)
            throws IOException {
        Staged now = staged.getOrDefault(
                table.name(), Staged.of(table, new TableFolders(new Path(staging, table.name()), new TreeSet<>())));
        TableFolders before = published.published(table);
        String empty = table.partition().map(column -> column + "=" + NO_DAY).orElse("");
        SortedSet<String> after = new TreeSet<>(before.without(now.replaced()).partitions());
        after.addAll(now.written().partitions());
        if (after.isEmpty()) {
            stager.writeEmpty(table, now.written().folder(empty));
            now.written().partitions().add(empty);
            now.removed().remove(empty);
            staged.put(table.name(), now);
        } else if (after.size() > 1
                && before.partitions().contains(empty)
                && after.contains(empty)
                && !empty.isEmpty()
                && !now.written().partitions().contains(empty)
                && published.disk.rowsIn(before.folder(empty)) == 0) {
            now.removed().add(empty);
            staged.put(table.name(), now);
        }
    }
}
