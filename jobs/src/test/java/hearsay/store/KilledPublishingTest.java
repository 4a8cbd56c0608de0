package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.SmallHdfs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publishing killed with {@code kill -9} at random moments, in a process of its own, without Spark: so that many kills fall
 * into the milliseconds that count. {@code -Dhearsay.kills=200} for more than the 4 of every build; whole nights are
 * killed by {@link KilledNightsTest}.
 */
@Tag("whole")
class KilledPublishingTest {
    private static final int KILLS = Integer.getInteger("hearsay.kills", 4);
    private static final int DAYS = 40;
    private static final String FILE = "part-00000.parquet";

    @TempDir
    java.nio.file.Path folder;

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void afterAKillTheNextRunPublishesTheSameNight(boolean links) throws Exception {
        List<String> reached = reachedByKills(links, KILLS, new Path("file", null, folder.toString()));
        if (links) {
            assertThat(reached).doesNotContain("between");
        }
    }

    @Test
    void afterAKillTheNextRunPublishesTheSameNightOnHdfs() throws Exception {
        try (SmallHdfs hdfs = new SmallHdfs(folder)) {
            reachedByKills(false, KILLS / 4, new Path(hdfs.path("/nights")));
        }
    }

    /** What each kill left: the night before, the night after, or files of both. */
    private static List<String> reachedByKills(boolean links, int kills, Path folder) throws Exception {
        Random random = new Random(links ? 1 : 2);
        Path whole = new Path(folder, "whole");
        finish(start(whole, links, 1));
        Map<String, String> before = tables(whole);
        long nanos = finish(start(whole, links, 2));
        Map<String, String> after = tables(whole);
        assertThat(after).isNotEqualTo(before);

        List<String> reached = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            Path warehouse = new Path(folder, "killed-" + kill);
            finish(start(warehouse, links, 1));
            Process night = start(warehouse, links, 2);
            sleep((long) (random.nextDouble() * 1.2 * nanos));
            night.destroyForcibly().waitFor();
            Map<String, String> left = tables(warehouse);
            reached.add(left.equals(before) ? "before" : left.equals(after) ? "after" : "between");
            assertThat(left).allSatisfy((file, text) -> assertThat(text).isIn(before.get(file), after.get(file)));
            assertThat(left.keySet()).containsAll(after.keySet());

            finish(start(warehouse, links, 2));
            assertThat(tables(warehouse))
                    .as("kill %d, which left %s", kill, reached)
                    .isEqualTo(after);
            assertThat(leftovers(warehouse)).isEmpty();
        }
        System.out.println("kills of publishing in " + folder + ", links " + links + ": " + reached);
        return reached;
    }

    /** Runs until all is staged; the time from there on is what a kill may hit. */
    private static Process start(Path warehouse, boolean links, int night) throws IOException {
        Process process = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPublishingTest.class.getName(),
                        warehouse.toString(),
                        Boolean.toString(links),
                        Integer.toString(night))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine())
                .isEqualTo("begins");
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
        Path root = new Path(args[0]);
        int number = Integer.parseInt(args[2]);
        Disk disk = new Disk(root, new Configuration());
        disk.makeFolder(root);
        Layout layout =
                Boolean.parseBoolean(args[1]) ? new LinkedNights(Disk.local(root), 3) : new JournaledFiles(root, disk);
        try (WarehouseLock lock = WarehouseLock.take(disk, root, "test")) {
            layout.sweep(lock);
            Layout.NightMark before = layout.published();
            String runId = (before == null ? "" : before.runId()) + number;
            Path staging = layout.staging(runId);
            TreeSet<String> written = new TreeSet<>();
            TreeSet<String> removed = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                String partition = "published_date=" + (1000 + day);
                if (number == 2 && day % 10 == 0) {
                    removed.add(partition);
                } else if (number == 1 || day % 2 == 1) {
                    disk.write(
                            new Path(staging, "quotes/" + partition + "/" + FILE), "night " + number + " day " + day);
                    written.add(partition);
                }
            }
            disk.write(new Path(staging, "entities/" + FILE), "night " + number);
            SortedMap<String, Layout.Change> changes = new TreeMap<>(Map.of(
                    "quotes", new Layout.Change(written, removed),
                    "entities", new Layout.Change(new TreeSet<>(List.of("")), new TreeSet<>())));
            System.out.println("begins");
            layout.publish(new Layout.NightMark(runId, number, before == null ? "" : before.runId()), changes, lock);
        }
    }

    private static Map<String, String> tables(Path warehouse) throws IOException {
        Disk disk = new Disk(warehouse, new Configuration());
        Map<String, String> texts = new TreeMap<>();
        Path quotes = new Path(warehouse, "quotes");
        for (String partition : disk.folderNames(quotes)) {
            texts.put("quotes/" + partition, disk.text(new Path(quotes, partition + "/" + FILE)));
        }
        texts.put("entities", disk.text(new Path(warehouse, "entities/" + FILE)));
        return texts;
    }

    private static List<String> leftovers(Path warehouse) throws IOException {
        return new Disk(warehouse, new Configuration())
                .list(warehouse).stream()
                        .map(file -> file.getPath().getName())
                        .filter(f -> !List.of(".nights", ".lock.guard", "current", "quotes", "entities")
                                .contains(f))
                        .toList();
    }
}
