package hearsay.store;

import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** All that is published, as if one night had written it: so the checks of a night look at every row. */
final class PublishedNight extends StagedNight {
    private final Published tables;

    PublishedNight(Published tables) {
        this.tables = tables;
    }

    @Override
    Dataset<Row> read(Table<?> table) {
        return tables.read(table);
    }

    @Override
    Dataset<Row> read(Table<?> table, Set<LocalDate> days) {
        return tables.read(table, days);
    }

    @Override
    SortedSet<LocalDate> touchedDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Table<?> table : Tables.ALL) {
            if (table.partition().filter("published_date"::equals).isPresent()) {
                days.addAll(tables.days(table));
            }
        }
        return days;
    }

    @Override
    List<Staged> staged() {
        return Tables.ALL.stream()
                .<Staged>map(table -> Staged.of(table, tables.published(table)))
                .toList();
    }

    @Override
    boolean mayShrink() {
        return true;
    }

    @Override
    boolean rewrites(Table<?> table) {
        return true;
    }

    @Override
    Dataset<Row> rewritten(Table<?> table) {
        return tables.read(table);
    }

    @Override
    TableFolders before(Table<?> table) {
        return new TableFolders(tables.published(table).root(), new TreeSet<>());
    }

    @Override
    SparkSession spark() {
        return tables.spark;
    }

    @Override
    long rows(TableFolders folders) {
        return folders.partitions().stream()
                .mapToLong(partition -> tables.disk.rowsIn(folders.folder(partition)))
                .sum();
    }
}
