package hearsay.settings;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file of this machine whole or not at all: readers see the old one or the new one, also after a kill. */
public final class WholeFile {
    /** What writes the bytes. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Makes the folders, writes beside the file, and renames. What fails leaves the file as it was, and nothing beside it; a killed
     * run leaves a hidden file, which the next one writes over.
     *
     * @throws OperatorMistake where the file cannot be written
     */
    public static void write(Path file, Content content) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new OperatorMistake("Cannot write " + file + ": there is a folder of that name.");
            }
            Files.createDirectories(target.getParent());
            Path beside = target.resolveSibling("." + target.getFileName() + ".part");
            try {
                fill(beside, content);
                if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
                }
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (FileAlreadyExistsException e) {
            throw new OperatorMistake("Cannot write " + file + ": " + e.getMessage() + " is a file and no folder.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new OperatorMistake("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static void fill(Path beside, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.to(out);
            out.flush();
            channel.force(true);
        }
    }
}
