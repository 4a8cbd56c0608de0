package hearsay.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Nights on a local disk: each a folder of its own that never changes once published, the files it shares with the night
 * before being hard links to the same bytes.
 *
 * <pre>
 * warehouse/.nights/RUN/quotes/published_date=2025-06-18/part-00000.parquet
 * warehouse/current -> .nights/RUN            renamed over in one step: this switches all tables
 * warehouse/quotes -> current/quotes          never changes
 * </pre>
 *
 * A journal of renames, as {@link JournaledFiles} has it, leaves a moment in which some tables are of the new night and
 * some of the old; here there is none. A reader who resolves {@code warehouse/current} once reads one night however long
 * it takes, as long as that night is kept. The price is one link per file and night.
 */
final class LinkedNights implements Layout {
    private static final String CURRENT = "current";

    private final Path root;
    private final Path nights;
    private final int keep;
    private final boolean sync;

    LinkedNights(Path root, int keep) {
        this(root, keep, true);
    }

    /**
     * @param keep how many published nights stay on the disk, at least 1
     * @param sync whether a night is on the disk itself, and not in the system's memory alone, before it is published
     */
    LinkedNights(Path root, int keep, boolean sync) {
        this.root = root;
        this.nights = root.resolve(".nights");
        this.keep = Math.max(1, keep);
        this.sync = sync;
    }

    private static boolean worksOn(Path root) {
        Path probe = null;
        try {
            Files.createDirectories(root);
            probe = Files.createTempDirectory(
                    root, ".link-probe-"); // its own: others may try the same disk at this moment
            Path file = Files.createFile(probe.resolve("file"));
            Files.createLink(probe.resolve("hard"), file);
            Files.createSymbolicLink(probe.resolve("soft"), file.getFileName());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        } finally {
            if (probe != null) {
                deleteProbe(probe);
            }
        }
    }

    private static void deleteProbe(Path probe) {
        try {
            deleteAll(probe);
        } catch (IOException e) {
            // an empty folder with a dot before its name disturbs nobody
        }
    }

    /** Whether the folder holds nights of this layout, or none and the disk knows links. */
    static boolean fits(Path root) {
        return Files.isSymbolicLink(root.resolve(CURRENT))
                || (!Files.exists(root.resolve(".nights").resolve(NIGHT)) && worksOn(root));
    }

    @Override
    public NightMark published() throws IOException {
        Path current = root.resolve(CURRENT);
        if (Files.isSymbolicLink(current)) {
            NightMark night = mark(root.resolve(Files.readSymbolicLink(current)));
            if (night == null) {
                throw new DamagedWarehouse(
                        "The link " + current + " leads to no night, perhaps because the warehouse was copied or moved"
                                + " without its hidden folder .nights; bring that here too.");
            }
            return night;
        }
        refuseNightsWithoutLink(current);
        return null;
    }

    /** The first night alone may lie there unlinked: killed before the switch. */
    private void refuseNightsWithoutLink(Path current) throws IOException {
        boolean copied = Files.exists(current);
        for (Path night : children(nights)) {
            NightMark mark = mark(night);
            copied |= mark != null && mark.night() > 1;
        }
        if (copied) {
            throw new DamagedWarehouse(
                    "The warehouse " + root + " has nights, but " + current + " is no link to one, perhaps because it"
                            + " was copied without its links; copy it with them (cp -a, rsync -a, tar).");
        }
    }

    @Override
    public List<NightMark> kept() throws IOException {
        List<NightMark> found = new ArrayList<>();
        for (NightMark night = published(); night != null; night = mark(nights.resolve(night.before()))) {
            found.add(night);
            if (night.before().isEmpty()) {
                break;
            }
        }
        return found;
    }

    @Override
    public String keeping() {
        return "as many nights as warehouse.kept-nights says";
    }

    private static NightMark mark(Path night) throws IOException {
        Path mark = night.resolve(NIGHT);
        return Files.exists(mark) ? NightMark.of(Files.readString(mark), mark) : null;
    }

    @Override
    public org.apache.hadoop.fs.Path table(String table, NightMark night) {
        return hadoop(nights.resolve(night == null ? "none" : night.runId()).resolve(table));
    }

    @Override
    public org.apache.hadoop.fs.Path staging(String runId) {
        return hadoop(nights.resolve(runId));
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path("file", null, path.toString()); // toUri() asks the disk and adds a slash
    }

