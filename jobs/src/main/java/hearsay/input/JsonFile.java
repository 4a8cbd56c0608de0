package hearsay.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;

/** JSON as crawlers write it: an object per line, or an object or a list of them over many lines. */
final class JsonFile {
    private static final int HEAD = 8 << 10;

    private JsonFile() {}

    static Findings read(Piece piece, FSDataInputStream file, InputSettings settings) throws IOException {
        if (InputFormat.splits(piece.path())) {
            boolean lines = isLines(head(file));
            file.seek(0);
            if (lines && !piece.isFirst()) {
                file.seek(piece.begin() - 1);
                return new JsonLines(file, piece.begin() - 1, piece.end(), settings);
            }
            if (!piece.isFirst()) {
                file.close();
                return Findings.none(); // the first piece reads it all
            }
            if (lines && piece.end() < piece.bytes()) {
                return new JsonLines(file, 0, piece.end(), settings);
            }
        }
        InputStream bytes = Packing.unpacked(file);
        bytes.mark(HEAD);
        boolean lines = isLines(head(bytes));
        bytes.reset();
        return lines
                ? new JsonLines(bytes, 0, Long.MAX_VALUE, settings)
                : new JsonDocument(bytes, settings);
    }

    static ObjectMapper mapper(InputSettings settings) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(settings.largestRecord())
                        .maxNestingDepth(100)
                        .build())
                .build();
        return new ObjectMapper(factory);
    }

    /** What is wrong with JSON, without Jackson's account of where in its buffer. */
    static String problem(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceFirst("(?s)( at \\[Source|\n| \\(start marker at| \\(from \\[Source).*", "").strip();
    }

    /** The first bytes; as many as can be read of a packed file that is cut. */
    private static byte[] head(InputStream in) {
        byte[] head = new byte[HEAD];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < HEAD; ) {
                length += read;
                read = in.read(head, length, HEAD - length);
            }
        } catch (IOException e) { // the reader will come to it
        }
        return Arrays.copyOf(head, length);
    }

    /**
     * Whether there is an object per line. It is otherwise where the first line opens a list, or opens an object that it
     * does not close while the next line opens none: a file of one broken line and a good one is one of lines.
     */
    static boolean isLines(byte[] head) {
        String[] lines = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip().split("\\R\\s*", 3);
        String first = lines[0].strip();
        if (first.startsWith("[")) {
            return false;
        }
        boolean opensOnly = first.startsWith("{") && !first.endsWith("}");
        return !(opensOnly && lines.length > 1 && !lines[1].startsWith("{"));
    }
}
