package hearsay.input.files;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is packed, by its first bytes, whatever its name says. */
public final class Packing {
    private static final int BUFFER = 64 << 10;
    private static final int XZ_MEMORY_KB = 128 << 10; // xz -9 needs 65 MB; a header may ask for 4 GB
    /** Text packs to a fifth, lists of the same line to a hundredth; a file that unpacks to more than this is a bomb. */
    private static final long MOST_TIMES = 300;

    private static final long ANY_FILE = 64 << 20;
    private static final Set<String> ENDINGS = Set.of("gz", "gzip", "bz2", "zst", "zstd", "xz");

    private Packing() {}

    /** The name without the ending of a packing. */
    public static String unpackedName(String path) {
        String ending = ending(path);
        return ENDINGS.contains(ending) ? path.substring(0, path.length() - ending.length() - 1) : path;
    }

    /** What follows the last dot of a name, in lower case; "" where there is none. */
    public static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * @param bytes      what is inside, unpacked as it is asked for: all members of a file of several. Can be marked and reset
     * @param byMembers whether it may be packed in many members behind one another, each of which can be unpacked alone
     */
    public record Unpacked(InputStream bytes, boolean wasPacked, boolean byMembers) {}

    /** Reading ends with an exception where few bytes unpack to very many. */
    public static Unpacked unpacked(InputStream packed) throws IOException {
        Counted bytes = new Counted(packed, 0);
        bytes.mark(8);
        byte[] magic = bytes.readNBytes(6);
        bytes.reset();
        if (starts(magic, 0x1f, 0x8b)) {
            return opened(new GzipCompressorInputStream(bytes, true), bytes, true);
        } else if (starts(magic, 'B', 'Z', 'h') && magic.length > 3 && magic[3] >= '1' && magic[3] <= '9') {
            return opened(new BZip2CompressorInputStream(bytes, true), bytes, false);
        } else if (starts(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
            return opened(new ZstdInputStream(bytes).setContinuous(false), bytes, false);
        } else if (starts(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return opened(new XZInputStream(bytes, XZ_MEMORY_KB), bytes, false);
        }
        return new Unpacked(bytes, false, false);
    }

    private static Unpacked opened(InputStream unpacking, Counted packed, boolean byMembers) {
        return new Unpacked(new BufferedInputStream(bounded(unpacking, packed), BUFFER), true, byMembers);
    }

    /** @param packed what has been read of the packed bytes */
    public static InputStream bounded(InputStream unpacked, Counted packed) {
        long begin = packed.position();
        return new FilterInputStream(unpacked) {
            private long bytes;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                bytes += Math.max(0, read);
                if (bytes > ANY_FILE && bytes > MOST_TIMES * (packed.position() - begin)) {
                    throw new IOException("it unpacks to more than " + MOST_TIMES + " times its size");
                }
                return read;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    public static boolean isGzip(byte[] magic) {
        return starts(magic, 0x1f, 0x8b);
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
