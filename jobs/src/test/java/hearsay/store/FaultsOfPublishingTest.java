package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A night over a published one, without Spark, in which each operation that changes the store fails in turn, in each way:
 * {@code -Dhearsay.faults=all} for all of them in place of one in seventeen. After each, readers have files of the night before or of the
 * night after, the run has said which where it knows, and one more run leaves the tables of a night that nobody disturbed.
 */
class FaultsOfPublishingTest {
    private static final boolean ALL = System.getProperty("hearsay.faults", "").equals("all");
    private static final int ONE_IN = 17;
    private static final int DAYS = 5;
    private static final String FILE = "part-00000.parquet";

    enum Store {
        LINKS("file"),
        HDFS("hdfslike"),
        S3("s3like");

        private final String scheme;

        Store(String scheme) {
            this.scheme = scheme;
        }
    }

    /** What a run says of its night. */
    private enum Said {
        PUBLISHED,
        NOT_PUBLISHED,
        NOT_KNOWN
    }

    @TempDir
    Path folder;

    private final PowerCut unused = new PowerCut();

    @ParameterizedTest
    @EnumSource(Store.class)
    void afterAnyFaultOneMoreRunLeavesTheNight(Store store) throws IOException {
        Path base = Files.createDirectories(folder.resolve("base"));
        undisturbed(base, store, 1);
        Map<String, String> before = tables(base);
        Path whole = Folders.copy(base, folder.resolve("whole"));
        FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
        assertThat(night(whole, store, 2, true, unused)).isEqualTo(Said.PUBLISHED);
        List<String> operations = FaultyStore.FAULTS.done();
        Map<String, String> after = tables(whole);
        assertThat(after).isNotEqualTo(before);

        Map<Said, Integer> said = new EnumMap<>(Said.class);
        int ways = 0;
        int faults = 0;
        for (int k = 0; k < operations.size(); k++) {
            for (Faults.Kind kind : Faults.Kind.values()) {
                if (!ALL && ways++ % ONE_IN != 0) {
                    continue;
                }
                String what = store + ": " + kind + " at " + k + ", " + operations.get(k);
                Path warehouse = Folders.copy(base, folder.resolve("k-" + faults++));
                FaultyStore.FAULTS.plan(k, kind);
                Said says = night(warehouse, store, 2, true, unused);
                FaultyStore.FAULTS.plan(-1, kind);
                said.merge(says, 1, Integer::sum);
                assertWhatReadersHave(what, store, says, tables(warehouse), before, after);

                killHolder(warehouse);
                undisturbed(warehouse, store, 2);
                assertThat(tables(warehouse)).as(what).isEqualTo(after);
                assertThat(leftovers(warehouse)).as(what).isEmpty();
            }
        }
        System.out.println("faults of publishing, " + store + ": " + operations.size() + " operations, " + faults
                + " faults, and the run said " + said);
        assertThat(said.keySet()).contains(Said.PUBLISHED, Said.NOT_PUBLISHED);
    }

    private static void assertWhatReadersHave(
            String what,
            Store store,
            Said says,
            Map<String, String> left,
            Map<String, String> before,
            Map<String, String> after) {
        if (says != Said.NOT_KNOWN) {
            assertThat(left).as(what).isEqualTo(says == Said.PUBLISHED ? after : before);
        } else {
            assertThat(store).as(what).isNotEqualTo(Store.LINKS);
        }
        assertThat(left).as(what).allSatisfy((file, text) -> assertThat(text).isIn(before.get(file), after.get(file)));
        if (store == Store.HDFS) {
            TreeSet<String> inBoth = new TreeSet<>(before.keySet());
            inBoth.retainAll(after.keySet());
            assertThat(left.keySet()).as(what).containsAll(inBoth);
        }
    }

    private static void undisturbed(Path warehouse, Store store, int number) throws IOException {
        assertThat(night(warehouse, store, number, false, new PowerCut())).isEqualTo(Said.PUBLISHED);
    }

