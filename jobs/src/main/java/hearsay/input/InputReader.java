package hearsay.input;

import hearsay.input.Finding.Unusable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Opens a piece of the input and picks the reader of its format. */
public final class InputReader {
    private InputReader() {}

    /** What the piece holds, read as it is asked for; a piece that cannot be read holds one finding that says why. */
    public static Findings read(Piece piece, Configuration conf, InputSettings settings) {
        InputFormat format = InputFormat.of(piece.path());
        if (format == null) {
            return Findings.of(new Unusable(0, "no reader for files of this ending", null));
        }
        try {
            return read(piece, format, conf, settings);
        } catch (IOException | RuntimeException e) {
            return Findings.of(new Unusable(0, "cannot be read: " + FileProblem.of(e), null));
        }
    }

    private static Findings read(Piece piece, InputFormat format, Configuration conf, InputSettings settings)
            throws IOException {
        FSDataInputStream bytes = open(piece, conf);
        try {
            return switch (format) {
                case TEXT -> new TextFile(Packing.unpacked(bytes), settings);
                case JSON -> JsonFile.read(piece, bytes, settings);
            };
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    static FSDataInputStream open(Piece piece, Configuration conf) throws IOException {
        Path path = new Path(piece.address());
        return InputFiles.system(path, conf).open(path);
    }
}
