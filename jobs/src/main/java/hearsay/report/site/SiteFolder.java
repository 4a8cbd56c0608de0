package hearsay.report.site;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The folder of a site. It is written beside its place and put there as a whole at the end, so that no page of an older site is left
 * and a run that fails leaves the older site as it was.
 */
final class SiteFolder implements AutoCloseable {
    /** Lies in every site: a folder with other files is not written over. */
    private static final String MARK = "site.css";

    private final Path place;
    private final Path beside;
    private int files;
    private long bytes;

    private SiteFolder(Path place, Path beside) {
        this.place = place;
        this.beside = beside;
    }

    /** @throws OperatorMistake where the place is a file, or a folder with files that are of no site */
    static SiteFolder at(Path out) {
        try {
            Path place =
                    Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
            if (Files.exists(place) && !Files.isDirectory(place)) {
                throw new OperatorMistake("Cannot write a site to " + out
                        + ": it is a file. Name a folder, or a file that ends in .html for one page.");
            }
            if (Files.isDirectory(place) && !isEmpty(place) && !Files.exists(place.resolve(MARK))) {
                throw new OperatorMistake("Cannot write a site to " + out
                        + ": the folder has files that are of no site. Name a new one.");
            }
            Path beside = sibling(place, ".part");
            FileUtils.deleteDirectory(beside.toFile());
            Files.createDirectories(beside);
            return new SiteFolder(place, beside);
        } catch (IOException e) {
            throw new OperatorMistake("Cannot write a site to " + out + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Path sibling(Path place, String ending) {
        return place.resolveSibling("." + place.getFileName() + ending);
    }

    /** @param address relative to the folder */
    void write(String address, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Path file = beside.resolve(address);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new OperatorMistake("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
        files++;
        bytes += content.length;
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /** Puts the folder to its place. */
    void publish() {
        Path old = sibling(place, ".old");
        try {
            FileUtils.deleteDirectory(old.toFile());
            if (Files.exists(place)) {
                Files.move(place, old);
            }
            Files.move(beside, place);
            FileUtils.deleteDirectory(old.toFile());
        } catch (IOException e) {
            throw new OperatorMistake("Cannot write a site to " + place + ": " + e.getMessage() + ".", e);
        }
    }

    /** Takes away what was not published. */
    @Override
    public void close() {
        try {
            FileUtils.deleteDirectory(beside.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
