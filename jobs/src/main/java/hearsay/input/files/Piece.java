package hearsay.input.files;

import hearsay.tables.Records;
import java.time.Instant;

/**
 * A file of the input, or the range of bytes of one that a task reads.
 *
 * @param address where the file lies
 * @param path    its path relative to the input folder
 * @param bytes   its size
 * @param modified when the file was last written
 * @param begin   first byte of the range; what begins in the range belongs to it
 * @param end     byte after the last
 */
public record Piece(String address, String path, long bytes, Instant modified, long begin, long end) {
    public static final Records<Piece> RECORDS = Records.of(Piece.class);

    /** The file that the range is of. */
    public Piece whole() {
        return new Piece(address, path, bytes, modified, 0, bytes);
    }

    public boolean isFirst() {
        return begin == 0;
    }
}
