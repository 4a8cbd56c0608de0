package hearsay.text.sentences;

import hearsay.tables.Ids;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The lines of a text that boilerplate of its outlet can be: near the beginning or the end, short, with letters, and without
 * quotation marks, for a statement that every follow-up tells again is news.
 */
public final class EdgeLines {
    private static final int FIRST = 5;
    private static final int LAST = 10;
    private static final Pattern QUOTATION = Pattern.compile("[\"\u2018\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private EdgeLines() {}

    /**
     * A line.
     *
     * @param begin first char, as in {@link Paragraphs}
     * @param line  hash of its words: lines that differ in numbers, blanks or case only are the same
     */
    public record EdgeLine(int begin, String line) {}

    /** @param mostWords words of the longest line that may be boilerplate */
    public static List<EdgeLine> of(String text, int mostWords) {
        List<Span> lines = Paragraphs.lines(text);
        List<EdgeLine> edges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i < FIRST || i >= lines.size() - LAST) {
                String line = text.substring(lines.get(i).begin(), lines.get(i).end());
                if (isShort(line, mostWords)
                        && LETTER.matcher(line).find()
                        && !QUOTATION.matcher(line).find()) {
                    String words = BLANKS.matcher(NUMBER.matcher(line.toLowerCase(Locale.ROOT))
                                    .replaceAll("0"))
                            .replaceAll(" ");
                    edges.add(new EdgeLine(lines.get(i).begin(), Ids.hash(words)));
                }
            }
        }
        return edges;
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
