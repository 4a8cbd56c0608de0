package hearsay.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Java's own way to the local disk, whose changes {@link Faults} count and let fail, and {@link PowerCut} may forget. */
final class FaultyDisk extends FileSystemProvider {
    private final FileSystemProvider disk = FileSystems.getDefault().provider();
    private final FileSystem way = new Way();
    private final Faults faults;
    private final PowerCut cut;

    FaultyDisk(Faults faults, PowerCut cut) {
        this.faults = faults;
        this.cut = cut;
    }

    /** The same path by this way; all paths that it gives are of this way too. */
    Path path(Path plain) {
        return (Path) Proxy.newProxyInstance(
                FaultyDisk.class.getClassLoader(), new Class<?>[] {Path.class, Here.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return way;
                    } else if (method.getName().equals("plain")) {
                        return plain;
                    }
                    Object[] plainArgs = args == null ? null : args.clone();
                    for (int i = 0; args != null && i < args.length; i++) {
                        plainArgs[i] = args[i] instanceof Here here ? here.plain() : args[i];
                    }
                    try {
                        Object result = method.invoke(plain, plainArgs);
                        if (result instanceof Iterator<?>) {
                            return StreamSupport.stream(plain.spliterator(), false)
                                    .map(this::path)
                                    .iterator();
                        }
                        return result instanceof Path path ? path(path) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Here {
        Path plain();
    }

    private static Path plain(Path path) {
        return path instanceof Here here ? here.plain() : path;
    }

    private static String name(String what, Path path) {
        return what + " " + path.getFileName();
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path plain = plain(folder);
        if (Files.exists(plain)) {
            disk.createDirectory(plain, attributes); // refuses
        }
        faults.write(
                name("mkdir", folder),
                () -> {
                    disk.createDirectory(plain, attributes);
                    cut.added(plain);
                },
                () -> {});
    }

    @Override
    public OutputStream newOutputStream(Path file, OpenOption... options) {
        Path plain = plain(file);
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    byte[] bytes = toByteArray();
                    faults.write(
                            name("write", plain),
                            () -> {
                                Files.write(plain, bytes);
                                cut.added(plain);
                            },
                            () -> Files.write(plain, Arrays.copyOf(bytes, bytes.length / 2)));
                }
            }
        };
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        faults.write(
                name("symlink", link),
                () -> {
                    disk.createSymbolicLink(plain(link), plain(target), attributes);
                    cut.added(plain(link));
                },
                () -> {});
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        faults.write(
                name("link", link),
                () -> {
                    disk.createLink(plain(link), plain(existing));
                    cut.added(plain(link));
                },
                () -> {});
    }

    @Override
    public void delete(Path path) throws IOException {
        faults.change(name("delete", path), () -> disk.delete(plain(path)));
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        faults.change(name("rename", to), () -> {
            cut.moves(plain(from), plain(to));
            disk.move(plain(from), plain(to), options);
        });
    }

    /** Opened to be synced: nothing of the program uses a channel for anything else. */
    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        FileChannel[] opened = {null};
        faults.change(name("sync", path), () -> {
            opened[0] = FileChannel.open(plain(path), options, attributes);
            cut.synced(plain(path));
        });
        return opened[0];
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return disk.newByteChannel(plain(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = disk.newDirectoryStream(plain(folder), every -> true)) {
            for (Path child : children) {
                if (filter.accept(path(child))) {
                    found.add(path(child));
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return path(disk.readSymbolicLink(plain(link)));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        Path plain = plain(to);
        faults.write(
                name("copy", to),
                () -> {
                    disk.copy(plain(from), plain, options);
                    cut.added(plain);
                },
                () -> {
                    byte[] bytes = Files.readAllBytes(plain(from));
                    Files.write(plain, Arrays.copyOf(bytes, bytes.length / 2));
                });
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return disk.isSameFile(plain(one), plain(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return disk.isHidden(plain(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return disk.getFileStore(plain(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk.checkAccess(plain(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return disk.getFileAttributeView(plain(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return disk.readAttributes(plain(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return disk.readAttributes(plain(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        disk.setAttribute(plain(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        return way;
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return way;
    }

    @Override
    public Path getPath(URI uri) {
        return path(Path.of(uri));
    }

    private final class Way extends FileSystem {
        private final FileSystem plain = FileSystems.getDefault();

        @Override
        public FileSystemProvider provider() {
            return FaultyDisk.this;
        }

        @Override
        public void close() {}

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return plain.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return plain.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return plain.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return plain.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(plain.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            return plain.getPathMatcher(pattern);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return plain.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return plain.newWatchService();
        }
    }
}
