package hearsay.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text addressed by code points, as brat and the scorer do; Java's own offsets count UTF-16 units. */
final class CodePoints {
    final String text;
    private final int[] points;
    private final int[] charOf;

    CodePoints(String text) {
        this.text = text;
        points = text.codePoints().toArray();
        charOf = new int[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            charOf[i + 1] = charOf[i] + Character.charCount(points[i]);
        }
    }

    int length() {
        return points.length;
    }

    /** The char offset of a code point; offsets behind the end are the end. */
    int toChar(int point) {
        return charOf[Math.max(0, Math.min(point, points.length))];
    }

    /** The number of code points before a char. */
    int ofChar(int offset) {
        int found = Arrays.binarySearch(charOf, offset);
        return found >= 0 ? found : -found - 1;
    }

    String substring(int begin, int end) {
        return begin >= end ? "" : text.substring(toChar(begin), toChar(end));
    }

    /** Do the stretches, joined by blanks, read so? Blanks of any kind and number are one. */
    boolean reads(List<Stretch> stretches, String words) {
        String read = stretches.stream().map(s -> substring(s.begin(), s.end())).collect(Collectors.joining(" "));
        return squash(read).equals(squash(words));
    }

    static String squash(String words) {
        return words.replaceAll("(?U)\\s+", " ").strip();
    }

    /** The occurrence of the words that begins nearest to the code point, blanks being flexible; null where there is none. */
    Stretch nearest(String words, int at) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String pattern =
                Stream.of(words.strip().split("(?U)\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        Matcher found =
                Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS).matcher(text);
        Stretch nearest = null;
        while (found.find()) {
            Stretch here = new Stretch(ofChar(found.start()), ofChar(found.end()));
            if (nearest == null || Math.abs(here.begin() - at) < Math.abs(nearest.begin() - at)) {
                nearest = here;
            }
        }
        return nearest;
    }

    /** From the ways a file may count to code points: code points, UTF-8 bytes, UTF-16 units, lines that ended in CRLF. */
    List<IntUnaryOperator> units() {
        return List.of(
                offset -> offset,
                counting(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4),
                counting(Character::charCount),
                counting(c -> c == '\n' ? 2 : 1));
    }

    private IntUnaryOperator counting(IntUnaryOperator width) {
        int[] before = new int[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            before[i + 1] = before[i] + width.applyAsInt(points[i]);
        }
        return offset -> {
            int found = Arrays.binarySearch(before, offset);
            return Math.min(found >= 0 ? found : -found - 1, points.length);
        };
    }
}
