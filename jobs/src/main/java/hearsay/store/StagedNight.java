package hearsay.store;

import hearsay.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What {@link Checks} ask of a night before it is published. */
abstract class StagedNight {
    /** The table as it will be: what is staged, over what is published. */
    abstract Dataset<Row> read(Table<?> table);

    /** As {@link #read(Table)}, the rows of these days only. */
    abstract Dataset<Row> read(Table<?> table, Set<LocalDate> days);

    /** Days of publication whose rows this night writes anew. */
    abstract SortedSet<LocalDate> touchedDays();

    abstract List<Staged> staged();

    /** Whether this night may lose rows. */
    abstract boolean mayShrink();

    abstract boolean rewrites(Table<?> table);

    /** The rows that are staged of a table. */
    abstract Dataset<Row> rewritten(Table<?> table);

    /** The folders of a table that are published. */
    abstract TableFolders before(Table<?> table);

    abstract SparkSession spark();

    /** Rows in files, by their footers. */
    abstract long rows(TableFolders folders);
}
