package hearsay.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import hearsay.tables.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Writes rows as the files a table is made of: zstd Parquet, one file per partition ({@code part-00000.parquet}), rows in
 * the order of the text and then of the key. So the same rows make the same bytes, neighbours compress well, and a reader
 * who asks for one article reads one part of one file.
 */
final class Stager {
    /** A larger file is written again as several of about {@link #GOOD_BYTES}, which is what a Spark task reads well. */
    static final long MOST_BYTES = 256L << 20;

    static final long GOOD_BYTES = 192L << 20;
    private static final List<String> TEXT_ORDER = List.of("night", "article_id", "sentence", "begin");

    private final SparkSession spark;
    private final Disk disk;
    private final Path scratch;
    private final long mostBytes;
    private final long goodBytes;

    Stager(SparkSession spark, Disk disk, Path scratch) {
        this(spark, disk, scratch, MOST_BYTES, GOOD_BYTES);
    }

    Stager(SparkSession spark, Disk disk, Path scratch, long mostBytes, long goodBytes) {
        this.spark = spark;
        this.disk = disk;
        this.scratch = scratch;
        this.mostBytes = mostBytes;
        this.goodBytes = goodBytes;
    }

    /** Writes the rows into {@code to}, over what was staged there before; what it says is which partitions have rows. */
    TableFolders write(Table<?> table, Dataset<Row> rows, Path to) throws IOException {
        Path raw = new Path(scratch, table.name());
        Dataset<Row> grouped = table.partition().isPresent()
                ? rows.repartition(col(table.partition().get()))
                : rows.repartition(1);
        parquet(table, grouped.sortWithinPartitions(order(table))).save(raw.toString());
        SortedSet<String> written = TableFolders.in(disk, raw, table).partitions();
        for (String partition : written) {
            take(table, Layout.folder(raw, partition), Layout.folder(to, partition));
        }
        disk.delete(raw);
        return new TableFolders(to, written);
    }

    /** Whether a folder's files are several, and on average smaller than half of what is good: what is split here is larger. */
    boolean isScattered(Path folder) throws IOException {
        List<FileStatus> files = disk.parquetFiles(folder);
        return files.size() > 1 && files.stream().mapToLong(FileStatus::getLen).sum() < files.size() * goodBytes / 2;
    }

    /** One file that has the table's columns and no rows. */
    void writeEmpty(Table<?> table, Path to) throws IOException {
        Path raw = new Path(scratch, table.name());
        table.empty(spark)
                .drop(table.partition().map(p -> new String[] {p}).orElse(new String[0]))
                .repartition(1)
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "zstd")
                .parquet(raw.toString());
        take(table, raw, to);
        disk.delete(raw);
    }

    private static DataFrameWriter<Row> parquet(Table<?> table, Dataset<Row> rows) {
        DataFrameWriter<Row> writer =
                rows.write().format("parquet").mode(SaveMode.Overwrite).option("compression", "zstd");
        return table.partition().isPresent()
                ? writer.partitionBy(table.partition().get())
                : writer;
    }

    private static Column[] order(Table<?> table) {
        Set<String> columns = new LinkedHashSet<>();
        table.partition().ifPresent(columns::add);
        List<String> declared = Arrays.asList(table.schema().fieldNames());
        TEXT_ORDER.stream().filter(declared::contains).forEach(columns::add);
        columns.addAll(table.key());
        return columns.stream().map(c -> col(c)).toArray(Column[]::new);
    }

    private void take(Table<?> table, Path from, Path to) throws IOException {
        List<FileStatus> files = disk.parquetFiles(from);
        if (files.size() == 1 && files.get(0).getLen() > mostBytes) {
            files = split(table, files.get(0));
        }
        disk.delete(to);
        for (int i = 0; i < files.size(); i++) {
            disk.move(files.get(i).getPath(), new Path(to, String.format("part-%05d.parquet", i)));
        }
    }

    private List<FileStatus> split(Table<?> table, FileStatus large) throws IOException {
        long parts = (large.getLen() + goodBytes - 1) / goodBytes;
        long rowsEach = (disk.rows(large.getPath()) + parts - 1) / parts;
        Path pieces = new Path(scratch, table.name() + "-pieces");
        Dataset<Row> rows = spark.read().parquet(large.getPath().toString());
        List<String> here = Arrays.asList(rows.columns());
        Column[] order = Arrays.stream(order(table))
                .filter(c -> here.contains(c.toString()))
                .toArray(Column[]::new);
        rows.repartition(1)
                .sortWithinPartitions(order)
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "zstd")
                .option("maxRecordsPerFile", rowsEach)
                .parquet(pieces.toString());
        return disk.parquetFiles(pieces);
    }

    /**
     * Which of the staged partitions hold the very rows of the published ones. The same bytes settle it; where the bytes
     * differ (another version of the writer, another split into row groups) the sums of the rows do.
     */
    SortedSet<String> unchanged(Table<?> table, TableFolders staged, TableFolders published) throws IOException {
        SortedSet<String> same = new TreeSet<>();
        SortedSet<String> unclear = new TreeSet<>();
        for (String partition : staged.only(published.partitions()).partitions()) {
            if (disk.sameFiles(staged.folder(partition), published.folder(partition))) {
                same.add(partition);
            } else if (disk.rowsIn(staged.folder(partition)) == disk.rowsIn(published.folder(partition))) {
                unclear.add(partition);
            }
        }
        if (!unclear.isEmpty()) {
            Set<Row> before = new HashSet<>(sums(table, published.only(unclear)));
            for (Row sum : sums(table, staged.only(unclear))) {
                if (before.contains(sum)) {
                    same.add(table.partition().map(p -> p + "=" + sum.get(0)).orElse(""));
                }
            }
        }
        return same;
    }

    private List<Row> sums(Table<?> table, TableFolders folders) {
        Column[] columns =
                Arrays.stream(table.schema().fieldNames()).map(c -> col(c)).toArray(Column[]::new);
        Column rowSum =
                xxhash64(to_json(struct(columns))).cast("decimal(38,0)"); // JSON keeps a null apart from a shift
        return folders.read(spark, table)
                .groupBy(table.partition().map(c -> col(c)).orElse(lit("")))
                .agg(sum(rowSum), count(lit(1)))
                .collectAsList();
    }
}
