package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers without a pause while 20 nights are published one after the other; every row of a night carries its number. */
@Tag("whole")
class ReadersDuringPublishingTest {
    private static final int NIGHTS = 20;
    private static final int DAYS = 10;
    private static final int ROWS_A_DAY = 50;

    @TempDir
    Path folder;

    private Path warehouse;
    private Connection duck;

    @BeforeEach
    void connect() throws Exception {
        warehouse = Files.createDirectories(folder.resolve("warehouse"));
        duck = DriverManager.getConnection("jdbc:duckdb:");
    }

    /** What a reader sees of one query: rows, and the first and last night among them. */
    private record Seen(long rows, long first, long last) {}

    /** What reads a folder of a table. Spark gets fewer nights: it takes a hundred times as long as the others. */
    private enum Program {
        DUCKDB(NIGHTS) {
            @Override
            Seen seen(Path table) throws SQLException {
                try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                        var statement = duck.createStatement();
                        ResultSet row =
                                statement.executeQuery("select count(*), min(night), max(night) from read_parquet('"
                                        + table + "/*/*.parquet', hive_partitioning = true)")) {
                    row.next();
                    return new Seen(row.getLong(1), row.getLong(2), row.getLong(3));
                }
            }
        },
        SPARK(4) {
            @Override
            Seen seen(Path table) {
                Row row = TestSpark.session()
                        .read()
                        .parquet(table.toString())
                        .selectExpr("count(*)", "cast(min(night) as bigint)", "cast(max(night) as bigint)")
                        .head();
                return new Seen(row.getLong(0), row.getLong(1), row.getLong(2));
            }
        },
        /** Lists the files and reads them one after the other, row by row, as small readers in any language do. */
        PLAIN(NIGHTS) {
            @Override
            Seen seen(Path table) throws IOException {
                List<Path> files;
                try (Stream<Path> found = Files.walk(table)) {
                    files = found.filter(file -> file.toString().endsWith(".parquet"))
                            .toList();
                }
                LongSummaryStatistics seen = new LongSummaryStatistics();
                for (Path file : files) {
                    var path = new org.apache.hadoop.fs.Path("file", null, file.toString());
                    try (ParquetReader<Group> rows =
                            ParquetReader.builder(new GroupReadSupport(), path).build()) {
                        for (Group row = rows.read(); row != null; row = rows.read()) {
                            seen.accept(row.getInteger("night", 0));
                        }
                    }
                }
                return new Seen(seen.getCount(), seen.getMin(), seen.getMax());
            }
        };

        private final int nights;

        Program(int nights) {
            this.nights = nights;
        }