    @Override
    public boolean isHalfPublished() {
        return false;
    }

    @Override
    public List<String> wrongLinks() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path table : children(root.resolve(CURRENT))) {
            String name = table.getFileName().toString();
            Path link = root.resolve(name);
            if (Files.isDirectory(table)
                    && !name.startsWith("_")
                    && !(Files.isSymbolicLink(link) && Files.exists(link) && Files.isSameFile(link, table))) {
                wrong.add(name);
            }
        }
        return wrong;
    }

    /** The switch is one rename of this machine: where the link does not lead to the night, it will not. */
    @Override
    public boolean mayPublishLater() {
        return false;
    }

    /** Nights that no chain of kept nights reaches were never published, or are too old. */
    @Override
    public void sweep(Hold hold) throws IOException {
        hold.insist();
        Set<String> stay = new HashSet<>();
        kept().stream().limit(keep).forEach(night -> stay.add(night.runId()));
        for (Path night : children(nights)) {
            if (!stay.contains(night.getFileName().toString())) {
                deleteAll(night);
            }
        }
        for (Path left : children(root)) {
            if (left.getFileName().toString().startsWith(".next-")) {
                Files.delete(left);
            }
        }
    }

    @Override
    public void abandon(String runId) throws IOException {
        NightMark night = published();
        if (Files.exists(nights.resolve(runId))
                && (night == null || !night.runId().equals(runId))) {
            deleteAll(nights.resolve(runId));
        }
    }

    @Override
    public void publish(NightMark night, SortedMap<String, Change> changes, Hold hold) throws IOException {
        hold.insist();
        Path next = nights.resolve(night.runId());
        if (sync) {
            syncFiles(next);
        }
        if (!night.before().isEmpty()) {
            linkWhatStays(nights.resolve(night.before()), next, changes);
        }
        Path half = Files.writeString(next.resolve(NIGHT + ".half"), night.text());
        if (sync) {
            sync(half);
        }
        Files.move(half, next.resolve(NIGHT), StandardCopyOption.ATOMIC_MOVE);
        for (Path table : children(next)) {
            if (Files.isDirectory(table)) {
                linkTable(table.getFileName().toString());
            }
        }
        if (sync) {
            syncFolders(next);
            syncFolder(nights);
            syncFolder(root); // the tables' links
        }
        hold.insist();
        switchTo(next);
        if (sync) {
            syncFolder(root);
        }
    }

    private static void linkWhatStays(Path before, Path next, SortedMap<String, Change> changes) throws IOException {
        for (Path table : children(before)) {
            if (!Files.isDirectory(table)) {
                continue;
            }
            Path to = Files.createDirectories(next.resolve(table.getFileName()));
            Change change = changes.get(table.getFileName().toString());
            for (Path child : children(table)) {
                String partition =
                        Files.isDirectory(child) ? child.getFileName().toString() : "";
                if (change == null
                        || (!change.written().contains(partition)
                                && !change.removed().contains(partition))) {
                    link(child, to.resolve(child.getFileName()));
                }
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            for (Path file : children(from)) {
                link(file, to.resolve(file.getFileName()));
            }
        } else if (!Files.exists(to)) {
            Files.createLink(to, from);
        }
    }

    private void linkTable(String table) throws IOException {
        Path link = root.resolve(table);
        if (!table.startsWith("_") && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, Path.of(CURRENT, table));
        }
    }

    private void switchTo(Path night) throws IOException {
        Path link = root.resolve(".next-" + night.getFileName());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, root.relativize(night));
        Files.move(link, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    }

    /** So that a power cut after the switch does not find links to files that never reached the disk. */
    private static void syncFiles(Path night) throws IOException {
        try (Stream<Path> files = Files.walk(night)) {
            files.filter(Files::isRegularFile).forEach(LinkedNights::sync);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The names in a folder are as much a part of the night as the bytes behind them. */
    private static void syncFolders(Path night) throws IOException {
        try (Stream<Path> folders = Files.walk(night)) {
            folders.filter(Files::isDirectory).forEach(LinkedNights::syncFolder);
        }
    }

    private static void sync(Path file) {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            force(open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void syncFolder(Path folder) {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(open);
        } catch (IOException e) {
            // not every system opens a folder as a file; the order of the renames stands without it
        }
    }

    private static void force(FileChannel open) {
        try {
            open.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
