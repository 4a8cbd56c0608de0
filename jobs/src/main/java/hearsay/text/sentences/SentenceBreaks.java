package hearsay.text.sentences;

import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sentences of one paragraph, as spans over its tokens. A sentence ends at . ? ! or … with the closing marks after it, when
 * what follows begins like a sentence. Spark NLP's own detector tears closing quotation marks from their sentence and
 * glues a heading to the next line.
 */
public final class SentenceBreaks {
    private static final Set<String> STOPS = Set.of(".", "?", "!", "…", "...", "....");
    private static final Set<String> CLOSERS = Set.of("\"", "”", "’", "'", "''", ")", "]", "»");
    private static final Set<String> OPENERS =
            Set.of("\"", "“", "‘", "'", "``", "(", "[", "«", "—", "–", "-", "•", "*", "@", "#");

    /** Words that begin a sentence far oftener than a name, so that "the U.S. But" is two sentences and "U.S. Senate" is not. */
    private static final Set<String> STARTERS = WordLists.of("sentence-starters");

    /** Abbreviations that a name or number follows, never a new sentence. */
    private static final Set<String> TITLES = WordTable.of("abbreviations").words("leads").stream()
            .map(word -> word + ".")
            .collect(Collectors.toUnmodifiableSet());

    /** Marks that are looked through for the end of a sentence; nobody writes more in a row. */
    private static final int MOST_MARKS = 20;

    private SentenceBreaks() {}

    /**
     * Ends of the sentences, as indexes into {@code tokens} (exclusive); the last one is {@code tokens.size()}.
     *
     * @param tokens all tokens of one paragraph, in order
     */
    public static List<Integer> ends(String text, List<Span> tokens) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int end = endAfter(text, tokens, i);
            if (end > 0 && end < tokens.size()) {
                ends.add(end);
                i = end - 1;
            }
        }
        if (!tokens.isEmpty()) {
            ends.add(tokens.size());
        }
        return ends;
    }

    private static int endAfter(String text, List<Span> tokens, int i) {
        String word = word(text, tokens, i);
        boolean stop = STOPS.contains(word);
        boolean abbreviation = !stop && word.length() > 1 && word.endsWith(".");
        if ((!stop && !abbreviation) || TITLES.contains(word)) {
            return -1;
        }
        int next = i + 1;
        while (next < tokens.size() && next - i < MOST_MARKS && closes(text, tokens, next)) {
            next++;
        }
        if (next == tokens.size()) {
            return next;
        }
        // "Salon.com" and "p.m.Friday" have no blank at the stop
        if (tokens.get(next).begin() == tokens.get(next - 1).end() && !opens(text, tokens, next)) {
            return -1;
        }
        return abbreviation && next == i + 1
                ? STARTERS.contains(word(text, tokens, next)) && !isInitial(word) ? next : -1
                : beginsSentence(text, tokens, next) ? next : -1;
    }

    /** A mark that belongs to the sentence before: it stands right behind it, and is no opening mark. */
    private static boolean closes(String text, List<Span> tokens, int i) {
        String word = word(text, tokens, i);
        if (STOPS.contains(word)) {
            return true;
        }
        return CLOSERS.contains(word)
                && tokens.get(i).begin() == tokens.get(i - 1).end();
    }

    private static boolean opens(String text, List<Span> tokens, int i) {
        return OPENERS.contains(word(text, tokens, i));
    }

    private static boolean beginsSentence(String text, List<Span> tokens, int i) {
        int at = i;
        while (at < tokens.size() - 1 && at - i < MOST_MARKS && opens(text, tokens, at)) {
            at++;
        }
        int first = text.codePointAt(tokens.get(at).begin());
        return Character.isUpperCase(first)
                || Character.isDigit(first)
                || Character.isTitleCase(first)
                || (!Character.isLowerCase(first) && Character.isLetter(first));
    }

    private static boolean isInitial(String word) {
        return word.length() == 2;
    }

    private static String word(String text, List<Span> tokens, int i) {
        return text.substring(tokens.get(i).begin(), tokens.get(i).end());
    }
}
