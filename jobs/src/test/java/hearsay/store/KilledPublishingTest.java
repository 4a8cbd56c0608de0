package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publishing killed with {@code kill -9} at random moments, in a process of its own, without Spark: so that many kills fall
 * into the milliseconds that count. {@code -Dhearsay.kills=200} for more than the 12 of every build; whole nights are
 * killed by {@link KilledNightsTest}.
 */
class KilledPublishingTest {
    private static final int KILLS = Integer.getInteger("hearsay.kills", 12);
    private static final int DAYS = 40;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void afterAKillTheNextRunPublishesTheSameNight(boolean links) throws Exception {
        Random random = new Random(links ? 1 : 2);
        Path whole = folder.resolve("whole");
        finish(start(whole, links, 1));
        Map<String, String> before = tables(whole, links);
        long nanos = finish(start(whole, links, 2));
        Map<String, String> after = tables(whole, links);
        assertThat(after).isNotEqualTo(before);

        List<String> reached = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Path warehouse = folder.resolve("killed-" + kill);
            finish(start(warehouse, links, 1));
            Process night = start(warehouse, links, 2);
            sleep((long) (random.nextDouble() * 1.2 * nanos));
            night.destroyForcibly().waitFor();
            Map<String, String> left = tables(warehouse, links);
            reached.add(left.equals(before) ? "before" : left.equals(after) ? "after" : "between");

            finish(start(warehouse, links, 2));
            assertThat(tables(warehouse, links)).as("kill %d, which left %s", kill, reached).isEqualTo(after);
            assertThat(leftovers(warehouse)).isEmpty();
        }
        if (links) {
            assertThat(reached).doesNotContain("between");
        }
        System.out.println("kills of publishing, links " + links + ": " + reached);
    }

    /** Runs until its lock is taken; the time from there on is what a kill may hit. */
    private static Process start(Path warehouse, boolean links, int night) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), KilledPublishingTest.class.getName(),
                        warehouse.toString(), Boolean.toString(links), Integer.toString(night))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new BufferedReader(new InputStreamReader(process.getInputStream())).readLine()).isEqualTo("begins");
        return process;
    }

    private static long finish(Process process) throws InterruptedException {
        long began = System.nanoTime();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return System.nanoTime() - began;
    }

    private static void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
    }

    /** The child: one night of the made-up table quotes, DAYS days, and of the table entities. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        int number = Integer.parseInt(args[2]);
        Files.createDirectories(root);
        Disk disk = new Disk(hadoop(root), new Configuration());
        Layout layout = layout(root, Boolean.parseBoolean(args[1]), disk);
        try (WarehouseLock lock = WarehouseLock.take(disk, hadoop(root), "test")) {
            System.out.println("begins");
            layout.sweep();
            Layout.NightMark before = layout.published();
            String runId = (before == null ? "" : before.runId()) + number;
            Path staging = Path.of(layout.staging(runId).toUri().getPath());
            TreeSet<String> written = new TreeSet<>();
            TreeSet<String> removed = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                String partition = "published_date=" + (1000 + day);
                if (number == 2 && day % 10 == 0) {
                    removed.add(partition);
                } else if (number == 1 || day % 2 == 1) {
                    write(staging.resolve("quotes").resolve(partition), "night " + number + " day " + day);
                    written.add(partition);
                }
            }
            write(staging.resolve("entities"), "night " + number);
            SortedMap<String, Layout.Change> changes = new TreeMap<>(Map.of(
                    "quotes", new Layout.Change(written, removed),
                    "entities", new Layout.Change(new TreeSet<>(List.of("")), new TreeSet<>())));
            layout.publish(new Layout.NightMark(runId, number, before == null ? "" : before.runId()), changes);
        }
    }

    private static void write(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("part-00000.parquet"), text);
    }

    private static Layout layout(Path root, boolean links, Disk disk) {
        return links ? new LinkedNights(root, 3) : new JournaledFiles(hadoop(root), disk);
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path("file", null, path.toString());
    }

    private static Map<String, String> tables(Path warehouse, boolean links) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String table : List.of("quotes", "entities")) {
            Path folder = warehouse.resolve(table);
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder.toRealPath())) {
                for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                    texts.put(table + "/" + folder.toRealPath().relativize(file), Files.readString(file));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return texts;
    }

    private static List<String> leftovers(Path warehouse) throws IOException {
        try (Stream<Path> files = Files.list(warehouse)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> !List.of(".nights", ".lock.guard", "current", "quotes", "entities").contains(f))
                    .toList();
        }
    }
}
