package hearsay;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BufferedFSInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * The local disk as {@code failing:/path}, on which some files cannot be opened, or not be read from some byte on, and some folders
 * are gone when it comes to them.
 */
public final class FailingDisk extends RawLocalFileSystem {
    private static final Map<String, Long> FAILING = new ConcurrentHashMap<>();
    private static final Set<String> GONE = ConcurrentHashMap.newKeySet();

    /** The address of a path of the local disk on this one. */
    public static String address(java.nio.file.Path path) {
        Configuration conf = TestSpark.session().sparkContext().hadoopConfiguration();
        conf.set("fs.failing.impl", FailingDisk.class.getName());
        return "failing:" + path;
    }

    /**
     * From now on files of this name give so many bytes and then fail as a broken disk does; with 0 they may not be opened. Folders of
     * this name cannot be listed.
     */
    public static void fail(String name, long after) {
        FAILING.put(name, after);
    }

    /** From now on folders of this name are listed with their parents and gone when they are listed themselves. */
    public static void vanish(String name) {
        GONE.add(name);
    }

    public static void mend() {
        FAILING.clear();
        GONE.clear();
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        if (GONE.contains(folder.getName())) {
            throw new FileNotFoundException("File " + folder + " does not exist");
        }
        if (FAILING.containsKey(folder.getName())) {
            throw new IOException("Input/output error");
        }
        return super.listStatus(folder);
    }

    @Override
    public URI getUri() {
        return URI.create("failing:///");
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        Long after = FAILING.get(path.getName());
        if (after == null) {
            return super.open(path, buffer);
        }
        if (after == 0) {
            throw new AccessControlException("Permission denied: " + path);
        }
        return new FSDataInputStream(new BufferedFSInputStream(new Torn(super.open(path, buffer), after), 4096));
    }

    /** As a disk fails: only Hadoop's own classes can make one. */
    static FSError error(String why) {
        try {
            Constructor<FSError> hidden = FSError.class.getDeclaredConstructor(Throwable.class);
            hidden.setAccessible(true);
            return hidden.newInstance(new IOException(why));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Torn extends FSInputStream {
        private final FSDataInputStream file;
        private final long after;

        Torn(FSDataInputStream file, long after) {
            this.file = file;
            this.after = after;
        }

        private void failBeyond() throws IOException {
            if (file.getPos() >= after) {
                throw error("Input/output error");
            }
        }

        @Override
        public int read() throws IOException {
            failBeyond();
            return file.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            failBeyond();
            return file.read(bytes, from, length);
        }

        @Override
        public void seek(long to) throws IOException {
            file.seek(to);
        }

        @Override
        public long getPos() throws IOException {
            return file.getPos();
        }

        @Override
        public boolean seekToNewSource(long to) {
            return false;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
