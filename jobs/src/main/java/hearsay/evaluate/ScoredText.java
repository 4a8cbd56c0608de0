package hearsay.evaluate;

import hearsay.tables.QuoteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the scorer sees it: words at positions, and which chars stand inside double quotation marks. The rules are
 * those of the scorer that the project's numbers are compared by, not those by which Hearsay reads quotation marks.
 */
final class ScoredText {
    /** A word: letters and digits, with apostrophes between them. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:['’][\\p{L}\\p{N}_]+)*");

    static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "for", "in", "on", "at", "to", "by", "from", "with", "and", "or", "as", "s", "’s",
            "that", "this");
    static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sen",
            "rep",
            "gov",
            "president",
            "senator",
            "governor",
            "representative",
            "gen",
            "jr",
            "sr",
            "ii",
            "iii");
    private static final String MARKS = "\"“”„‟«»";
    private static final String BREAKS = "\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029";

    final CodePoints points;
    private final int[] begins;
    private final int[] ends;
    private final BitSet quoted = new BitSet();

    ScoredText(String text) {
        points = new CodePoints(text);
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new int[] {points.ofChar(word.start()), points.ofChar(word.end())});
        }
        begins = words.stream().mapToInt(w -> w[0]).toArray();
        ends = words.stream().mapToInt(w -> w[1]).toArray();
        readMarks(text);
    }

    /** Positions of the words that touch any of the stretches. */
    BitSet words(List<Stretch> stretches) {
        BitSet touched = new BitSet();
        for (Stretch s : stretches) {
            int found = Arrays.binarySearch(begins, s.begin());
            int i = Math.max(0, found >= 0 ? found : -found - 2);
            while (i < begins.length && begins[i] < s.end()) {
                if (ends[i] > s.begin()) {
                    touched.set(i);
                }
                i++;
            }
        }
        return touched;
    }

    /** direct, mixed or indirect: all, some or none of the words inside quotation marks. */
    QuoteKind kind(BitSet words) {
        int inside = (int) words.stream().filter(i -> quoted.get(begins[i])).count();
        return inside > 0 && inside == words.cardinality()
                ? QuoteKind.DIRECT
                : inside > 0 ? QuoteKind.MIXED : QuoteKind.INDIRECT;
    }

    String word(int i) {
        return points.substring(begins[i], ends[i]).toLowerCase(Locale.ROOT);
    }

    private void readMarks(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && BREAKS.indexOf(text.charAt(to)) < 0) {
                to++;
            }
            if (to < text.length()) {
                to += text.startsWith("\r\n", to) ? 2 : 1;
            }
            readMarks(text, from, to);
            from = to;
        }
    }

    private void readMarks(String text, int from, int to) {
        int start = -1;
        int i = from;
        while (i < to) {
            boolean twin = i + 1 < to && (text.startsWith("''", i) || text.startsWith("``", i));
            char c = twin ? '"' : text.charAt(i);
            int width = twin ? 2 : 1;
            if (MARKS.indexOf(c) >= 0) {
                int before = i > from ? text.codePointBefore(i) : -1;
                int after = i + width < to ? text.codePointAt(i + width) : -1;
                boolean opens = (before < 0 || " \t([—-".indexOf(before) >= 0) && !isSpace(after);
                boolean closes = before >= 0 && !isSpace(before) && !isAlphanumeric(after);
                boolean closer = c == '”' || c == '»';
                if (start < 0) {
                    boolean inches = c == '"' && width == 1 && Character.isDigit(before) && closes;
                    start = !inches && (!closer || (opens && !closes)) ? i : -1;
                } else if (closer || closes || (c == '"' && !(opens && isAlphanumeric(after)))) {
                    quoted.set(points.ofChar(start), points.ofChar(i + width));
                    start = -1;
                }
            }
            i += width;
        }
        if (start >= 0) {
            quoted.set(points.ofChar(start), points.ofChar(to));
        }
    }

    private static boolean isSpace(int c) {
        return c >= 0 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 0
                && (Character.isLetter(c)
                        || switch (Character.getType(c)) {
                            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                                true;
                            default -> false;
                        });
    }
}
