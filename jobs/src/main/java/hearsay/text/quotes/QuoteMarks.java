package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stretches of a text that stand inside quotation marks: straight, curly, low and angular ones, the {@code ''} and
 * {@code ``} of wire copy, and single marks where no double ones enclose them.
 *
 * <p>Paragraphs are read one by one, in linear time. A mark left open runs to the end of its paragraph when the next
 * paragraph opens with a mark again (a quotation over several paragraphs); otherwise its closing mark was forgotten,
 * and it ends before the words that attribute it, else with its paragraph, but never more than {@link #LONGEST_OPEN}
 * chars on.
 */
public final class QuoteMarks {
    static final int LONGEST_OPEN = Weights.of("quotes").whole("marks_longest_open");
    private static final int LONGEST_SINGLE = Weights.of("quotes").whole("marks_longest_single");
    private static final String DOUBLE = "\"“”„‟«»";
    private static final String BEFORE_OPENING = " \t\u00a0([{—–-/";
    private static final Pattern ELISION = Pattern.compile(
            "['‘’](?:\\d|em\\b|tis\\b|twas\\b|til\\b|till\\b|cause\\b|n['’]|bout\\b|round\\b|un\\b|s\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORTENED =
            Pattern.compile("(?i)an|n|o|th|wi|ol|fo|mo|po|\\p{L}{2,}in"); // "askin'", not "in"
    private static final Pattern ATTRIBUTION = Pattern.compile("[,?!.—]\\s+(?="
            + "(?:(?:he|she|they|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\\. )?\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,3}) )"
            + "(?:said|says|added|told|asked|wrote|explained|noted)\\b|(?:said|says|added) \\p{Lu})");

    private QuoteMarks() {}

    /**
     * One stretch inside marks.
     *
     * @param begin     the opening mark
     * @param end       after the closing mark, or where the stretch ends without one
     * @param innerBegin the first char inside
     * @param innerEnd  after the last char inside
     * @param closed    a closing mark was found
     * @param continues it goes on from the stretch before it, left open at the end of the paragraph before
     * @param single    its marks are single ones
     */
    public record Quoted(
            int begin, int end, int innerBegin, int innerEnd, boolean closed, boolean continues, boolean single) {}

    /** The stretches of the text inside marks, in order, not overlapping; offsets into the text. */
    public static List<Quoted> in(String text, List<Span> paragraphs) {
        List<Quoted> found = new ArrayList<>();
        boolean open = false;
        for (int p = 0; p < paragraphs.size(); p++) {
            Span paragraph = paragraphs.get(p);
            boolean nextOpens = p + 1 < paragraphs.size() && opensAt(text, paragraphs.get(p + 1));
            List<Quoted> here = new Paragraph(text, paragraph, true).read(nextOpens);
            if (here == null) {
                here = new Paragraph(text, paragraph, false).read(nextOpens);
            }
            for (int q = 0; q < here.size(); q++) {
                Quoted quoted = here.get(q);
                boolean continues = open
                        && q == 0
                        && text.substring(paragraph.begin(), quoted.begin()).isBlank();
                found.add(ended(text, quoted, paragraph, continues, nextOpens));
            }
            open = nextOpens && !here.isEmpty() && !here.get(here.size() - 1).closed();
        }
        return found;
    }

    private static Quoted ended(String text, Quoted q, Span paragraph, boolean continues, boolean nextOpens) {
        int end = q.end();
        if (!q.closed() && !nextOpens) {
            end = Math.min(end, q.begin() + LONGEST_OPEN);
            Matcher said = ATTRIBUTION.matcher(text).region(q.innerBegin(), end);
            end = said.find() ? said.start() + 1 : end;
            while (end < paragraph.end() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
        }
        int innerEnd = q.closed() ? q.innerEnd() : end;
        return new Quoted(q.begin(), end, q.innerBegin(), innerEnd, q.closed(), continues, q.single());
    }

    private static boolean opensAt(String text, Span paragraph) {
        int i = paragraph.begin();
        while (i < paragraph.end() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < paragraph.end()
                && ("\"“„‟«".indexOf(text.charAt(i)) >= 0 || text.startsWith("''", i) || text.startsWith("``", i));
    }

    /** One pass over one paragraph. */
    private static final class Paragraph {
        private final String text;
        private final int from;
        private final int to;
        private final boolean nesting;
        private final List<Quoted> found = new ArrayList<>();
        private int open = -1;
        private int openWidth;
        private int depth;
        private boolean nested;
        private int singlesFrom;

        Paragraph(String text, Span paragraph, boolean nesting) {
            this.text = text;
            this.from = paragraph.begin();
            this.to = paragraph.end();
            this.nesting = nesting;
        }

        /**
         * The stretches, the last one perhaps open; null where the marks nest but do not balance, unless all that lacks is the
         * last mark of a quotation that goes on in the next paragraph.
         */
        List<Quoted> read(boolean nextOpens) {
            int i = from;
            while (i < to) {
                int width = doubleMark(i);
                if (width > 0) {
                    mark(i, width);
                    i += width;
                } else if (open < 0 && (text.charAt(i) == '\'' || text.charAt(i) == '‘')) {
                    i = single(i);
                } else {
                    i++;
                }
            }
            if (open >= 0) {
                if (nested && nesting && !(nextOpens && depth == 1)) {
                    return null;
                }
                add(to, 0, false, false);
            }
            return found;
        }

        private int doubleMark(int i) {
            if (open >= 0 && text.startsWith("'''", i) && i + 2 < to) {
                return 0; // a single quotation ends inside, then the double one
            }
            if (i + 1 < to && (text.startsWith("''", i) || text.startsWith("``", i))) {
                return 2;
            }
            return DOUBLE.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }

        private void mark(int i, int width) {
            char c = width == 2 ? '"' : text.charAt(i);
            char before = i > from ? text.charAt(i - 1) : ' ';
            char after = i + width < to ? text.charAt(i + width) : ' ';
            boolean opens = (BEFORE_OPENING.indexOf(before) >= 0 || isMark(before)) && !Character.isWhitespace(after);
            boolean closes = !Character.isWhitespace(before) && !Character.isLetterOrDigit(after);
            if (c == '"' && width == 1 && isInches(i, before, closes)) {
                return;
            }
            if (open < 0 && c == '»' && Character.isWhitespace(before) && Character.isWhitespace(after)) {
                return; // a bullet
            }
            if (open < 0) {
                boolean stray = closes && (!opens || "”»".indexOf(c) >= 0) && "“„«".indexOf(c) < 0;
                if (!stray && !(c == '“' && closes && !opens)) {
                    begin(i, width);
                }
            } else if ((c == '“' || c == '„') && opens && !closes) {
                nested = true;
                if (nesting) {
                    depth++;
                } else { // the mark before was never closed
                    add(i, 0, true, false);
                    begin(i, width);
                }
            } else if ("”»".indexOf(c) >= 0 || closes || (c == '"' && !(opens && Character.isLetterOrDigit(after)))) {
                depth--;
                if (depth <= 0) {
                    add(i + width, width, true, false);
                }
            }
        }

        private void begin(int i, int width) {
            open = i;
            openWidth = width;
            depth = 1;
        }

        private void add(int end, int width, boolean closed, boolean single) {
            int last = end;
            while (width == 0 && last > open + openWidth && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            found.add(new Quoted(open, last, open + openWidth, last - width, closed, false, single));
            open = -1;
        }

        /** Height as 6'4" anywhere; a plain 12" only outside quotations, where nothing is open to be closed. */
        private boolean isInches(int i, char before, boolean closes) {
            if (!Character.isDigit(before) || !closes) {
                return false;
            }
            int j = i - 1;
            while (j >= from && (Character.isDigit(text.charAt(j)) || ".½¼¾".indexOf(text.charAt(j)) >= 0)) {
                j--;
            }
            return open < 0
                    || (j > from && "'’′".indexOf(text.charAt(j)) >= 0 && Character.isDigit(text.charAt(j - 1)));
        }

        private boolean isMark(char c) {
            return DOUBLE.indexOf(c) >= 0 || c == '\'' || c == '‘' || c == '`';
        }

        /** Reads a single mark outside double ones; where it opens nothing, goes on behind it. */
        private int single(int i) {
            char before = i > from ? text.charAt(i - 1) : ' ';
            char after = i + 1 < to ? text.charAt(i + 1) : ' ';
            boolean opens = (BEFORE_OPENING.indexOf(before) >= 0 || isMark(before)) && Character.isLetterOrDigit(after);
            if (!opens || i < singlesFrom || ELISION.matcher(text).region(i, to).lookingAt()) {
                return i + 1;
            }
            int end = singleEnd(i + 1);
            if (end < 0) {
                singlesFrom = Math.min(to, i + LONGEST_SINGLE); // no closing mark up to there: do not look again
                return i + 1;
            }
            begin(i, 1);
            add(end + 1, 1, true, true);
            return end + 1;
        }

        /** Whether the word before a mark is one that speakers shorten: "an'", "goin'". */
        private boolean isShortened(int begin, int mark) {
            int from = mark;
            while (from > begin && Character.isLetter(text.charAt(from - 1))) {
                from--;
            }
            return SHORTENED.matcher(text).region(from, mark).matches();
        }

        private boolean isFollowedByWord(int i) {
            return i + 1 < to && text.charAt(i) == ' ' && Character.isLowerCase(text.charAt(i + 1));
        }

        /**
         * The closing single mark, or -1. An s before it may be a possessive, and a shortened word goes on: the next mark is asked
         * first.
         */
        private int singleEnd(int i) {
            int possessive = -1;
            int limit = Math.min(to, i + LONGEST_SINGLE);
            for (int j = i; j < limit; j++) {
                char c = text.charAt(j);
                if ((DOUBLE.indexOf(c) >= 0 || c == '‘') && possessive >= 0) {
                    return possessive;
                }
                if (c != '\'' && c != '’') {
                    continue;
                }
                char before = text.charAt(j - 1);
                boolean wordGoesOn = j + 1 < to && Character.isLetterOrDigit(text.charAt(j + 1));
                if (wordGoesOn || Character.isWhitespace(before) || j == i) {
                    continue;
                }
                boolean mayGoOn = before == 's' || (isShortened(i, j) && isFollowedByWord(j + 1));
                if (!mayGoOn || (j + 1 < to && ",.;:!?".indexOf(text.charAt(j + 1)) >= 0)) {
                    return j;
                }
                possessive = possessive < 0 ? j : possessive;
            }
            return possessive;
        }
    }
}
