package hearsay.input.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FSError;

/** The first bytes of a stream. */
public final class FirstBytes {
    private FirstBytes() {}

    /** At most so many; as many as can be read of a packed file that is cut. The stream stands at its begin again. */
    public static byte[] of(InputStream bytes, int most) throws IOException {
        byte[] head = new byte[most];
        int length = 0;
        bytes.mark(most + 1);
        try {
            for (int read = 0; read >= 0 && length < most; ) {
                length += read;
                read = bytes.read(head, length, most - length);
            }
        } catch (IOException | FSError e) { // the reader will come to it
        }
        bytes.reset();
        return Arrays.copyOf(head, length);
    }
}
