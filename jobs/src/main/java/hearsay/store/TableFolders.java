package hearsay.store;

import hearsay.tables.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folders with files of one table below one root: {@code published_date=2025-06-18} and so on, or "" for the one of a
 * table in one piece.
 */
record TableFolders(Path root, SortedSet<String> partitions) {

    static TableFolders in(Disk disk, Path root, Table<?> table) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        if (table.partition().isPresent()) {
            String prefix = table.partition().get() + "=";
            disk.folderNames(root).stream().filter(n -> n.startsWith(prefix)).forEach(found::add);
        } else if (!disk.parquetFiles(root).isEmpty()) {
            found.add("");
        }
        return new TableFolders(root, found);
    }

    static SortedSet<String> names(Table<?> table, Set<LocalDate> days) {
        String column = table.partition()
                .orElseThrow(() -> new IllegalArgumentException("table " + table.name() + " has no partitions"));
        return days.stream().map(day -> column + "=" + day).collect(Collectors.toCollection(TreeSet::new));
    }

    static LocalDate day(String partition) {
        return LocalDate.parse(partition.substring(partition.indexOf('=') + 1));
    }

    TableFolders only(Table<?> table, Set<LocalDate> days) {
        return only(names(table, days));
    }

    TableFolders only(Collection<String> wanted) {
        SortedSet<String> left = new TreeSet<>(partitions);
        left.retainAll(wanted);
        return new TableFolders(root, left);
    }

    TableFolders without(Collection<String> unwanted) {
        SortedSet<String> left = new TreeSet<>(partitions);
        left.removeAll(unwanted);
        return new TableFolders(root, left);
    }

    Path folder(String partition) {
        return Layout.folder(root, partition);
    }

    /** The rows with the declared columns and types; a file from before a column was declared has nulls in it. */
    Dataset<Row> read(SparkSession spark, Table<?> table) {
        if (partitions.isEmpty()) {
            return table.empty(spark);
        }
        String[] folders = partitions.stream().map(p -> folder(p).toString()).toArray(String[]::new);
        return table.fit(spark.read()
                .schema(table.schema())
                .option("basePath", root.toString())
                .parquet(folders));
    }
}
