package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar through its launcher and Spark's own SparkSubmit, read back with no class of ours. Two tests run side by
 * side: only one of them writes into {@link #warehouse}, and may change no file there.
 */
class PackagedJarIT {
    @TempDir
    private static Path folder;

    private static Path warehouse;
    private static Launched first;

    @BeforeAll
    static void theFirstNight() throws Exception {
        warehouse = folder.resolve("warehouse");
        first = night(warehouse, Map.of());
    }

    @Test
    void theSeedsBecomeTablesAndAClosingReport() {
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("co_mention_network", "Vladimir Putin", warehouse.toString());
        assertThat(first.output()).doesNotContain("Exception");
    }

    @Test
    void duckDbReadsWhoSaidWhat() throws SQLException {
        assertThat(query("SELECT speaker, count(*) FROM read_parquet('" + warehouse
                        + "/quotes/*/*.parquet', hive_partitioning = true) WHERE kind <> 'indirect' AND speaker IS NOT NULL"
                        + " GROUP BY 1 ORDER BY 2 DESC, 1"))
                .contains("Dmitry Peskov 4", "Vladimir Putin 5", "Donald Trump 1", "Ali Khamenei 1");
    }

    @Test
    void everyQuoteIsTheTextOfItsArticle() throws SQLException {
        assertThat(query("SELECT count(*) FROM read_parquet('" + warehouse
                        + "/quotes/*/*.parquet') q JOIN read_parquet('"
                        + warehouse + "/articles/*/*.parquet') a USING (article_id)"
                        + " WHERE substr(a.text, q.begin + 1, q.\"end\" - q.begin) <> q.text"))
                .containsExactly("0");
    }

    @Test
    void aSecondNightOverTheSameArticlesChangesNoFile() throws Exception {
        Map<String, String> before = files(warehouse);
        Launched second = night(warehouse, Map.of());
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(files(warehouse)).isEqualTo(before);
    }

    @Test
    void aClusterWritesTheSameRows() throws Exception {
        Path other = folder.resolve("cluster-warehouse");
        try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("cluster"), 2, "1g")) {
            Launched night = night(
                    other,
                    cluster.environment("--executor-memory 1g --conf spark.executor.cores=1"
                            + " --conf spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1"));
            assertThat(night.exitCode()).as(night.output()).isZero();
            for (List<String> log :
                    cluster.executorLogs()) { // each is given the model once and makes one session of it
                assertThat(log.stream().filter(line -> line.matches(".*Executor: Fetching .*/files/.*onnx.*")))
                        .hasSize(1);
                assertThat(log.stream().filter(line -> line.contains("OnnxWrapper: Using CPUs")))
                        .hasSize(1);
            }
            assertThat(cluster.executorLogs()).hasSize(2);
            assertThat(cluster.temporaryFiles()).isEmpty();
        }
        assertSameRows(other, warehouse);
    }

    @Test
    void yarnWritesTheSameRows() throws Exception {
        Path other = folder.resolve("yarn-warehouse");
        try (YarnCluster cluster = new YarnCluster(folder.resolve("yarn"), 4096)) {
            Launched night = night(
                    other,
                    cluster.environment(
                            "--num-executors 2 --executor-cores 1 --executor-memory 1g"
                                    + " --conf spark.executor.memoryOverhead=512m --conf spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1"));
            assertThat(night.exitCode()).as(night.output()).isZero();
            assertThat(cluster.containers())
                    .as("its own and one for each executor")
                    .isEqualTo(3);
        }
        assertSameRows(other, warehouse);
    }

    @Test
    void twoNightsOnAnObjectStoreLeaveTheSameRows() throws Exception {
        try (S3Store store = new S3Store(folder.resolve("s3"))) {
            List<Path> seeds;
            try (Stream<Path> files = Files.list(Path.of("seeds"))) {
                seeds = files.sorted().toList();
            }
            for (int put = 0; put < seeds.size(); put++) {
                store.put("seeds/" + seeds.get(put).getFileName(), Files.readAllBytes(seeds.get(put)));
                if (put >= seeds.size() - 2) {
                    Launched night = Launched.hearsay(
                            store.environment(),
                            "nightly",
                            "--input",
                            "s3a://news/seeds",
                            "--warehouse",
                            "s3a://news/warehouse",
                            "--run-date",
                            "2025-06-20");
                    assertThat(night.exitCode()).as(night.output()).isZero();
                }
            }
            assertThat(store.keys("warehouse/."))
                    .containsExactly( // no lock, no journal, nothing staged
                            "warehouse/.nights/_files",
                            "warehouse/.nights/_known_files/part-00000.parquet",
                            "warehouse/.nights/_night");
            store.download("warehouse/", folder.resolve("downloaded"));
        }
        assertSameRows(folder.resolve("downloaded"), warehouse);
    }

    @Test
    void aBenchmarkMeasuresEveryStepBesideTheModelAlone() throws Exception {
        Launched bench = Launched.hearsay(Map.of("HEARSAY_SUBMIT", "--master local[1]"), "bench", "--articles", "4");
        assertThat(bench.exitCode()).as(bench.output()).isZero();
        List<String> run = line(bench, "4 generated");
        assertThat(run.get(0)).as("cores").isEqualTo("1");
        double seconds = Double.parseDouble(run.get(1));
        double modelAlone = Double.parseDouble(run.get(5));
        assertThat(modelAlone).isGreaterThan(0).isLessThan(seconds);
        assertThat(Double.parseDouble(run.get(6))).isCloseTo(seconds / modelAlone, Percentage.withPercentage(20));
        double ofSteps =
                List.of("read", "sentences tagged", "names resolved", "co_mention_network", "quotes", "published")
                        .stream()
                        .mapToDouble(
                                step -> Double.parseDouble(line(bench, step).get(0)))
                        .sum();
        assertThat(ofSteps).isBetween(0.1, seconds);
        assertThat(Double.parseDouble(run.get(run.size() - 1)))
                .as("MB written, each file once")
                .isBetween(0.05, 0.2);
        List<String> tagged = line(bench, "sentences tagged");
        assertThat(Double.parseDouble(tagged.get(1)))
                .as("articles a second")
                .isCloseTo(4 / Double.parseDouble(tagged.get(0)), Percentage.withPercentage(20));
    }

    /** The columns behind a line's name. */
    private static List<String> line(Launched launched, String name) {
        return launched.output()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> List.of(line.substring(name.length()).strip().split("\\s+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + name + " in " + launched.output()));
    }

    @Test
    void mistakesAreOneSentence() throws Exception {
        Launched mistake = Launched.hearsay(
                Map.of(),
                "nightly",
                "--input",
                folder.resolve("nowhere").toString(),
                "--warehouse",
                folder.resolve("none").toString());
        assertThat(mistake.exitCode()).isEqualTo(2);
        assertThat(mistake.output()).contains("nowhere").doesNotContain("\tat ");
    }

    private static Launched night(Path warehouse, Map<String, String> environment)
            throws IOException, InterruptedException {
        return Launched.hearsay(
                environment,
                "nightly",
                "--input",
                "seeds",
                "--warehouse",
                warehouse.toString(),
                "--run-date",
                "2025-06-20");
    }

    private static void assertSameRows(Path one, Path other) throws SQLException {
        for (String table : List.of("articles", "sentences", "mentions", "quotes", "co_mentions", "speaker_links")) {
            assertThat(rows(one, table + "/*/*.parquet")).as(table).isEqualTo(rows(other, table + "/*/*.parquet"));
        }
        for (String table : List.of("entities", "quote_groups", "co_mention_network")) {
            assertThat(rows(one, table + "/*.parquet")).as(table).isEqualTo(rows(other, table + "/*.parquet"));
        }
    }

    private static List<String> rows(Path warehouse, String files) throws SQLException {
        return query(
                "SELECT COLUMNS(c -> c <> 'run_id') FROM read_parquet('" + warehouse + "/" + files + "') ORDER BY ALL");
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duckdb.createStatement().executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(String.join(" ", cells));
            }
            return lines;
        }
    }

    /** Every partition file that a reader of the tables finds, with its identity and time; runs has one more each night. */
    private static Map<String, String> files(Path warehouse) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tables = Files.list(warehouse)) {
            for (Path table : tables.filter(t -> !t.getFileName().toString().matches("[._].*|current|runs"))
                    .toList()) {
                try (Stream<Path> all = Files.walk(table.toRealPath())) {
                    for (Path file :
                            all.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                        files.put(
                                table.getFileName() + "/" + table.toRealPath().relativize(file),
                                Files.getLastModifiedTime(file) + " " + Files.getAttribute(file, "unix:ino"));
                    }
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