    /** A night of the made-up tables quotes and entities, as {@link Night} goes about it. */
    private static Said night(Path warehouse, Store store, int number, boolean counted, PowerCut cut)
            throws IOException {
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(store.scheme, null, warehouse.toString());
        Disk disk = new Disk(root, FaultyStore.CONF);
        Path nights = counted ? new FaultyDisk(FaultyStore.FAULTS, cut).path(warehouse) : warehouse;
        Layout layout = store == Store.LINKS ? new LinkedNights(nights, 3, counted) : new JournaledFiles(root, disk);
        try (Running run = new Running(layout, WarehouseLock.take(disk, root, "test"))) {
            layout.sweep(run.lock);
            Layout.NightMark before = layout.published();
            run.id = (before == null ? "" : before.runId()) + number;
            SortedMap<String, Layout.Change> changes = stage(disk, layout.staging(run.id), number);
            cut.nothingIsSynced(Path.of(layout.staging(run.id).toUri().getPath()));
            Publishing.publish(
                    layout,
                    new Layout.NightMark(run.id, number, before == null ? "" : before.runId()),
                    changes,
                    run.lock);
            run.published = true;
            return Said.PUBLISHED;
        } catch (OutcomeUnknown e) {
            assertThat(e.exitCode()).isEqualTo(4);
            return Said.NOT_KNOWN;
        } catch (IOException | UncheckedIOException | OperatorMistake e) {
            return Said.NOT_PUBLISHED;
        }
    }

    private static final class Running implements AutoCloseable {
        private final Layout layout;
        private final WarehouseLock lock;
        private String id = "";
        private boolean published;

        Running(Layout layout, WarehouseLock lock) {
            this.layout = layout;
            this.lock = lock;
        }

        @Override
        public void close() throws IOException {
            if (id.isEmpty()) { // as Warehouse.begin goes about a sweep that fails
                lock.close();
            } else {
                Publishing.end(layout, id, published, lock);
            }
        }
    }

    /** Of the second night, one day goes, one comes, one is another, one is the same. */
    private static SortedMap<String, Layout.Change> stage(Disk disk, org.apache.hadoop.fs.Path staging, int number)
            throws IOException {
        TreeSet<String> written = new TreeSet<>();
        TreeSet<String> removed = new TreeSet<>();
        for (int day = 0; day < DAYS; day++) {
            String partition = "published_date=" + (1000 + day);
            if (number == 2 && day == 0) {
                removed.add(partition);
            } else if (number == 2 ? day == 1 || day == 4 : day < 4) {
                disk.write(
                        new org.apache.hadoop.fs.Path(staging, "quotes/" + partition + "/" + FILE),
                        "night " + number + " day " + day);
                written.add(partition);
            }
        }
        disk.write(new org.apache.hadoop.fs.Path(staging, "entities/" + FILE), "night " + number);
        disk.write(new org.apache.hadoop.fs.Path(staging, FileList.NAME), "");
        return new TreeMap<>(Map.of(
                "quotes", new Layout.Change(written, removed),
                "entities", new Layout.Change(new TreeSet<>(List.of("")), new TreeSet<>())));
    }

