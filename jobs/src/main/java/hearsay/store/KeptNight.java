package hearsay.store;

import hearsay.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A published night that is still on the disk, for comparing it with another. */
public final class KeptNight {
    private final SparkSession spark;
    private final Disk disk;
    private final Layout.NightMark mark;
    private final Map<String, TableFolders> tables;

    KeptNight(SparkSession spark, Disk disk, Layout.NightMark mark, Map<String, TableFolders> tables) {
        this.spark = spark;
        this.disk = disk;
        this.mark = mark;
        this.tables = tables;
    }

    public String runId() {
        return mark.runId();
    }

    public long number() {
        return mark.night();
    }

    public Dataset<Row> read(Table<?> table) {
        return tables.get(table.name()).read(spark, table);
    }

    /** The rows in those partitions whose files the two nights do not share: no other row can differ. */
    public Dataset<Row> readUnlike(KeptNight other, Table<?> table) {
        TableFolders mine = tables.get(table.name());
        TableFolders others = other.tables.get(table.name());
        SortedSet<String> unlike = new TreeSet<>(mine.partitions());
        try {
            for (String partition : mine.only(others.partitions()).partitions()) {
                if (disk.areSame(mine.folder(partition), others.folder(partition))) {
                    unlike.remove(partition);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mine.only(unlike).read(spark, table);
    }
}
