package hearsay.input.formats;

import hearsay.input.files.InputFormat;
import hearsay.input.files.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;

/**
 * How many lines or, in Avro, records of a file lie before a range of it, so that one of a range gets its number in the file.
 * Counted only when something in a range must be named, and each part of a file once per process.
 */
public final class LineNumbers {
    private static final int FILES_REMEMBERED = 64;
    private static final Map<String, TreeMap<Long, Long>> COUNTED =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, TreeMap<Long, Long>> eldest) {
                    return size() > FILES_REMEMBERED;
                }
            });

    private LineNumbers() {}

    /**
     * What to add to the number of a line or record in the range from {@code begin} to have its number in the file; 0 where the file
     * can no longer be read. A range counts the line that its last byte before lies in as its first: it only passes over it.
     */
    public static long before(String address, long bytes, long begin, Configuration conf) {
        InputFormat format = InputFormat.of(address);
        if (begin <= 1) {
            return 0;
        }
        return format == InputFormat.JSON
                ? counted(address, bytes, begin - 1, conf, (in, from, to) -> newlines(in, to - from))
                : format == InputFormat.AVRO
                        ? counted(address, bytes, begin, conf, (in, from, to) -> AvroFile.records(in, bytes, from, to))
                        : 0;
    }

    private interface Count {
        long of(FSDataInputStream file, long from, long to) throws IOException;
    }

    private static long counted(String address, long bytes, long begin, Configuration conf, Count count) {
        TreeMap<Long, Long> counted =
                COUNTED.computeIfAbsent(address + "\n" + bytes, file -> new TreeMap<>(Map.of(0L, 0L)));
        synchronized (counted) {
            Map.Entry<Long, Long> from = counted.floorEntry(begin);
            if (from.getKey() < begin) {
                try (var in = InputReader.open(new Piece(address, address, bytes, null, 0, bytes), conf)) {
                    in.seek(from.getKey());
                    counted.put(begin, from.getValue() + count.of(in, from.getKey(), begin));
                } catch (IOException | RuntimeException | FSError | StackOverflowError | OutOfMemoryError e) {
                    return 0;
                }
            }
            return counted.get(begin);
        }
    }

    private static long newlines(InputStream in, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long newlines = 0;
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            for (int i = 0; i < read; i++) {
                newlines += buffer[i] == '\n' ? 1 : 0;
            }
            left -= read;
        }
        return newlines;
    }
}
