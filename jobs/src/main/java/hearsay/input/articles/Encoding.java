package hearsay.input.articles;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.io.input.ReaderInputStream;
import org.mozilla.universalchardet.UniversalDetector;

/** Bytes to text: in which encoding they are, and that they are text at all. */
public final class Encoding {
    static final String TWICE = "UTF-8 twice";
    /** So many sequences of UTF-8 read as other letters, and no letter that is in none, are no chance. */
    static final int CERTAIN = 2;

    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int BEGINNING = 2_000;
    private static final int HEAD = 64 << 10;
    private static final int DETECTED = 1 << 20; // bytes shown to the detector; its verdict does not change after that
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Encoding() {}

    /**
     * @param encoding name of the encoding, as IANA has it, with the number of places that are no text in it ("UTF-8, 2 places
     *     replaced"), or "UTF-8 twice" where the text had been encoded twice
     */
    public record Text(String text, String encoding) {
        /** The encoding where it is worth saying: null for UTF-8. */
        public String said() {
            return encoding.equals("UTF-8") ? null : encoding;
        }
    }

    /**
     * The text of the bytes, without a byte order mark, which belongs to the encoding.
     *
     * @param declared what the page or the server says, or null: asked where the bytes are no UTF-8
     * @throws CharacterCodingException where they are no text
     */
    public static Text decode(byte[] bytes, String declared) throws CharacterCodingException {
        if (wide(bytes) == null) {
            try {
                String text = strictly(StandardCharsets.UTF_8, bytes, mark(bytes, StandardCharsets.UTF_8));
                String once = encodedOnce(text, CERTAIN);
                return once == null ? new Text(text, "UTF-8") : new Text(once, TWICE);
            } catch (CharacterCodingException e) { // one of the others
            }
        }
        Charset charset = charset(bytes, declared);
        if (charset == null) {
            throw new CharacterCodingException();
        }
        if (fits(charset, bytes)) {
            return new Text(strictly(charset, bytes, mark(bytes, charset)), charset.name());
        }
        boolean mostly = charset.equals(StandardCharsets.UTF_8)
                ? Replacing.isMostlyUtf8(bytes, true)
                : Replacing.fitsMostly(charset, bytes);
        if (!mostly) {
            throw new CharacterCodingException();
        }
        String text = Replacing.decoded(charset, bytes, mark(bytes, charset));
        return new Text(text, charset.name() + Replacing.said(text));
    }

    /** A line of a header: UTF-8, or where it is none its other bytes as escapes of an address ("%E9"). */
    public static String utf8OrEscaped(byte[] line) {
        try {
            return strictly(StandardCharsets.UTF_8, line, 0).replaceAll("[\\p{Cntrl}&&[^\t]]", "");
        } catch (CharacterCodingException e) {
            StringBuilder escaped = new StringBuilder();
            for (byte b : line) {
                escaped.append(
                        b >= 0x20 || b == '\t' || b == '\r'
                                ? String.valueOf((char) b)
                                : String.format(Locale.ROOT, "%%%02X", b & 0xff));
            }
            return escaped.toString();
        }
    }

