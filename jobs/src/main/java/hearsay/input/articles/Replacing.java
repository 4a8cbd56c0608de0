package hearsay.input.articles;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text in which a few bytes are wrong: each such place becomes the replacement sign, as browsers show it. */
final class Replacing {
    private static final char SIGN = '\uFFFD';
    /** Letters beyond ASCII for each wrong place, where nothing says that the bytes are UTF-8: two of Windows-1252 are rarely one. */
    private static final int GOOD_FOR_BAD = 4;
    /** Share of the letters beyond ASCII that may be wrong in other encodings. */
    private static final double WRONG = 0.02;
    /** Share of control bytes above which bytes are no text: pictures and packed files have a tenth. */
    private static final double BINARY = 0.005;

    private Replacing() {}

    static String decoded(Charset charset, byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** How many places were replaced, for people: ", 1 place replaced". */
    static String said(String text) {
        long places = text.chars().filter(c -> c == SIGN).count();
        return String.format(Locale.ROOT, ", %d %s replaced", places, places == 1 ? "place" : "places");
    }

    /** Whether UTF-8 explains bytes better than any encoding of one byte a letter: of those no two bytes are one letter by chance. */
    static boolean isMostlyUtf8(byte[] bytes, boolean said) {
        int[] counts = counts(StandardCharsets.UTF_8, bytes);
        int good = counts[0];
        int bad = counts[1];
        boolean onlyCut = bad == 1 && counts[2] == 1;
        return onlyCut ? said || good > 0 : good >= (said ? bad : GOOD_FOR_BAD * bad);
    }

    static boolean fitsMostly(Charset charset, byte[] bytes) {
        int[] counts = counts(charset, bytes);
        return counts[1] <= Math.max(1, WRONG * counts[0]);
    }

    static boolean isBinary(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            boolean control = b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b;
            controls += control ? 1 : 0;
        }
        return controls > BINARY * bytes.length;
    }

    /** Letters beyond ASCII, places that are wrong, and of these the one at the end, where the bytes are cut in a letter. */
    private static int[] counts(Charset charset, byte[] bytes) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8 << 10);
        int good = 0;
        int bad = 0;
        int cut = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                good += out.get() >= 0x80 ? 1 : 0;
            }
            out.clear();
            if (result.isError()) {
                bad++;
                in.position(Math.min(in.limit(), in.position() + result.length()));
                cut = in.hasRemaining() ? 0 : 1;
            } else if (result.isUnderflow()) {
                return new int[] {good, bad, cut};
            }
        }
    }
}
