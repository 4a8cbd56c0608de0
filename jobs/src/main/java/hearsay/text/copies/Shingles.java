package hearsay.text.copies;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as the set of its runs of a few words, each as a number: what two texts share of it, they share of their wording. */
public final class Shingles {
    /** Numbers of shingles are smaller; at 2^24 two of the 500 of an article fall together in one article of a hundred. */
    public static final int RANGE = 1 << 24;

    /** Of a number in {@link #bytes}. */
    public static final int BYTES = Integer.BYTES;

    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Shingles() {}

    /**
     * @param length words of a run
     * @return the numbers, ascending, each once; none where the text has fewer words
     */
    public static int[] of(String text, int length) {
        String[] words = WORD_BREAK
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .split(" ");
        if (words.length < length) {
            return new int[0];
        }
        int[] shingles = new int[words.length - length + 1];
        for (int i = 0; i < shingles.length; i++) {
            long hash = 7;
            for (int j = i; j < i + length; j++) {
                hash = hash * 1_000_003 + words[j].hashCode();
            }
            hash = (hash ^ (hash >>> 32))
                    * 0x9E3779B97F4A7C15L; // spread: low bits of a polynomial follow the last word
            shingles[i] = (int) (hash >>> 40) & (RANGE - 1);
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /** Numbers as Spark carries them cheaply from step to step: each in {@value #BYTES} bytes. */
    public static byte[] bytes(int[] shingles) {
        ByteBuffer bytes = ByteBuffer.allocate(shingles.length * BYTES);
        bytes.asIntBuffer().put(shingles);
        return bytes.array();
    }

    public static int[] ofBytes(byte[] bytes) {
        int[] shingles = new int[bytes.length / BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(shingles);
        return shingles;
    }

    /** How many numbers two sets share, each as {@link #bytes} of {@link #of}. */
    public static int inCommon(byte[] one, byte[] other) {
        int[] ones = ofBytes(one);
        int[] others = ofBytes(other);
        int common = 0;
        for (int i = 0, j = 0; i < ones.length && j < others.length; ) {
            int order = Integer.compare(ones[i], others[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** The set {@code all} but for the numbers of {@code some}, which are ascending. */
    public static byte[] without(byte[] all, int[] some) {
        return bytes(Arrays.stream(ofBytes(all))
                .filter(number -> Arrays.binarySearch(some, number) < 0)
                .toArray());
    }
}
