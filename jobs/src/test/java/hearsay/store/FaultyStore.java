package hearsay.store;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A local folder behind Hadoop's interface, whose changes {@link Faults} count and let fail: as {@code file:} it is a local disk, as
 * {@code hdfslike:} it renames over a file in one step, as {@code s3like:} a rename is a copy and a deletion.
 */
public class FaultyStore extends RawLocalFileSystem {
    static final Faults FAULTS = new Faults();
    private static final String S3 = "s3like";

    private String scheme = "file";

    static final Configuration CONF = configuration();

    private static Configuration configuration() {
        Configuration conf = new Configuration();
        conf.set("fs.file.impl", FaultyStore.class.getName());
        conf.setBoolean(
                "fs.file.impl.disable.cache", true); // another test of this process may have opened the plain one
        for (String scheme : new String[] {"hdfslike", S3}) {
            conf.set("fs." + scheme + ".impl", FaultyStore.class.getName());
            conf.set("fs.AbstractFileSystem." + scheme + ".impl", Context.class.getName());
        }
        return conf;
    }

    @Override
    public void initialize(URI uri, Configuration conf) throws IOException {
        super.initialize(URI.create("file:///"), conf);
        scheme = uri.getScheme();
    }

    @Override
    public URI getUri() {
        return URI.create(scheme + ":///");
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean over, int buffer, short copies, long block, Progressable progress) throws IOException {
        return create(path, over);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean over,
            int buffer,
            short copies,
            long block,
            Progressable progress)
            throws IOException {
        return create(path, over);
    }

    @Override
    public FSDataOutputStream createNonRecursive(
            Path path,
            FsPermission permission,
            boolean over,
            int buffer,
            short copies,
            long block,
            Progressable progress)
            throws IOException {
        return create(path, over);
    }

    /** Where a file is there at once and its bytes come when it is closed; of S3, only then. */
    @Override
    public FSDataOutputStream create(Path path, boolean over) throws IOException {
        java.nio.file.Path file = pathToFile(path).toPath();
        if (!over && Files.exists(file)) {
            throw new org.apache.hadoop.fs.FileAlreadyExistsException(path + " already exists");
        }
        if (!scheme.equals(S3)) {
            mkdirs(path.getParent());
            FAULTS.write("create " + file.getFileName(), () -> Files.write(file, new byte[0]), () -> {});
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream atEnd = new FilterOutputStream(bytes) {
            private boolean closed;

            @Override
            public void write(byte[] from, int begin, int length) {
                bytes.write(from, begin, length);
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    Files.createDirectories(file.getParent());
                    FAULTS.write(
                            "write " + file.getFileName(),
                            () -> Files.write(file, bytes.toByteArray()),
                            () -> writeHalf(file, bytes.toByteArray()));
                }
            }
        };
        return new FSDataOutputStream(atEnd, null);
    }

    /** An object of S3 is there as a whole or not at all. */
    private void writeHalf(java.nio.file.Path file, byte[] bytes) throws IOException {
        if (!scheme.equals(S3)) {
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        if (scheme.equals(S3)) {
            copyAndDelete(from, to);
            return true;
        }
        java.nio.file.Path source = pathToFile(from).toPath();
        boolean[] did = {true};
        FAULTS.change("rename " + source.getFileName(), () -> did[0] = super.rename(from, to));
        return did[0];
    }

    private void copyAndDelete(Path from, Path to) throws IOException {
        java.nio.file.Path source = pathToFile(from).toPath();
        java.nio.file.Path target = pathToFile(to).toPath();
        if (Files.isDirectory(source)) {
            FAULTS.change("rename " + source.getFileName(), () -> super.rename(from, to));
            return;
        }
        FAULTS.write("copy " + source.getFileName(), () -> Files.copy(source, target), () -> {});
        FAULTS.change("delete " + source.getFileName(), () -> Files.delete(source));
    }

    /** In one step, as a local disk and HDFS do it. */
    private void renameOver(Path from, Path to) throws IOException {
        java.nio.file.Path source = pathToFile(from).toPath();
        FAULTS.change(
                "rename " + source.getFileName(),
                () -> Files.move(source, pathToFile(to).toPath(), StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        if (!pathToFile(path).exists()) {
            return false;
        }
        boolean[] did = {true};
        FAULTS.change("delete " + path.getName(), () -> did[0] = super.delete(path, recursive));
        return did[0];
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        if (pathToFile(path).isDirectory()) {
            return true;
        }
        boolean[] did = {true};
        FAULTS.write("mkdir " + path.getName(), () -> did[0] = pathToFile(path).mkdirs(), () -> {});
        return did[0];
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return mkdirs(path);
    }

    /** What Hadoop asks to rename over a file. */
    public static final class Context extends DelegateToFileSystem {
        private final FaultyStore store;

        /** Named by Hadoop. */
        public Context(URI uri, Configuration conf) throws IOException, URISyntaxException {
            this(uri, conf, made(uri, conf));
        }

        private Context(URI uri, Configuration conf, FaultyStore store) throws IOException, URISyntaxException {
            super(uri, store, conf, uri.getScheme(), false);
            this.store = store;
        }

        private static FaultyStore made(URI uri, Configuration conf) throws IOException {
            FaultyStore store = new FaultyStore();
            store.setConf(conf);
            store.initialize(uri, conf);
            return store;
        }

        @Override
        public void renameInternal(Path from, Path to, boolean over) throws IOException {
            if (over && !store.scheme.equals(S3)) {
                store.renameOver(from, to);
            } else {
                super.renameInternal(from, to, over); // a deletion and a rename, as S3A has it
            }
        }
    }
}
