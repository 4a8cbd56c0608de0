package hearsay.input.files;

import hearsay.input.InputSettings;
import hearsay.settings.OperatorMistake;
import hearsay.tables.InputFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The files of an input, and how they are dealt out to tasks. */
public final class InputFiles {
    /** What opening a file costs, in bytes read meanwhile: a task of 128 MB holds at most 512 tiny files. */
    private static final long OPENING = 256 << 10;
    /** Ranges shorter than this are not worth a task of their own. */
    private static final long SHORTEST_RANGE = 1 << 20;
    /** Folder that every warehouse has from its first night on. */
    private static final String NIGHTS = ".nights";
    /** What Java reads for bytes of a name that are not in the encoding of the machine. */
    public static final char NO_TEXT = '\uFFFD';

    private InputFiles() {}

    /**
     * The files of a folder and of its folders, of one file or of a glob, sorted by path. Names that begin with a dot or an
     * underscore are left out, as everywhere in Hadoop: they are unfinished or not data.
     *
     * <p>Paths are relative to the folder, to the folder of the file, or to the folder before the first wildcard.
     *
     * @throws OperatorMistake where nothing is there, it may not be read, or a warehouse lies in it
     */
    public static List<InputFile> list(SparkSession spark, String input) {
        try {
            return list(spark.sessionState().newHadoopConf(), input);
        } catch (FileNotFoundException e) {
            throw new OperatorMistake("There is no input at " + input + ".", e);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new OperatorMistake("The input at " + input + " cannot be read: " + FileProblem.of(e) + ".", e);
        }
    }

    /** The input with its scheme and, on a file system with folders to work in, from the root. */
    public static String address(SparkSession spark, String input) {
        try {
            Path path = new Path(input);
            return path.getFileSystem(spark.sessionState().newHadoopConf())
                    .makeQualified(path)
                    .toString();
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorMistake("The input at " + input + " cannot be read: " + FileProblem.of(e) + ".", e);
        }
    }

    /** The files as pieces, one partition of the dataset for each task: in order of path, about as many bytes in each. */
    public static Dataset<Row> pieces(SparkSession spark, List<InputFile> files, InputSettings settings) {
        List<List<Row>> tasks =
                tasks(files, settings.splitBytes(), spark.sparkContext().defaultParallelism());
        JavaRDD<Row> rows = new JavaSparkContext(spark.sparkContext())
                .parallelize(tasks, Math.max(1, tasks.size()))
                .flatMap(List::iterator);
        return spark.createDataFrame(rows, Piece.RECORDS.schema());
    }

    /** The file system of a path; the local one without Hadoop's checksum files, which fail on names with a colon. */
    public static FileSystem system(Path path, Configuration conf) throws IOException {
        FileSystem system = path.getFileSystem(conf);
        return system instanceof LocalFileSystem local ? local.getRaw() : system;
    }