    /** UTF-16 or UTF-32 as UTF-8; reading it stops with an exception where bytes do not fit the encoding that the first of them show. */
    public static InputStream utf8(InputStream wide) throws IOException {
        byte[] head = wide.readNBytes(HEAD);
        Charset charset = charset(head, null);
        if (charset == null) {
            throw new CharacterCodingException();
        }
        int mark = mark(head, charset);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), wide);
        return new BufferedInputStream(ReaderInputStream.builder()
                .setReader(new InputStreamReader(all, strict(charset)))
                .setCharset(StandardCharsets.UTF_8)
                .get());
    }

    /** The encoding that the lines of a file show; null for UTF-8, and where they show none. */
    public static String otherThanUtf8(byte[] head) {
        Charset charset = charset(cutAtLine(head), null);
        return charset == null || charset.equals(StandardCharsets.UTF_8) ? null : charset.name();
    }

    /** Whether bytes are UTF-16 or UTF-32, in which a line cannot be found by its end byte. */
    public static boolean isWide(byte[] head) {
        return wide(head) != null;
    }

    /** How the bytes begin, for a person to recognise them; null where they are no text. */
    public static String beginning(byte[] bytes) {
        String text = new String(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)), StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 && text.indexOf('\uFFFD') < text.length() - 3 ? null : text;
    }

    private static Charset charset(byte[] bytes, String declared) {
        if (starts(bytes, UTF_8_MARK)) {
            return StandardCharsets.UTF_8;
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return wide;
        }
        if (fits(StandardCharsets.UTF_8, bytes)) {
            return StandardCharsets.UTF_8;
        }
        if (Replacing.isBinary(bytes)) {
            return null;
        }
        Charset said = named(declared);
        if (Replacing.isMostlyUtf8(bytes, StandardCharsets.UTF_8.equals(said))) {
            return StandardCharsets.UTF_8;
        }
        Charset detected = named(detected(bytes));
        for (Charset charset : new Charset[] {said, detected, WINDOWS_1252}) {
            if (charset != null && fits(charset, bytes)) {
                return charset;
            }
        }
        for (Charset charset : new Charset[] {said, detected, WINDOWS_1252}) {
            if (charset != null && !StandardCharsets.UTF_8.equals(charset) && Replacing.fitsMostly(charset, bytes)) {
                return charset;
            }
        }
        return null;
    }

    private static Charset wide(byte[] bytes) {
        if (starts(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0})) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(bytes, new byte[] {(byte) 0xff, (byte) 0xfe})) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(bytes, new byte[] {(byte) 0xfe, (byte) 0xff})) {
            return StandardCharsets.UTF_16BE;
        }
        int length = Math.min(bytes.length, BEGINNING) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        // in Latin letters every other byte is 0; UTF-8 has none
        Charset guess = zeros[1] > length / 4 && zeros[0] < length / 50
                ? StandardCharsets.UTF_16LE
                : zeros[0] > length / 4 && zeros[1] < length / 50 ? StandardCharsets.UTF_16BE : null;
        return guess != null && fits(guess, Arrays.copyOf(bytes, length)) ? guess : null;
    }

    private static int mark(byte[] bytes, Charset charset) {
        if (!charset.canEncode()) {
            return 0;
        }
        String mark = "\uFEFF";
        byte[] encoded = mark.getBytes(charset);
        return new String(encoded, charset).equals(mark) && starts(bytes, encoded) ? encoded.length : 0;
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static String detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED));
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    /** The charset of a name; Latin 1 is read as Windows-1252, as browsers do: its other chars are controls. */
    private static Charset named(String name) {
        if (name == null) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.strip());
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return latin ? WINDOWS_1252 : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean fits(Charset charset, byte[] bytes) {
        try {
            strictly(charset, bytes, 0);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String strictly(Charset charset, byte[] bytes, int from) throws CharacterCodingException {
        return strict(charset)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The text of UTF-8 that had been taken for Windows-1252 and encoded again ("itâ€™s"), or null where that is not
     * certain: every char must be one of Windows-1252 and all of them together UTF-8, with so many sequences at least. Text
     * that means these chars cannot pass: it would have to hold them in the pairs and triples of UTF-8 only.
     */
    static String encodedOnce(String text, int sequences) {
        if (text.indexOf('\u00C3') < 0 && text.indexOf('\u00E2') < 0 && text.indexOf('\u00C2') < 0) {
            return null;
        }
        byte[] bytes = new byte[text.length()];
        int high = 0;
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            int one = c < 0x80 || (c >= 0xA0 && c <= 0xFF) || (c >= 0x80 && c < 0xA0) ? c : WindowsByte.of(c);
            if (one < 0) {
                return null;
            }
            bytes[i] = (byte) one;
            high += one >= 0xC0 ? 1 : 0;
        }
        try {
            return high >= sequences ? strictly(StandardCharsets.UTF_8, bytes, 0) : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The chars that Windows-1252 has between 0x80 and 0x9F. */
    private static final class WindowsByte {
        private static final String CHARS = new String(bytes(), WINDOWS_1252);

        static int of(char c) {
            int at = c == '\uFFFD' ? -1 : CHARS.indexOf(c);
            return at < 0 ? -1 : 0x80 + at;
        }

        private static byte[] bytes() {
            byte[] bytes = new byte[0x20];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (0x80 + i);
            }
            return bytes;
        }
    }

    private static byte[] cutAtLine(byte[] head) {
        int end = head.length;
        while (end > 1 && head[end - 1] != '\n') {
            end--;
        }
        return end > 1 ? Arrays.copyOf(head, end) : head;
    }
}
