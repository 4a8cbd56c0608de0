package hearsay.input.formats;

import hearsay.input.InputSettings;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Findings;
import hearsay.input.files.FirstBytes;
import hearsay.input.files.InputFormat;
import hearsay.input.files.Packing;
import hearsay.input.files.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;

/** JSON as crawlers write it: an object per line, or an object or a list of them over many lines. */
final class JsonFile {
    private static final int HEAD = 8 << 10;

    private JsonFile() {}

    /**
     * @param file  the file as it lies
     * @param bytes the same unpacked, at its begin
     * @param head  the first of these
     */
    static Findings read(Piece piece, FSDataInputStream file, InputStream bytes, byte[] head, InputSettings settings)
            throws IOException {
        if (Encoding.isWide(head)) {
            return piece.isFirst() ? unsplit(piece, Encoding.utf8(bytes), settings) : Findings.none();
        }
        boolean lines = isLines(head);
        boolean ranged = InputFormat.splits(piece.path()) && piece.end() - piece.begin() < piece.bytes();
        if (!ranged) {
            return unsplit(piece, bytes, lines, settings);
        }
        if (!lines) {
            return piece.isFirst()
                    ? unsplit(piece, bytes, false, settings)
                    : Findings.none(); // the first piece reads it all
        }
        file.seek(Math.max(0, piece.begin() - 1));
        return new JsonLines(file, Math.max(0, piece.begin() - 1), piece.end(), false, settings);
    }

    private static Findings unsplit(Piece piece, InputStream utf8, InputSettings settings) throws IOException {
        return unsplit(piece, utf8, isLines(FirstBytes.of(utf8, HEAD)), settings);
    }

    private static Findings unsplit(Piece piece, InputStream bytes, boolean lines, InputSettings settings)
            throws IOException {
        boolean grows = Packing.ending(Packing.unpackedName(piece.path())).matches("jsonl|ndjson");
        return lines ? new JsonLines(bytes, 0, Long.MAX_VALUE, !grows, settings) : new JsonDocument(bytes, settings);
    }

    /**
     * Whether there is an object per line. It is otherwise where the first line opens a list, or opens an object that it
     * does not close while the next line opens none, or one in a list: a file of one broken line and a good one is one of lines.
     */
    static boolean isLines(byte[] head) {
        String[] lines = new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .split("\\R\\s*", 3);
        String first = lines[0].strip();
        if (first.startsWith("[")) {
            return false;
        }
        boolean opensOnly = first.startsWith("{") && !first.endsWith("}");
        return !(opensOnly && lines.length > 1 && (!lines[1].startsWith("{") || first.endsWith("[")));
    }
}