    private static List<InputFile> list(Configuration conf, String input) throws IOException {
        Path path = new Path(input);
        FileSystem system = system(path, conf);
        List<InputFile> files = new ArrayList<>();
        if (system.exists(path)) { // a literal name may hold characters that a glob gives a meaning
            FileStatus there = system.getFileStatus(path);
            Path root = there.isDirectory() ? there.getPath() : there.getPath().getParent();
            collect(system, there, root, files, Set.of());
        } else {
            FileStatus[] matches = system.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new FileNotFoundException(input);
            }
            Path root = system.makeQualified(beforeWildcards(path));
            for (FileStatus match : matches) {
                collect(system, match, root, files, Set.of());
            }
        }
        return files.stream()
                .distinct()
                .sorted(Comparator.comparing(InputFile::path))
                .toList(); // of a glob two words may match one
    }

    private static Path beforeWildcards(Path glob) {
        Path folder = glob.getParent();
        while (folder != null && folder.toString().matches(".*[*?\\[{].*")) {
            folder = folder.getParent();
        }
        return folder == null ? new Path(".") : folder;
    }

    /** @param linked where the links on the way lead */
    private static void collect(
            FileSystem system, FileStatus there, Path root, List<InputFile> files, Set<java.nio.file.Path> linked)
            throws IOException {
        if (there.isFile()) {
            files.add(file(root, there.getPath(), there.getLen(), there.getModificationTime()));
            return;
        }
        for (FileStatus next : inside(system, there, root, files)) {
            if (next.getPath().getName().equals(NIGHTS)) {
                throw new OperatorMistake("The folder " + there.getPath()
                        + " is a warehouse: its tables would be read as articles." + " Move it out of the input.");
            }
            if (isHidden(next.getPath())) {
                continue;
            }
            Optional<java.nio.file.Path> target = next.isDirectory() ? linkTarget(next.getPath()) : Optional.empty();
            if (target.isEmpty()) {
                collect(system, next, root, files, linked);
            } else if (!leadsBack(next.getPath(), target.get(), linked)) {
                Set<java.nio.file.Path> further = new HashSet<>(linked);
                further.add(target.get());
                collect(system, next, root, files, further);
            }
        }
    }

    private static InputFile file(Path root, Path path, long bytes, long modified) {
        return new InputFile(path.toString(), relative(root, path), bytes, Instant.ofEpochMilli(modified));
    }

    /**
     * What is in a folder. A folder below the input that cannot be listed and a name that is no text become files of the input:
     * they cannot be read, and are rejects. One that was moved away meanwhile is found by a later night where it is then.
     */
    private static List<FileStatus> inside(FileSystem system, FileStatus folder, Path root, List<InputFile> files)
            throws IOException {
        List<FileStatus> inside = new ArrayList<>();
        try {
            for (RemoteIterator<FileStatus> all = system.listStatusIterator(folder.getPath()); all.hasNext(); ) {
                inside.add(all.next());
            }
        } catch (IOException e) {
            if (folder.getPath().equals(root)) {
                throw e;
            }
            if (!(e instanceof FileNotFoundException)) {
                files.add(file(root, folder.getPath(), 0, 0));
            }
        }
        for (String name : namesThatAreNoText(folder.getPath())) {
            files.add(file(root, new Path(folder.getPath(), new Path(null, null, name)), 0, 0));
        }
        return inside;
    }

    /** Of a local folder the files that Java cannot name: their names are not in the encoding of the machine, and no list has them. */
    private static List<String> namesThatAreNoText(Path folder) {
        String[] names = isLocal(folder) ? local(folder).toFile().list((in, name) -> name.indexOf(NO_TEXT) >= 0) : null;
        return names == null
                ? List.of()
                : Arrays.stream(names)
                        .filter(name -> !isHidden(new Path(null, null, name))
                                && !local(folder).resolve(name).toFile().exists())
                        .toList();
    }

    private static boolean isHidden(Path path) {
        return path.getName().startsWith(".") || path.getName().startsWith("_");
    }

    private static boolean isLocal(Path path) {
        return "file".equals(path.toUri().getScheme());
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private static Optional<java.nio.file.Path> linkTarget(Path path) throws IOException {
        return isLocal(path) && Files.isSymbolicLink(local(path))
                ? Optional.of(local(path).toRealPath())
                : Optional.empty();
    }

    /** Whether a link leads to a folder that it lies in or that another link led to on the way: following it would never end. */
    private static boolean leadsBack(Path link, java.nio.file.Path target, Set<java.nio.file.Path> linked)
            throws IOException {
        return linked.contains(target) || local(link).getParent().toRealPath().startsWith(target);
    }

    private static String relative(Path root, Path file) {
        String whole = file.toUri().getPath();
        String folder = root.toUri().getPath();
        return whole.startsWith(folder) ? whole.substring(folder.length()).replaceFirst("^/+", "") : whole;
    }

    static List<List<Row>> tasks(List<InputFile> files, long splitBytes, int parallelism) {
        long total = files.stream().mapToLong(file -> file.bytes() + OPENING).sum();
        long most = Math.min(splitBytes, Math.max(SHORTEST_RANGE, total / Math.max(1, parallelism) + 1));
        List<List<Row>> tasks = new ArrayList<>();
        List<Row> task = new ArrayList<>();
        long filled = 0;
        for (InputFile file : files) {
            for (Piece piece : pieces(file, most)) {
                long cost = piece.end() - piece.begin() + OPENING;
                if (!task.isEmpty() && filled + cost > most + OPENING) {
                    tasks.add(task);
                    task = new ArrayList<>();
                    filled = 0;
                }
                task.add(Piece.RECORDS.row(piece));
                filled += cost;
            }
        }
        if (!task.isEmpty()) {
            tasks.add(task);
        }
        return tasks;
    }

    private static List<Piece> pieces(InputFile file, long most) {
        long ranges = InputFormat.splits(file.path()) ? Math.max(1, (file.bytes() + most / 2) / most) : 1;
        List<Piece> pieces = new ArrayList<>();
        for (long i = 0; i < ranges; i++) {
            long begin = file.bytes() / ranges * i;
            long end = i + 1 == ranges ? file.bytes() : file.bytes() / ranges * (i + 1);
            pieces.add(new Piece(file.address(), file.path(), file.bytes(), file.modified(), begin, end));
        }
        return pieces;
    }
}