    /** What readers find below the tables' folders, by links where there are some. */
    private static Map<String, String> tables(Path warehouse) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String table : List.of("quotes", "entities")) {
            if (Files.exists(warehouse.resolve(table))) {
                Folders.files(warehouse.resolve(table).toRealPath())
                        .forEach((file, text) -> found.put(table + "/" + file, text));
            }
        }
        return found;
    }

    /** This process holds the lock where a kill was played: the file says another one, which is dead. */
    static void killHolder(Path warehouse) throws IOException {
        Path lock = warehouse.resolve(".lock");
        if (Files.exists(lock)) {
            Files.writeString(lock, Files.readString(lock).replaceFirst("process_start=.*", "process_start=never"));
        }
    }

    private static List<String> leftovers(Path warehouse) throws IOException {
        List<String> allowed = List.of(".nights", ".lock.guard", "current", "quotes", "entities");
        try (var all = Files.list(warehouse)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !allowed.contains(name))
                    .toList();
        }
    }

    @Test
    void whatIsPublishedOutlastsAPowerCut() throws IOException {
        Path base = Files.createDirectories(folder.resolve("base"));
        undisturbed(base, Store.LINKS, 1);
        Map<String, String> before = tables(base);
        Path whole = Folders.copy(base, folder.resolve("whole"));
        FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
        night(whole, Store.LINKS, 2, true, new PowerCut());
        int operations = FaultyStore.FAULTS.done().size();
        Map<String, String> after = tables(whole);

        for (int k = ALL ? 0 : operations % 6; k <= operations; k += ALL ? 1 : 6) {
            for (boolean names : new boolean[] {false, true}) {
                String what = "power cut at " + k + ", names forgotten " + names;
                Path warehouse = Folders.copy(base, folder.resolve("cut-" + k + names));
                PowerCut cut = new PowerCut();
                FaultyStore.FAULTS.plan(k, Faults.Kind.KILL);
                Said says = night(warehouse, Store.LINKS, 2, true, cut);
                FaultyStore.FAULTS.plan(-1, Faults.Kind.KILL);
                cut.happens(warehouse, names);

                assertThat(tables(warehouse)).as(what).isIn(before, after);
                if (k == operations) {
                    assertThat(says).isEqualTo(Said.PUBLISHED);
                    assertThat(tables(warehouse)).as(what).isEqualTo(after);
                }
                killHolder(warehouse);
                undisturbed(warehouse, Store.LINKS, 2);
                assertThat(tables(warehouse)).as(what).isEqualTo(after);
            }
        }
    }

    @Test
    void withoutTheSettingNothingIsSynced() throws IOException {
        for (boolean sync : new boolean[] {true, false}) {
            Path warehouse = Files.createDirectories(folder.resolve("sync-" + sync));
            LinkedNights layout =
                    new LinkedNights(new FaultyDisk(FaultyStore.FAULTS, new PowerCut()).path(warehouse), 3, sync);
            Disk disk = new Disk(new org.apache.hadoop.fs.Path("file", null, warehouse.toString()), FaultyStore.CONF);
            SortedMap<String, Layout.Change> changes = stage(disk, layout.staging("1"), 1);
            FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
            layout.publish(new Layout.NightMark("1", 1, ""), changes, () -> {});
            assertThat(FaultyStore.FAULTS.done())
                    .contains("rename current")
                    .filteredOn(operation -> operation.startsWith("sync"))
                    .hasSize(sync ? 17 : 0);
        }
    }

    @Test
    void everyOperationOfTheFaultyStoresIsCounted() throws IOException {
        for (Store store : Store.values()) {
            Path warehouse = Files.createDirectories(folder.resolve(store.name()));
            FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
            night(warehouse, store, 1, true, new PowerCut());
            List<String> done = FaultyStore.FAULTS.done();
            assertThat(done).contains("write .lock", "delete .lock");
            assertThat(done)
                    .contains(
                            store == Store.LINKS
                                    ? "rename current"
                                    : store == Store.HDFS ? "rename _night" : "copy _night");
            assertThat(Files.isSymbolicLink(warehouse.resolve("quotes"))).isEqualTo(store == Store.LINKS);
            assertThat(Files.exists(warehouse.resolve("quotes"), LinkOption.NOFOLLOW_LINKS))
                    .isTrue();
        }
    }

    @Test
    void aCopyFailsAsOtherWritesDo() throws IOException {
        FaultyDisk disk = new FaultyDisk(FaultyStore.FAULTS, new PowerCut());
        Path from = disk.path(Files.writeString(folder.resolve("from"), "four"));
        for (Faults.Kind kind : List.of(Faults.Kind.HALF, Faults.Kind.ERROR, Faults.Kind.AFTER)) {
            Path to = disk.path(folder.resolve("to-" + kind));
            FaultyStore.FAULTS.plan(0, kind);
            assertThatThrownBy(() -> Files.copy(from, to)).isInstanceOf(IOException.class);
            assertThat(FaultyStore.FAULTS.done()).containsExactly("copy to-" + kind);
            Path left = folder.resolve("to-" + kind);
            assertThat(Files.exists(left) ? Files.readString(left) : "none")
                    .isEqualTo(kind == Faults.Kind.HALF ? "fo" : kind == Faults.Kind.AFTER ? "four" : "none");
        }
    }
}
