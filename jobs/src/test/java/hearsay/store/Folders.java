package hearsay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whole folders: copied with their links, and read. */
final class Folders {
    private Folders() {}

    /** With links as links: hard ones lead to one file in the copy too. */
    static Path copy(Path from, Path to) throws IOException {
        Map<Object, Path> first = new HashMap<>();
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path));
                if (Files.isSymbolicLink(path)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Path same = first.putIfAbsent(Files.getAttribute(path, "unix:ino"), copy);
                    if (same == null) {
                        Files.copy(path, copy);
                    } else {
                        Files.createLink(copy, same);
                    }
                }
            }
        }
        return to;
    }

    /** Path of every file of a folder -> its bytes, as one char each; links to folders are not followed. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(
                            folder.relativize(path).toString(),
                            Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
