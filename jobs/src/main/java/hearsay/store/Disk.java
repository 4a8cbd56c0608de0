package hearsay.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * The files of a warehouse, on whatever Hadoop can write to. A local disk is used without Hadoop's side files
 * ({@code .part-00000.parquet.crc}): they would outlive the file they belong to when it is replaced.
 */
final class Disk {
    private static final int BLOCK = 1 << 16;

    private final FileSystem files;
    private final Configuration conf;
    private FileContext context;

    Disk(Path root, Configuration conf) throws IOException {
        FileSystem found = root.getFileSystem(conf);
        this.files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
        this.conf = conf;
    }

    boolean isLocal() {
        return files.getUri().getScheme().equals("file");
    }

    static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    boolean exists(Path path) throws IOException {
        return files.exists(path);
    }

    void makeFolder(Path folder) throws IOException {
        if (!files.mkdirs(folder)) {
            throw new IOException("cannot make the folder " + folder);
        }
    }

    void delete(Path path) throws IOException {
        files.delete(path, true);
    }

    /** What lies in the folder, by name in order; nothing where there is no such folder. */
    List<FileStatus> list(Path folder) throws IOException {
        try {
            FileStatus[] found = files.listStatus(folder);
            Arrays.sort(found, java.util.Comparator.comparing(f -> f.getPath().getName()));
            return List.of(found);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    List<FileStatus> parquetFiles(Path folder) throws IOException {
        return list(folder).stream()
                .filter(f -> f.isFile() && f.getPath().getName().endsWith(".parquet"))
                .toList();
    }

    /** To a name that is free; the folder above is made. */
    void move(Path from, Path to) throws IOException {
        makeFolder(to.getParent());
        if (!files.rename(from, to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }

    /** Over whatever file has the name now, in one step where the file system knows such a step (a local disk, HDFS). */
    void moveOver(Path from, Path to) throws IOException {
        makeFolder(to.getParent());
        if (isLocal()) {
            java.nio.file.Files.move(local(from), local(to), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } else {
            context().rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    private synchronized FileContext context() throws IOException {
        if (context == null) {
            context = FileContext.getFileContext(files.getUri(), conf);
        }
        return context;
    }

    /** Through a second file, so that a reader finds the old text or the new one, never half of it. */
    void write(Path file, String text) throws IOException {
        Path half = new Path(file.getParent(), file.getName() + ".half");
        put(half, true, text);
        moveOver(half, file);
    }

    /** @return false where the file is there already; nothing is written then */
    boolean writeNew(Path file, String text) throws IOException {
        try {
            put(file, false, text);
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return false;
        }
    }

    private void put(Path file, boolean over, String text) throws IOException {
        try (OutputStream out = files.create(file, over)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FSError full) { // an Error in place of an exception: Hadoop's word for a local disk that fails
            throw new IOException("cannot write " + file + ": " + full.getMessage(), full);
        }
    }

    /** The text of a small file, or null where there is none. */
    String text(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    long modified(Path file) throws IOException {
        return files.getFileStatus(file).getModificationTime();
    }

    /** Gives a small file this moment as its time of change: by its text where the store sets no times, as S3 does not. */
    void touch(Path file) throws IOException {
        long before = modified(file);
        files.setTimes(file, System.currentTimeMillis(), -1);
        if (modified(file) == before) {
            put(file, true, text(file)); // over it, never away with it first: it is the lock
        }
    }

    /** Rows of a Parquet file, from its footer. */
    long rows(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, conf))) {
            return reader.getRecordCount();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot count the rows in " + file, e);
        }
    }

    /** Rows of the Parquet files in the folder, from their footers. */
    long rowsIn(Path folder) {
        try {
            return parquetFiles(folder).stream()
                    .mapToLong(file -> rows(file.getPath()))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot count the rows in " + folder, e);
        }
    }

    /**
     * Whether two folders hold Parquet files of the same names and content. The bytes of the rows are compared, and what
     * the footers say of them; not the footers' bytes, for the writer lists the encodings of a column in an order that
     * differs from one process to the next.
     */
    boolean sameFiles(Path one, Path other) throws IOException {
        TreeMap<String, Long> first = sizes(one);
        if (!first.equals(sizes(other))) {
            return false;
        }
        for (String name : first.keySet()) {
            if (!sameRows(new Path(one, name), new Path(other, name))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two folders hold the very same files, by links; nothing is read. */
    boolean areSame(Path one, Path other) throws IOException {
        List<FileStatus> files = parquetFiles(one);
        if (!sizes(one).equals(sizes(other))) {
            return false;
        }
        for (FileStatus file : files) {
            Path twin = new Path(other, file.getPath().getName());
            if (!file.getPath().equals(twin)
                    && !(isLocal() && java.nio.file.Files.isSameFile(local(file.getPath()), local(twin)))) {
                return false;
            }
        }
        return true;
    }

    private TreeMap<String, Long> sizes(Path folder) throws IOException {
        TreeMap<String, Long> sizes = new TreeMap<>();
        parquetFiles(folder).forEach(f -> sizes.put(f.getPath().getName(), f.getLen()));
        return sizes;
    }

    private boolean sameRows(Path one, Path other) throws IOException {
        try (ParquetFileReader a = ParquetFileReader.open(HadoopInputFile.fromPath(one, conf));
                ParquetFileReader b = ParquetFileReader.open(HadoopInputFile.fromPath(other, conf))) {
            return a.getFileMetaData().getSchema().equals(b.getFileMetaData().getSchema())
                    && chunks(a).equals(chunks(b))
                    && sameBytes(
                            one,
                            other,
                            chunks(a).stream().mapToLong(Chunk::end).max().orElse(0));
        }
    }

    /** Where the values of one column in one row group lie. */
    private record Chunk(String column, long rows, long begin, long end) {}

    private static List<Chunk> chunks(ParquetFileReader file) {
        List<Chunk> chunks = new ArrayList<>();
        for (BlockMetaData group : file.getRowGroups()) {
            for (ColumnChunkMetaData column : group.getColumns()) {
                long begin = column.getStartingPos();
                chunks.add(new Chunk(
                        column.getPath().toDotString(), group.getRowCount(), begin, begin + column.getTotalSize()));
            }
        }
        return chunks;
    }

    private boolean sameBytes(Path one, Path other, long bytes) throws IOException {
        try (InputStream a = files.open(one);
                InputStream b = files.open(other)) {
            for (long left = bytes; left > 0; left -= BLOCK) {
                int block = (int) Math.min(left, BLOCK);
                if (!Arrays.equals(a.readNBytes(block), b.readNBytes(block))) {
                    return false;
                }
            }
            return true;
        }
    }

    List<String> folderNames(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus status : list(folder)) {
            if (status.isDirectory()) {
                names.add(status.getPath().getName());
            }
        }
        return names;
    }
}
