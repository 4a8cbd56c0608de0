package hearsay.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as the set of its runs of a few words, each as a number: what two texts share of it, they share of their wording. */
public final class Shingles {
    /** Numbers of shingles are smaller; at 2^24 two of the 500 of an article fall together in one article of a hundred. */
    public static final int RANGE = 1 << 24;

    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Shingles() {}

    /**
     * @param length words of a run
     * @return the numbers, ascending, each once; none where the text has fewer words
     */
    public static int[] of(String text, int length) {
        String[] words = WORD_BREAK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip().split(" ");
        if (words.length < length) {
            return new int[0];
        }
        int[] shingles = new int[words.length - length + 1];
        for (int i = 0; i < shingles.length; i++) {
            long hash = 7;
            for (int j = i; j < i + length; j++) {
                hash = hash * 1_000_003 + words[j].hashCode();
            }
            hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L; // spread: low bits of a polynomial follow the last word
            shingles[i] = (int) (hash >>> 40) & (RANGE - 1);
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }
}
