package hearsay.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to text. */
final class Encoding {
    private static final int BEGINNING = 2_000;

    private Encoding() {}

    /**
     * The text of UTF-8 bytes, without a byte order mark, which belongs to the encoding.
     *
     * @throws CharacterCodingException where they are none
     */
    static String decode(byte[] bytes) throws CharacterCodingException {
        int from = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf ? 3 : 0;
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /** How the bytes begin, for a person to recognise them; null where they are no text. */
    static String beginning(byte[] bytes) {
        String text = new String(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)), StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 && text.indexOf('\uFFFD') < text.length() - 3 ? null : text;
    }
}
