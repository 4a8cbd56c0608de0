package hearsay.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed: told by its first bytes, whatever its name says. */
final class Packing {
    private static final int BUFFER = 64 << 10;
    private static final Map<String, String> ENDINGS = Map.of("gz", "", "gzip", "");

    private Packing() {}

    /** The name without the ending of a packing. */
    static String unpackedName(String path) {
        String ending = InputFormat.ending(path);
        return ENDINGS.containsKey(ending) ? path.substring(0, path.length() - ending.length() - 1) : path;
    }

    /** The bytes inside: unpacked as they are asked for, all members of a file of several. */
    static InputStream unpacked(InputStream packed) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(packed, BUFFER);
        bytes.mark(8);
        byte[] magic = bytes.readNBytes(8);
        bytes.reset();
        if (starts(magic, 0x1f, 0x8b)) {
            return new BufferedInputStream(new GzipCompressorInputStream(bytes, true), BUFFER);
        }
        return bytes;
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
