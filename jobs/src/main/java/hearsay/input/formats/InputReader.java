package hearsay.input.formats;

import hearsay.input.InputSettings;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.FileProblem;
import hearsay.input.files.FirstBytes;
import hearsay.input.files.InputFiles;
import hearsay.input.files.InputFormat;
import hearsay.input.files.Packing;
import hearsay.input.files.Piece;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;

/** Opens a piece of the input and picks the reader of its format: by its first bytes, else by its ending. */
public final class InputReader {
    private static final int HEAD = 4 << 10;

    private InputReader() {}

    /** What the piece holds, read as it is asked for; a piece that cannot be read holds one finding that says why. */
    public static Findings read(Piece piece, Configuration conf, InputSettings settings) {
        FSDataInputStream file = null;
        try {
            file = open(piece, conf);
            return read(piece, file, conf, settings);
        } catch (IOException | RuntimeException | FSError | StackOverflowError e) {
            close(file);
            String problem = e instanceof FileNotFoundException && piece.path().indexOf(InputFiles.NO_TEXT) >= 0
                    ? "its name is no text in " + System.getProperty("sun.jnu.encoding")
                    : FileProblem.of(e);
            return Findings.of(Unusable.unreadFile(problem));
        }
    }

    static FSDataInputStream open(Piece piece, Configuration conf) throws IOException {
        Path path = new Path(piece.address());
        return InputFiles.system(path, conf).open(path);
    }

    private static Findings read(Piece named, FSDataInputStream file, Configuration conf, InputSettings settings)
            throws IOException {
        Packing.Unpacked unpacked = Packing.unpacked(file);
        InputStream bytes = unpacked.bytes();
        byte[] head = FirstBytes.of(bytes, HEAD);
        InputFormat format = InputFormat.of(named.path(), head);
        boolean packedByRecords = format == InputFormat.WARC && unpacked.byMembers();
        boolean otherwise = format != InputFormat.of(named.path()) || (unpacked.wasPacked() && !packedByRecords);
        if (otherwise && !named.isFirst()) {
            return nothing(file); // it is not what it is called: the first piece reads it all
        }
        Piece piece = otherwise ? named.whole() : named;
        if (format == null) {
            return only(file, new Unusable(0, "no reader for files of this ending", Encoding.beginning(head)));
        }
        return switch (format) {
            case TEXT -> new TextFile(bytes, settings);
            case JSON -> JsonFile.read(piece, file, bytes, head, settings);
            case CSV -> new CsvFile(bytes, false, settings);
            case TSV -> new CsvFile(bytes, true, settings);
            case PAGE -> new PageFile(bytes, settings);
            case FEED -> new FeedFile(bytes);
            case WARC ->
                unpacked.wasPacked() && !packedByRecords
                        ? WarcFile.unsplit(bytes, settings)
                        : WarcFile.ranged(file, piece, settings);
            case ARC -> WarcFile.unsplit(bytes, settings);
            case AVRO ->
                unpacked.wasPacked() ? AvroFile.packed(bytes, settings) : AvroFile.plain(file, piece, settings);
            case PARQUET -> {
                file.close(); // the library opens it itself
                yield new ParquetTable(piece, conf, settings);
            }
            case ORC -> {
                file.close();
                yield new OrcTable(piece, conf, settings);
            }
        };
    }

    private static Findings nothing(FSDataInputStream file) throws IOException {
        file.close();
        return Findings.none();
    }

    private static Findings only(FSDataInputStream file, Finding finding) throws IOException {
        file.close();
        return Findings.of(finding);
    }

    private static void close(FSDataInputStream file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) { // it was not read anyway
        }
    }
}
