package hearsay.input.archives;

import com.github.luben.zstd.ZstdInputStream;
import hearsay.input.files.FileProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Bodies as they were before a server cut and packed them. What a header says is believed where the bytes agree: archives keep
 * headers of bodies that they have unpacked. Every decoder stops at the size that is asked for, whatever it would unpack to.
 */
final class Codings {
    /** Packings within one another that are undone: more are no page. */
    private static final int MOST_LAYERS = 4;
    /** Of 8 MB: what RFC 8878 asks of browsers. A header may ask for gigabytes. */
    private static final int ZSTD_WINDOW = 23;
    /** A size line of a chunk: 8 digits and an extension. */
    private static final int LONGEST_SIZE = 200;

    private Codings() {}

    /**
     * @param transfer  what cut it, in the order in which it was done
     * @param encodings what packed it, in the order in which it was done
     * @param most      bytes that are kept, and one more that says that it is longer
     */
    static byte[] decoded(InputStream block, List<String> transfer, List<String> encodings, int most)
            throws IOException {
        // chunks of a byte take six bytes for it; a page packed takes less than itself
        byte[] body = block.readNBytes(2 * most);
        long chunked = transfer.stream().filter("chunked"::equals).count();
        for (long layer = Math.min(MOST_LAYERS, Math.max(1, chunked)); layer > 0; layer--) {
            body = joined(body, chunked > 0);
        }
        for (int i = 0; i < MOST_LAYERS; i++) {
            int at = encodings.size() - 1 - i;
            byte[] inner = unpacked(body, at < 0 ? "" : encodings.get(at), most);
            if (inner == body && at < 0) {
                break;
            }
            body = inner;
        }
        return body.length > most + 1 ? Arrays.copyOf(body, most + 1) : body;
    }

    /** The bytes as they are where they are not packed as it is said, or not at all. */
    private static byte[] unpacked(byte[] body, String how, int most) throws IOException {
        if (starts(body, 0x1f, 0x8b, 8)) {
            return all(new GZIPInputStream(new ByteArrayInputStream(body)), most);
        } else if (starts(body, 0x28, 0xb5, 0x2f, 0xfd)) {
            return all(new ZstdInputStream(new ByteArrayInputStream(body)).setLongMax(ZSTD_WINDOW), most);
        } else if (how.equals("deflate") && !isMarkup(body)) {
            boolean bare =
                    !(body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0);
            Inflater inflater = new Inflater(bare); // as Microsoft's servers send it, and browsers take it
            try {
                return all(new InflaterInputStream(new ByteArrayInputStream(body), inflater), most);
            } finally {
                inflater.end();
            }
        } else if (how.equals("br") && !isMarkup(body)) {
            try {
                return all(new BrotliInputStream(new ByteArrayInputStream(body)), most);
            } catch (IllegalStateException e) { // thrown for some bytes that are no Brotli
                throw new IOException("it is no Brotli: " + FileProblem.of(e), e);
            }
        }
        return body;
    }

    private static byte[] all(InputStream unpacking, int most) throws IOException {
        try (unpacking) {
            return unpacking.readNBytes(most + 1);
        }
    }

    /** Chunks as one. Where it is not said that there are any, they must be whole, down to the empty one. */
    private static byte[] joined(byte[] body, boolean said) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && body[end] != '\n' && end - at < LONGEST_SIZE) {
                end++;
            }
            int size = end < body.length && body[end] == '\n' ? size(body, at, end) : -1;
            if (size < 0) {
                if (at == 0 || !said) {
                    return body; // it is not cut, whatever the header says
                }
                all.write(body, at, body.length - at); // from here on it is not
                return all.toByteArray();
            }
            if (size == 0) {
                return all.toByteArray();
            }
            int begin = end + 1;
            int length = Math.min(size, body.length - begin);
            all.write(body, begin, length);
            at = begin + length;
            at += at < body.length && body[at] == '\r' ? 1 : 0;
            at += at < body.length && body[at] == '\n' ? 1 : 0;
        }
        return said ? all.toByteArray() : body;
    }

    /** The size of a chunk, -1 where a line is none. */
    private static int size(byte[] body, int from, int to) {
        long size = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                boolean ends = body[i] == ';' || body[i] == '\r' || body[i] == ' ' || body[i] == '\t';
                return digits > 0 && ends ? (int) Math.min(size, Integer.MAX_VALUE) : -1;
            }
            size = 16 * size + digit;
            if (++digits > 8) {
                return -1;
            }
        }
        return digits > 0 ? (int) Math.min(size, Integer.MAX_VALUE) : -1;
    }

    /** Whether bytes begin as a page does that nobody packed. */
    private static boolean isMarkup(byte[] body) {
        int at = starts(body, 0xef, 0xbb, 0xbf) ? 3 : 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at + 1 < body.length
                && body[at] == '<'
                && (body[at + 1] == '!' || Character.isLetter(body[at + 1]) || body[at + 1] == '?');
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