        abstract Seen seen(Path table) throws Exception;
    }

    /** What conf/NIGHTS.md tells readers of a local disk to do; days come and go meanwhile, and lie in one file or several. */
    @ParameterizedTest
    @EnumSource
    void aResolvedNightIsOneNightInAllTables(Program program) throws Exception {
        Reader reader = new Reader(() -> {
            Path night = warehouse.resolve("current").toRealPath();
            assertOneNight(program.seen(night.resolve("quotes")), program.seen(night.resolve("mentions")));
            return true;
        });
        publishNights(new LinkedNights(warehouse, NIGHTS), reader, true, program.nights);
    }

    /** What conf/NIGHTS.md tells readers on HDFS to do: what is read between two looks at one night, without lock and journal, is it. */
    @ParameterizedTest
    @EnumSource
    void whatWasReadWhileNoRunWasAtWorkIsOneNightInAllTables(Program program) throws Exception {
        Reader reader = new Reader(() -> {
            Optional<String> night = nightWithoutLock();
            List<Seen> seen = new ArrayList<>();
            try {
                seen.add(program.seen(warehouse.resolve("quotes")));
                seen.add(program.seen(warehouse.resolve("mentions")));
            } catch (Exception fileGone) {
                assertThat(night.isPresent() && night.equals(nightWithoutLock()))
                        .as(fileGone.getMessage())
                        .isFalse();
                return false;
            }
            if (night.isEmpty() || !night.equals(nightWithoutLock())) {
                return false;
            }
            assertOneNight(seen.get(0), seen.get(1));
            return true;
        });
        publishNights(new JournaledFiles(root(), disk()), reader, true, program.nights);
    }

    /** What the mark says; nothing where a run is at work. */
    private Optional<String> nightWithoutLock() throws IOException {
        return Files.exists(warehouse.resolve(".lock")) || Files.exists(warehouse.resolve(".nights/journal"))
                ? Optional.empty()
                : Optional.of(Files.readString(warehouse.resolve(".nights/_night")));
    }

    private static void assertOneNight(Seen quotes, Seen mentions) {
        long days = IntStream.range(0, DAYS)
                .filter(day -> hasRows(day, (int) quotes.first()))
                .count();
        assertThat(quotes).isEqualTo(new Seen(days * ROWS_A_DAY, quotes.first(), quotes.first()));
        assertThat(mentions).isEqualTo(quotes);
    }

    @Test
    void theFolderOfATableMissesNoRowWhereDaysAndFilesStay() throws Exception {
        Reader reader = new Reader(() -> assertWhole(Program.DUCKDB.seen(warehouse.resolve("quotes"))));
        publishNights(new LinkedNights(warehouse, 2), reader, false, NIGHTS);
    }

    @Test
    void noRowIsMissingEitherWhereFilesAreRenamedOver() throws Exception {
        Reader reader = new Reader(() -> assertWhole(Program.DUCKDB.seen(warehouse.resolve("quotes"))));
        publishNights(new JournaledFiles(root(), disk()), reader, false, NIGHTS);
    }

    private static boolean assertWhole(Seen seen) {
        assertThat(seen.rows()).isEqualTo(DAYS * ROWS_A_DAY);
        assertThat(seen.last() - seen.first()).isBetween(0L, 1L);
        return true;
    }

    private org.apache.hadoop.fs.Path root() {
        return new org.apache.hadoop.fs.Path("file", null, warehouse.toString());
    }

    private Disk disk() throws IOException {
        return new Disk(root(), new Configuration());
    }

    /** @param changing whether days come and go, and the number of their files changes; else each is one file every night */
    private void publishNights(Layout layout, Reader reader, boolean changing, int nights) throws Exception {
        publish(layout, 1, changing);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> reading = thread.submit(reader);
        for (int night = 2; night <= nights; night++) {
            reader.awaitReads(3);
            publish(layout, night, changing);
        }
        reader.stop.set(true);
        reading.get();
        thread.shutdown();
        assertThat(reader.reads.get()).isGreaterThan(nights);
    }

    private static boolean hasRows(int day, int night) {
        return (day + night) % 4 != 0;
    }

    private void publish(Layout layout, int night, boolean changing) throws IOException, SQLException {
        try (WarehouseLock lock = WarehouseLock.take(disk(), root(), "run" + night)) {
            layout.sweep(lock);
            stageAndPublish(layout, night, changing, lock);
        }
    }

    private void stageAndPublish(Layout layout, int night, boolean changing, WarehouseLock lock)
            throws IOException, SQLException {
        Path staging = Path.of(layout.staging("run" + night).toUri().getPath());
        SortedMap<String, Layout.Change> changes = new TreeMap<>();
        for (String table : List.of("quotes", "mentions")) {
            TreeSet<String> days = new TreeSet<>();
            TreeSet<String> gone = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                String partition = "published_date=2025-06-1" + day;
                if (changing && !hasRows(day, night)) {
                    gone.add(partition);
                    continue;
                }
                Path folder = Files.createDirectories(staging.resolve(table).resolve(partition));
                int files = changing ? 1 + (day + night / 2) % 2 : 1;
                for (int file = 0; file < files; file++) {
                    // words of another length each night, so that a file taken for its predecessor would not read
                    duck.createStatement()
                            .execute("copy (select range as row, " + night + " as night, repeat('w', "
                                    + night * 37 % 101 + ") as words from range(" + ROWS_A_DAY / files + ")) to '"
                                    + folder + "/part-0000" + file + ".parquet' (format parquet)");
                }
                days.add(partition);
            }
            changes.put(table, new Layout.Change(days, gone));
        }
        layout.publish(
                new Layout.NightMark("run" + night, night, night == 1 ? "" : "run" + (night - 1)), changes, lock);
    }

    private interface Query {
        /** @return whether it saw what it may rely on */
        boolean read() throws Exception;
    }

    private static final class Reader implements Runnable {
        private final Query query;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile boolean failed;

        Reader(Query query) {
            this.query = query;
        }

        @Override
        public void run() {
            try {
                while (!stop.get()) {
                    if (query.read()) {
                        reads.incrementAndGet();
                    }
                }
            } catch (Exception | AssertionError e) {
                failed = true;
                throw new AssertionError("after " + reads.get() + " reads", e);
            }
        }

        void awaitReads(int more) throws InterruptedException {
            int enough = reads.get() + more;
            while (reads.get() < enough && !failed) {
                Thread.sleep(2);
            }
        }
    }
}
