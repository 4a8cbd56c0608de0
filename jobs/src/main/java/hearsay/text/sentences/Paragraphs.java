package hearsay.text.sentences;

import hearsay.tables.Ids;
import hearsay.tables.SentenceKind;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The paragraphs of an article: its non-blank lines, each marked with what it is. Nothing is cut from the text; boilerplate is
 * marked, so that no names and quotes are taken from it.
 */
public final class Paragraphs {
    /** A headline or heading is one line of at most this many words that no full stop ends. */
    private static final int HEADING_WORDS = 18;

    /** A paragraph of fewer words may stand twice without being a repeat: "Yes, he said." */
    private static final int REPEAT_WORDS = 6;

    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…:;,][\"”’')\\]]*$");

    private Paragraphs() {}

    public record Paragraph(int begin, int end, SentenceKind kind) {}

    /**
     * The paragraphs in order, without the blanks around them. A dateline before the first sentence, "LONDON (Reuters) -", is a
     * paragraph of its own.
     *
     * @param title     the headline the file gave apart from the text, or null
     * @param furniture first chars of the lines that are boilerplate of the outlet
     */
    public static List<Paragraph> in(String text, String title, Set<Integer> furniture) {
        List<Span> lines = lines(text);
        List<Paragraph> paragraphs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean started = false;
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            String words = text.substring(line.begin(), line.end());
            SentenceKind kind = furniture.contains(line.begin())
                    ? SentenceKind.BOILERPLATE
                    : kind(words, title, started, i == lines.size() - 1, seen);
            started |= kind != SentenceKind.BOILERPLATE;
            int dateline = kind == SentenceKind.BODY ? Furniture.dateline(words) : 0;
            if (dateline > 0) {
                int end = line.begin()
                        + words.substring(0, dateline).stripTrailing().length();
                paragraphs.add(new Paragraph(line.begin(), end, SentenceKind.BOILERPLATE));
                paragraphs.add(new Paragraph(line.begin() + dateline, line.end(), kind));
            } else {
                paragraphs.add(new Paragraph(line.begin(), line.end(), kind));
            }
        }
        return paragraphs;
    }

    /** The non-blank lines, without the blanks around them. */
    public static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = from;
            while (to < text.length() && !isLineBreak(text.charAt(to))) {
                to++;
            }
            int begin = from;
            int end = to;
            while (begin < end && isBlank(text.charAt(begin))) {
                begin++;
            }
            while (end > begin && isBlank(text.charAt(end - 1))) {
                end--;
            }
            if (begin < end) {
                lines.add(new Span(begin, end));
            }
        }
        return lines;
    }

    private static boolean isLineBreak(char c) {
        return c == '\r' || c == '\n' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static SentenceKind kind(String line, String title, boolean started, boolean last, Set<String> seen) {
        if ((!started && Headline.isHeader(line)) || Furniture.isLine(line)) {
            return SentenceKind.BOILERPLATE;
        }
        String words = Ids.normalised(line);
        int count = words.split(" ").length;
        if (!seen.add(words) && count >= REPEAT_WORDS) {
            return SentenceKind.REPEAT;
        }
        if (!started
                && ((title != null && words.equals(Ids.normalised(title)))
                        || (looksLikeHeading(line, count) && !last))) {
            return SentenceKind.TITLE;
        }
        return !last && looksLikeHeading(line, count) ? SentenceKind.HEADING : SentenceKind.BODY;
    }

    private static boolean looksLikeHeading(String line, int words) {
        return words <= HEADING_WORDS
                && !ENDS_SENTENCE.matcher(line).find()
                && Character.isLetterOrDigit(line.codePointAt(0));
    }
}
