package hearsay.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, except that the rights of a new file are set by Java. Without Hadoop's native library, which Spark
 * does not ship, Hadoop starts a process, chmod, for each file and folder it makes: 5 ms, and a night makes hundreds.
 */
public final class LocalDisk extends LocalFileSystem {
    public LocalDisk() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        private static final boolean POSIX =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            if (POSIX && !permission.getStickyBit()) {
                Files.setPosixFilePermissions(
                        pathToFile(path).toPath(), PosixFilePermissions.fromString(permission.toString()));
            } else {
                super.setPermission(path, permission);
            }
        }
    }
}
