package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Quotations within quotations: what a speaker says that somebody else said. */
final class Nested {
    private static final int FEWEST_WORDS = Weights.of("quotes").whole("nested_fewest_words");
    private static final int REACH = Weights.of("quotes").whole("nested_cue_reach");
    private static final double LEAST_WEIGHT = Weights.of("quotes").number("nested_cue_least_weight");
    private static final int LONGEST = Weights.of("quotes").whole("nested_longest");
    private static final Set<String> PAUSES = Set.of(",", ":", "that");
    private static final Set<String> OWN = Set.of("i", "we", "you", "me", "us");

    private final Words words;

    private Nested(Words words) {
        this.words = words;
    }

    /**
     * The quotations with turns of a transcript or announced blocks around them and with those that stand in single marks inside them.
     *
     * @param found in the order of the text
     * @param turns of {@link Turns#in} or {@link Blocks#find}
     */
    static List<Quotation> in(Words words, List<Quotation> found, List<Quotation> turns) {
        List<Quotation> all = new ArrayList<>(turns);
        Nested nested = new Nested(words);
        int t = 0;
        for (Quotation quotation : found) {
            while (t < turns.size() && turns.get(t).end() <= quotation.begin()) {
                t++;
            }
            Quotation turn = t < turns.size() && opening(turns.get(t)) < quotation.end() ? turns.get(t) : null;
            if (turn == null) {
                all.add(quotation);
                all.addAll(nested.inside(quotation));
            } else if (nested.isAnothers(quotation, turn)) {
                all.add(inside(quotation, turn));
            }
        }
        all.sort(Comparator.comparingInt(Quotation::begin).thenComparingInt(Quotation::end));
        return all;
    }

    /** Where the label of a turn begins, or the words of a block. */
    private static int opening(Quotation turn) {
        return turn.cue().end() <= turn.begin() && turn.cue().end() - turn.cue().begin() == 1
                ? turn.source().begin()
                : turn.begin();
    }

    /** Is it said by somebody else than the one whose turn it stands in? */
    private boolean isAnothers(Quotation quotation, Quotation turn) {
        return quotation.begin() >= turn.begin()
                && quotation.end() <= turn.end()
                && (quotation.begin() > turn.begin() || quotation.end() < turn.end())
                && quotation.source() != null
                && quotation.source().begin() >= turn.begin()
                && !OWN.contains(
                        words.at(words.wordAt(quotation.source().begin())).lower());
    }

    private static Quotation inside(Quotation quotation, Quotation outer) {
        return new Quotation(
                quotation.parts(),
                quotation.cue(),
                quotation.source(),
                quotation.kind(),
                quotation.verbatim(),
                new Span(outer.begin(), outer.end()));
    }

    private List<Quotation> inside(Quotation outer) {
        List<Quotation> inner = new ArrayList<>();
        for (Span span : outer.verbatim()) {
            int from = words.wordAt(span.begin());
            int to = words.wordAt(span.end() - 1) + 1;
            for (int i = from + 2; i < to; i++) {
                int end = opens(i) ? closing(i, to) : -1;
                Quotation quotation = end < 0 ? null : quotation(i, end, from, outer);
                if (quotation != null) {
                    inner.add(quotation);
                    i = end;
                }
            }
        }
        return inner;
    }

    private boolean opens(int i) {
        Word word = words.at(i);
        return (word.text().equals("‘") || word.text().equals("'"))
                && word.begin() > words.at(i - 1).end()
                && i + 1 < words.size()
                && words.at(i + 1).begin() == word.end();
    }

    /** The closing single mark behind a comma or stop; -1 where there is none, or where a name or a phrase is in marks. */
    private int closing(int open, int to) {
        for (int i = open + 1; i < to && i < open + LONGEST; i++) {
            Word word = words.at(i);
            if ((word.text().equals("’") || word.text().equals("'"))
                    && word.begin() == words.at(i - 1).end()) {
                if (",.?!".contains(words.at(i - 1).text())) {
                    return i;
                }
                if (!words.at(i - 1).lower().endsWith("s")) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private Quotation quotation(int open, int close, int low, Quotation outer) {
        int count = 0;
        for (int i = open; i < close; i++) {
            count += words.at(i).isWord() ? 1 : 0;
        }
        boolean announced = PAUSES.contains(words.at(open - 1).lower())
                || SpeechVerbs.of(words.at(open - 1).lower()) != null;
        int cue = count < FEWEST_WORDS || !announced ? -1 : cue(open, low);
        int source = cue < 0 ? -1 : source(cue, low);
        if (source < 0 || OWN.contains(words.at(source).lower())) {
            return null;
        }
        Span said = words.span(open, close + 1);
        int first = words.at(open).end();
        int last = words.at(close).begin();
        return new Quotation(
                List.of(said),
                words.span(cue, cue + 1),
                words.span(source, cue),
                QuoteKind.DIRECT,
                List.of(new Span(first, last)),
                new Span(outer.begin(), outer.end()));
    }

    /** The verb of speech shortly before the mark, only an addressee between them, or -1. */
    private int cue(int open, int low) {
        for (int i = open - 1; i > low && i >= open - REACH; i--) {
            SpeechVerbs.Verb verb = SpeechVerbs.of(words.at(i).lower());
            if (verb != null && verb.weight() >= LEAST_WEIGHT && !verb.gerund() && !verb.bare()) {
                return i;
            }
            if (".?!;".contains(words.at(i).text())) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the pronoun or name right before the verb begins, or -1. */
    private int source(int cue, int low) {
        int last = cue - 1;
        if (Subjects.PRONOUNS.contains(words.at(last).lower())) {
            return last;
        }
        int from = cue;
        while (from > low
                && (words.at(from - 1).isName() || words.at(from - 1).text().equals("."))) {
            from--;
        }
        return from < cue && words.at(from).isName() ? from : -1;
    }
}
