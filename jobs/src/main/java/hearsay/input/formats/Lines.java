package hearsay.input.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, without holding more than one of bounded length. */
final class Lines {
    private static final int EXCERPT = 1_000;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private byte[] line = new byte[8 << 10];
    private int length;
    private boolean tooLong;
    private long number;
    private long offset;

    /**
     * @param in      from the first byte of a line
     * @param offset  which byte of its file that is
     * @param longest bytes of the longest line that is kept
     */
    Lines(InputStream in, long offset, int longest) {
        this.in = in;
        this.offset = offset;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. A line that is too long is passed over, its beginning kept. */
    boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(at, end);
            offset += end - at + (end < filled ? 1 : 0);
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Where in the file the next line begins. */
    long offset() {
        return offset;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** The line without its end; its beginning where it is too long. */
    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private void keep(int from, int to) {
        if (tooLong) {
            return;
        }
        if ((long) length + (to - from) > longest) {
            tooLong = true;
            length = Math.min(length, EXCERPT);
            line = Arrays.copyOf(line, 8 << 10); // gives the long buffer back
            return;
        }
        if (length + (to - from) > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(longest, Math.max(2L * line.length, length + (to - from))));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length += to - from;
    }
}
