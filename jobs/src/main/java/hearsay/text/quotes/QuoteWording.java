package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.tables.Quote;
import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** "[t]he" is "the". */
    private static final Pattern LETTER = Pattern.compile("\\[(\\p{L})\\](?=\\p{L})");

    private static final Set<String> FUNCTION_WORDS = WordLists.of("function-words");
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
        for (String piece :
                GAP.split(LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("$1"))) {
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

    /** Its words that are not everybody's, each once. */
    public Set<String> content() {
        return pieces.stream()
                .flatMap(piece -> Stream.of(piece.split(" ")))
                .filter(word -> !FUNCTION_WORDS.contains(word))
                .collect(Collectors.toSet());
    }

    /** The {@link #content} of what it shares with the other in runs of so many words. */
    public Set<String> contentInCommon(QuoteWording other, int run) {
        Set<String> runs = new HashSet<>();
        other.pieces.forEach(piece -> runs.addAll(runs(List.of(piece.split(" ")), run)));
        Set<String> common = new HashSet<>();
        for (String piece : pieces) {
            List<String> own = runs(List.of(piece.split(" ")), run);
            own.stream().filter(runs::contains).forEach(shared -> common.addAll(List.of(shared.split(" "))));
        }
        common.removeAll(FUNCTION_WORDS);
        return common;
    }

    private static List<String> runs(List<String> words, int length) {
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(from -> String.join(" ", words.subList(from, from + length)))
                .toList();
    }
}
