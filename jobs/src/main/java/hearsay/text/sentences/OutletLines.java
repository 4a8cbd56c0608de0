package hearsay.text.sentences;

import hearsay.tables.Ids;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The lines of a text that boilerplate of its outlet can be: short, with letters, and without quotation marks, for a statement
 * that every follow-up tells again is news. Those near the beginning or the end are told from those in the middle, which more
 * stories must have: follow-ups repeat what happened before.
 */
public final class OutletLines {
    private static final int FIRST = 5;
    private static final int LAST = 10;
    private static final Pattern QUOTATION = Pattern.compile("[\"\u2018\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private OutletLines() {}

    /**
     * A line.
     *
     * @param begin first char, as in {@link Paragraphs}
     * @param line  hash of its words: lines that differ in numbers, blanks or case only are the same
     * @param edge  whether it stands near the beginning or the end
     */
    public record OutletLine(int begin, String line, boolean edge) {}

    /** @param mostWords words of the longest line that may be boilerplate */
    public static List<OutletLine> of(String text, int mostWords) {
        List<Span> lines = Paragraphs.lines(text);
        List<OutletLine> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = text.substring(lines.get(i).begin(), lines.get(i).end());
            if (isShort(line, mostWords)
                    && LETTER.matcher(line).find()
                    && !QUOTATION.matcher(line).find()) {
                String words = BLANKS.matcher(
                                NUMBER.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("0"))
                        .replaceAll(" ");
                boolean edge = i < FIRST || i >= lines.size() - LAST;
                found.add(new OutletLine(lines.get(i).begin(), Ids.hash(words), edge));
            }
        }
        return found;
    }

    /** Most lines are paragraphs, too long by far: they are told at a glance. */
    private static boolean isShort(String line, int mostWords) {
        int words = 0;
        for (int i = 0; i < line.length() && words <= mostWords; i++) {
            if (!Paragraphs.isBlank(line.charAt(i)) && (i == 0 || Paragraphs.isBlank(line.charAt(i - 1)))) {
                words++;
            }
        }
        return words <= mostWords;
    }
}
