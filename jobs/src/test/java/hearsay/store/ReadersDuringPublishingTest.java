package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries without a pause while 20 nights are published one after the other; every row of a night carries its number. */
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

    @Test
    void aResolvedNightIsOneNightInAllTables() throws Exception {
        Reader reader = new Reader(() -> {
            Path night = warehouse.resolve("current").toRealPath();
            Seen quotes = query(night + "/quotes/*/*.parquet");
            Seen mentions = query(night + "/mentions/*/*.parquet");
            assertThat(quotes).isEqualTo(new Seen(DAYS * ROWS_A_DAY, quotes.first(), quotes.first()));
            assertThat(mentions).isEqualTo(quotes);
        });
        publishNights(new LinkedNights(warehouse, NIGHTS), reader);
    }

    @Test
    void theFolderOfATableNeverMissesARow() throws Exception {
        Reader reader = new Reader(() -> assertWhole(query(warehouse + "/quotes/**/*.parquet")));
        publishNights(new LinkedNights(warehouse, 2), reader);
    }

    @Test
    void noRowIsMissingEitherWhereFilesAreRenamedOver() throws Exception {
        Reader reader = new Reader(() -> assertWhole(query(warehouse + "/quotes/**/*.parquet")));
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("file", null, warehouse.toString());
        publishNights(new JournaledFiles(root, new Disk(root, new Configuration())), reader);
    }

    private static void assertWhole(Seen seen) {
        assertThat(seen.rows()).isEqualTo(DAYS * ROWS_A_DAY);
        assertThat(seen.last() - seen.first()).isBetween(0L, 1L);
    }

    private Seen query(String files) throws SQLException {
        try (var connection = ((org.duckdb.DuckDBConnection) duck).duplicate();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), min(night), max(night) from read_parquet('"
                        + files + "', hive_partitioning = true)")) {
            row.next();
            return new Seen(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private void publishNights(Layout layout, Reader reader) throws Exception {
        publish(layout, 1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> reading = thread.submit(reader);
        for (int night = 2; night <= NIGHTS; night++) {
            reader.awaitReads(3);
            publish(layout, night);
        }
        reader.stop.set(true);
        reading.get();
        thread.shutdown();
        assertThat(reader.reads).isGreaterThan(NIGHTS);
    }

    private void publish(Layout layout, int night) throws IOException, SQLException {
        layout.sweep();
        Path staging = Path.of(layout.staging("run" + night).toUri().getPath());
        SortedMap<String, Layout.Change> changes = new TreeMap<>();
        for (String table : List.of("quotes", "mentions")) {
            TreeSet<String> days = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                String partition = "published_date=2025-06-1" + day;
                Path file = Files.createDirectories(staging.resolve(table).resolve(partition));
                // words of another length each night, so that a file taken for its predecessor would not read
                duck.createStatement().execute("copy (select range as row, " + night + " as night, repeat('w', "
                        + night * 37 % 101 + ") as words from range(" + ROWS_A_DAY + ")) to '"
                        + file + "/part-00000.parquet' (format parquet)");
                days.add(partition);
            }
            changes.put(table, new Layout.Change(days, new TreeSet<>()));
        }
        layout.publish(new Layout.NightMark("run" + night, night, night == 1 ? "" : "run" + (night - 1)), changes);
    }

    private interface Query {
        void read() throws Exception;
    }

    private static final class Reader implements Runnable {
        private final Query query;
        private final AtomicBoolean stop = new AtomicBoolean();
        private volatile int reads;
        private volatile boolean failed;

        Reader(Query query) {
            this.query = query;
        }

        @Override
        public void run() {
            try {
                while (!stop.get()) {
                    query.read();
                    reads++;
                }
            } catch (Exception | AssertionError e) {
                failed = true;
                throw new AssertionError("after " + reads + " reads", e);
            }
        }

        void awaitReads(int more) throws InterruptedException {
            int enough = reads + more;
            while (reads < enough && !failed) {
                Thread.sleep(2);
            }
        }
    }
}
