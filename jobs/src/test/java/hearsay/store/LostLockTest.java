package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that slept so long that another one took its warehouse wakes and does no harm. */
@Tag("whole")
class LostLockTest {
    private static final String FILE = "part-00000.parquet";

    @TempDir
    java.nio.file.Path folder;

    /** At the first question the run may still publish, at the second the journal is written, then comes a question a step. */
    @Test
    void whereverARunSleepsInItsJournalWhatAnotherPublishedMeanwhileStays() throws Exception {
        int slept = 0;
        for (boolean ended = false; !ended; slept++) {
            Path root = new Path("file", null, folder.resolve("slept-" + slept).toString());
            Disk disk = new Disk(root, new Configuration());
            publish(root, disk, 1, Map.of("one", "1", "two", "1"), List.of(), () -> {});
            int sleepsAt = slept;
            int[] asked = {0};
            try {
                publish(root, disk, 2, Map.of("one", "2"), List.of("two"), () -> {
                    if (asked[0]++ == sleepsAt) {
                        new JournaledFiles(root, disk).sweep(() -> {});
                        publish(root, disk, 3, Map.of("one", "3", "two", "3"), List.of(), () -> {});
                        throw new OperatorMistake("lost");
                    }
                });
                ended = true;
            } catch (OperatorMistake lost) {
                assertThat(text(disk, root, "one"))
                        .as("asleep at question %d", slept)
                        .isEqualTo("3");
                assertThat(text(disk, root, "two"))
                        .as("asleep at question %d", slept)
                        .isEqualTo("3");
                assertThat(new JournaledFiles(root, disk).published().runId()).isEqualTo("run3");
            }
        }
        assertThat(slept).as("questions").isGreaterThan(6);
    }

    @Test
    void aWarehouseThatWasMovedSinceItsRunFailedIsFinishedWhereItLiesNow() throws Exception {
        java.nio.file.Path before = folder.resolve("50 % before");
        Path root = new Path("file", null, before.toString());
        Disk disk = new Disk(root, new Configuration());
        publish(root, disk, 1, Map.of("one", "1", "two", "1"), List.of(), () -> {});
        int[] asked = {0};
        assertThatThrownBy(() -> publish(root, disk, 2, Map.of("one", "2"), List.of("two"), () -> {
                    if (asked[0]++ == 2) { // the journal is written
                        throw new IOException("the disk went away");
                    }
                }))
                .hasMessage("the disk went away");
        assertThat(Warehouse.open(TestSpark.session(), before.toString(), 1, false)
                        .atWork())
                .contains(
                        "A run failed while it published: until the next run finishes that, some days are of the new night and"
                                + " others of the one before.");

        Path moved = new Path(
                "file", null, Files.move(before, folder.resolve("after")).toString());
        Disk itsDisk = new Disk(moved, new Configuration());
        JournaledFiles layout = new JournaledFiles(moved, itsDisk);
        layout.sweep(() -> {});
        assertThat(text(itsDisk, moved, "one")).isEqualTo("2");
        assertThat(text(itsDisk, moved, "two")).isNull();
        assertThat(layout.published().runId()).isEqualTo("run2");
        assertThat(Warehouse.open(TestSpark.session(), moved.toString(), 1, false)
                        .atWork())
                .isEmpty();
    }

    @Test
    void aNightWhoseStagedFilesAreGoneIsNotPublished() throws Exception {
        Path root = new Path("file", null, folder.toString());
        Disk disk = new Disk(root, new Configuration());
        publish(root, disk, 1, Map.of("one", "1"), List.of(), () -> {});
        JournaledFiles layout = new JournaledFiles(root, disk);
        SortedMap<String, Layout.Change> changes = new TreeMap<>(
                Map.of("quotes", new Layout.Change(new TreeSet<>(List.of("published_date=one")), new TreeSet<>())));
        assertThatThrownBy(() -> layout.publish(new Layout.NightMark("run2", 2, "run1"), changes, () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is gone");
        assertThat(text(disk, root, "one")).isEqualTo("1");
    }

    /** The same run started again has the same id. */
    @Test
    void aRunThatWakesLeavesTheStagingOfItsSecondTryAlone() throws Exception {
        TestSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs.viewfs.mounttable.sleepers.link./data", folder.toUri().toString());
        Warehouse warehouse = Warehouse.at(TestSpark.session(), "viewfs://sleepers/data/warehouse");
        LocalDate day = LocalDate.parse("2025-06-20");
        SmallNews news = new SmallNews().with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.");
        Night asleep = warehouse.begin(day, "input", SmallNews.VERSIONS);
        WarehouseTest.stage(asleep, news, news.days());
        Files.delete(folder.resolve("warehouse/.lock")); // as who finds it ten minutes old does
        try (Night again = warehouse.begin(day, "input", SmallNews.VERSIONS)) {
            assertThat(again.runId()).isEqualTo(asleep.runId());
            WarehouseTest.stage(again, news, news.days());
            assertThatThrownBy(() -> asleep.publish(Defaults.CHECKS, new RunReport(), false))
                    .isInstanceOf(OperatorMistake.class)
                    .hasMessageContaining("took the warehouse over");
            asleep.close();
            again.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(1);
        assertThat(folder.resolve("warehouse/.lock")).doesNotExist();
    }

    @Test
    void aMarkThatAPowerCutEmptiedIsNamed() throws IOException {
        Warehouse warehouse = Warehouse.at(TestSpark.session(), folder.toString());
        SmallNews news = new SmallNews().with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.");
        try (Night night = warehouse.begin(LocalDate.parse("2025-06-20"), "input", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, news, news.days());
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        java.nio.file.Path mark = folder.resolve("current").toRealPath().resolve("_night");
        Files.writeString(mark, "");
        assertThatThrownBy(warehouse::publishedRun)
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(mark.toString())
                .hasMessageContaining("point the warehouse's link");
    }

    @Test
    void manyMayTryTheDiskAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = IntStream.range(0, 400)
                .<Callable<Boolean>>mapToObj(i -> () -> LinkedNights.fits(folder))
                .toList();
        for (Future<Boolean> fits : threads.invokeAll(tries)) {
            assertThat(fits.get()).isTrue();
        }
        threads.shutdown();
        assertThat(folder).isEmptyDirectory();
    }

    private static void publish(
            Path root, Disk disk, int night, Map<String, String> written, List<String> removed, Layout.Hold hold)
            throws IOException {
        JournaledFiles layout = new JournaledFiles(root, disk);
        TreeSet<String> partitions = new TreeSet<>();
        for (String day : written.keySet()) {
            disk.write(
                    new Path(layout.staging("run" + night), "quotes/published_date=" + day + "/" + FILE),
                    written.get(day));
            partitions.add("published_date=" + day);
        }
        TreeSet<String> gone = new TreeSet<>();
        removed.forEach(day -> gone.add("published_date=" + day));
        layout.publish(
                new Layout.NightMark("run" + night, night, night == 1 ? "" : "run" + (night - 1)),
                new TreeMap<>(Map.of("quotes", new Layout.Change(partitions, gone))),
                hold);
    }

    private static String text(Disk disk, Path root, String day) throws IOException {
        return disk.text(new Path(root, "quotes/published_date=" + day + "/" + FILE));
    }
}
