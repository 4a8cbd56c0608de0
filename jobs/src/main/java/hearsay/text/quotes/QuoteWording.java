package hearsay.text.quotes;

import hearsay.tables.Quote;
import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said, as far as the marks, the case and the typography of an outlet do not matter: runs of words, with a gap
 * where the outlet left something out or put something in.
 *
 * @param pieces words in lower case with single blanks; one piece where nothing was left out
 */
public record QuoteWording(List<String> pieces) {
    private static final Pattern IN_MARKS = Pattern.compile("[\"“„«]([^\"“”„«»]+)[\"”»]?");
    /** What an editor put in brackets is short; without a bound brackets that nothing closes would take the square of the text. */
    private static final Pattern GAP = Pattern.compile("\\[[^\\]]{0,200}\\]|…|\\.\\s?\\.\\s?\\.?|\\*\\*\\*");

    private static final Pattern SILENT = Pattern.compile("['’‘`´]+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}%$€£]+");

    /** Of a direct or indirect quote all words of its parts, of a mixed one those inside marks. */
    public static QuoteWording of(Quote quote) {
        StringBuilder text = new StringBuilder();
        for (Span part : quote.parts() == null || quote.parts().isEmpty()
                ? List.of(new Span(quote.begin(), quote.end()))
                : quote.parts()) {
            text.append(
                            quote.text(),
                            Math.max(0, part.begin() - quote.begin()),
                            Math.min(quote.text().length(), part.end() - quote.begin()))
                    .append(' ');
        }
        if (quote.kind().equals(QuoteKind.MIXED.word())) {
            Matcher marked = IN_MARKS.matcher(text);
            List<String> inMarks = new ArrayList<>();
            while (marked.find()) {
                inMarks.add(marked.group(1));
            }
            return inMarks.isEmpty() ? of(text.toString()) : of(String.join(" … ", inMarks));
        }
        return of(text.toString());
    }

    public static QuoteWording of(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : GAP.split(text.toLowerCase(Locale.ROOT))) {
            String words = APART.matcher(SILENT.matcher(piece).replaceAll(""))
                    .replaceAll(" ")
                    .strip();
            if (!words.isEmpty()) {
                pieces.add(words);
            }
        }
        return new QuoteWording(pieces);
    }

    /** The wording as one string, gaps as "…". */
    public String key() {
        return String.join(" … ", pieces);
    }

    public static QuoteWording ofKey(String key) {
        return new QuoteWording(key.isEmpty() ? List.of() : List.of(key.split(" … ")));
    }

    public int words() {
        return pieces.stream().mapToInt(piece -> piece.split(" ").length).sum();
    }

    /** Whether this is a part of the other, its pieces in their order. */
    public boolean isWithin(QuoteWording other) {
        String whole = " " + other.key() + " ";
        int from = 0;
        for (String piece : pieces) {
            int at = whole.indexOf(" " + piece + " ", from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length() + 1;
        }
        return !pieces.isEmpty();
    }
}
