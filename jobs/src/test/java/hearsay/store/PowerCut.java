package hearsay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a local disk may forget when the power goes: the bytes of a file that was not synced, and the names in a folder that was not
 * synced since they came. Bytes are lost for all such files at once; names too, or none of them, as the test asks.
 */
final class PowerCut {
    /** A name that came to a folder, and how the folder is as it was. */
    private record Entry(Path folder, Faults.Operation undo) {}

    private final Set<Object> unsynced =
            new HashSet<>(); // by the number of the file, for a file may have several names
    private final List<Entry> entries = new ArrayList<>();

    /** Nothing below the folder, nor the folder itself, was synced yet. */
    void nothingIsSynced(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                added(path);
            }
        }
    }

    void added(Path path) throws IOException {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && number(path).links() == 1) {
            unsynced.add(number(path).file());
        }
        entries.add(new Entry(path.getParent(), () -> lose(path)));
    }

    /** With all that lies below, synced or not: nothing leads there any more. */
    private static void lose(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> below = Files.walk(path)) {
                for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } else {
            Files.deleteIfExists(path);
        }
    }

    /** Before a file or link is renamed over another or to a free name. */
    void moves(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(to)) {
            Path target = Files.readSymbolicLink(to);
            entries.add(new Entry(to.getParent(), () -> {
                Files.move(to, from);
                Files.createSymbolicLink(to, target);
            }));
        } else {
            entries.add(new Entry(to.getParent(), () -> Files.move(to, from)));
        }
    }

    void synced(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            entries.removeIf(entry -> entry.folder().equals(path));
        } else {
            unsynced.remove(number(path).file());
        }
    }

    /** The power goes. @param names whether names are forgotten, or only bytes */
    void happens(Path warehouse, boolean names) throws IOException {
        try (Stream<Path> all = Files.walk(warehouse)) {
            for (Path path : all.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && unsynced.contains(number(path).file())) {
                    Files.write(path, new byte[0]);
                }
            }
        }
        for (int i = entries.size() - 1; names && i >= 0; i--) {
            entries.get(i).undo().run();
        }
    }

    private record Inode(Object file, int links) {}

    private static Inode number(Path file) throws IOException {
        return new Inode(Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS), (Integer)
                Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS));
    }
}
