package hearsay.model;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What tells one model from another that was put in its place: the bytes of all its files. */
final class ModelBytes {
    private static final int DIGITS = 16;

    private ModelBytes() {}

    /**
     * The first 64 bits of SHA-256 over the names and bytes of a model's files, as 16 hex digits; nothing where no file is there,
     * which loading the model tells better.
     *
     * @param folder of a saved model, on any file system that Hadoop knows
     * @throws OperatorMistake where there are files that cannot be read
     */
    static Optional<String> hash(Configuration hadoop, String folder) {
        try {
            Path root = new Path(folder);
            FileSystem disk = root.getFileSystem(hadoop);
            if (!disk.exists(root)) {
                return Optional.empty();
            }
            Path named = disk.makeQualified(root);
            TreeMap<String, Path> files = new TreeMap<>();
            for (RemoteIterator<LocatedFileStatus> found = disk.listFiles(named, true); found.hasNext(); ) {
                Path file = found.next().getPath();
                files.put(named.toUri().relativize(file.toUri()).getPath(), file);
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(disk.open(file.getValue()), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the setting is no path: loading the model says so
        } catch (IOException e) {
            throw new OperatorMistake("The model at " + folder + " cannot be read: " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
