package hearsay.input.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The records of comma-separated values as bytes: they end at line ends outside of quotation marks. Holds one of bounded length. */
final class CsvRecords {
    private static final int EXCERPT = 1_000;
    /** Bytes that are read again behind marks that are not closed. */
    private static final long MOST_REREAD = 64 << 20;

    private enum In {
        FIELD_BEGIN,
        FIELD,
        MARKS,
        CLOSED_MARKS
    }

    private final InputStream in;
    private final byte delimiter;
    private final byte lineEnd;
    private final int longest;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean open;
    private boolean lineEnded;
    private byte[] again = {};
    private long reread;
    private long line;
    private long nextLine = 1;

    /**
     * @param in      bytes in which those of ASCII stand for nothing else
     * @param lineEnd last byte of a line
     * @param longest bytes of the longest record that is kept. A longer one ends with its line: a mark in it was not closed
     */
    CsvRecords(InputStream in, char delimiter, char lineEnd, int longest) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.lineEnd = (byte) lineEnd;
        this.longest = longest;
    }

    /** Goes to the next record; false at the end. A record that is too long is passed over, its beginning kept. */
    boolean advance() throws IOException {
        record.reset();
        tooLong = false;
        line = nextLine;
        In state = In.FIELD_BEGIN;
        boolean any = false;
        lineEnded = false;
        while (at < filled || fill()) {
            any = true;
            int begin = at;
            while (at < filled && (buffer[at] != lineEnd || (state == In.MARKS && !tooLong))) {
                nextLine += buffer[at] == lineEnd ? 1 : 0;
                state = after(buffer[at++], state);
            }
            keep(begin, at);
            if (at < filled) {
                at++;
                nextLine++;
                lineEnded = true;
                break;
            }
        }
        open = state == In.MARKS && !lineEnded;
        return any;
    }

    /** Whether the file ends in a field whose quotation mark is not closed. */
    boolean isOpen() {
        return open;
    }

    /**
     * Sets the reader back into the record that it stands behind.
     *
     * @param from  byte of the record at which the next one begins
     * @param lines line ends before it
     * @return whether it did: a file of nothing but wrong marks is not read again and again
     */
    boolean readAgain(int from, int lines) {
        byte[] whole = record.toByteArray();
        int end = lineEnded ? 1 : 0;
        reread += whole.length - from;
        if (tooLong || reread > MOST_REREAD) {
            return false;
        }
        byte[] rest = new byte[whole.length - from + end + filled - at + again.length];
        System.arraycopy(whole, from, rest, 0, whole.length - from);
        if (lineEnded) {
            rest[whole.length - from] = lineEnd;
        }
        System.arraycopy(buffer, at, rest, whole.length - from + end, filled - at);
        System.arraycopy(again, 0, rest, rest.length - again.length, again.length);
        again = rest;
        at = 0;
        filled = 0;
        nextLine = line + lines;
        return true;
    }

    /** The line in which the record begins, from 1. */
    long line() {
        return line;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** The record without its line end; its beginning where it is too long. */
    byte[] bytes() {
        byte[] bytes = record.toByteArray();
        boolean twoEnds = lineEnd == '\n' && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return twoEnds ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private In after(byte b, In state) {
        if (state == In.MARKS) {
            return b == '"' ? In.CLOSED_MARKS : In.MARKS;
        }
        if (b == '"' && state != In.FIELD) {
            return In.MARKS; // the first of a field, or one that was doubled
        }
        return b == delimiter ? In.FIELD_BEGIN : In.FIELD;
    }

    private void keep(int from, int to) {
        if (!tooLong && (long) record.size() + to - from > longest) {
            tooLong = true;
            record.write(buffer, from, Math.min(to - from, EXCERPT));
        } else if (!tooLong) {
            record.write(buffer, from, to - from);
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        if (again.length > 0) {
            filled = Math.min(again.length, buffer.length);
            System.arraycopy(again, 0, buffer, 0, filled);
            again = Arrays.copyOfRange(again, filled, again.length);
            return true;
        }
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
