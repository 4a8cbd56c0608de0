package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The turns of a transcript: paragraphs that open with a name in capitals and a colon ("ANN LEE: We leave."). They are that person's
 * words though no marks enclose them. One such line is often a caption or a pointer to another page, so an article needs several, of
 * which one speaker has two.
 */
final class Turns {
    private static final int FEWEST = Weights.of("quotes").whole("turns_fewest");
    private static final int LONGEST_NAME = Weights.of("quotes").whole("turns_longest_name");
    private static final int LONGEST_LABEL = Weights.of("quotes").whole("turns_longest_label");
    private static final Set<String> NO_NAMES = WordLists.of("turn-labels-of-nobody");

    private final Words words;

    private Turns(Words words) {
        this.words = words;
    }

    /** The turns in the order of the text; none where the article is no transcript. */
    static List<Quotation> in(Words words) {
        return new Turns(words).find();
    }

    private List<Quotation> find() {
        List<Quotation> turns = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (int from = 0; from < words.size(); ) {
            int to = from + 1;
            while (to < words.size()
                    && words.at(to).paragraph() == words.at(from).paragraph()) {
                to++;
            }
            int name = endOfName(from, to);
            int colon = name == from ? -1 : colon(name, to);
            if (colon > 0 && colon + 1 < to) {
                Span said = words.span(colon + 1, to);
                turns.add(new Quotation(
                        List.of(said),
                        words.span(colon, colon + 1),
                        words.span(from, name),
                        QuoteKind.DIRECT,
                        List.of(said),
                        null));
                lines.merge(words.at(name - 1).text(), 1, Integer::sum);
            }
            from = to;
        }
        return turns.size() >= FEWEST && lines.size() > 1 && lines.size() < turns.size() ? turns : List.of();
    }

    private int endOfName(int from, int to) {
        int at = from;
        while (at < to && at - from < LONGEST_NAME && isCapitals(words.at(at))) {
            at++;
        }
        return at == from + 1 && words.at(from).text().length() < 3 ? from : at;
    }

    private boolean isCapitals(Word word) {
        String text = word.text();
        return text.length() > 1
                && text.equals(text.toUpperCase(Locale.ROOT))
                && text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().noneMatch(Character::isDigit)
                && !NO_NAMES.contains(word.lower());
    }

    /** The colon behind a name, or behind its role: "ANN LEE, host:", "LEE (on tape):"; -1 where there is none. */
    private int colon(int name, int to) {
        if (name >= to) {
            return -1;
        }
        String next = words.at(name).text();
        if (next.equals(":")) {
            return name;
        }
        if (!next.equals(",") && !next.equals("(")) {
            return -1;
        }
        for (int i = name + 1; i < to && i < name + LONGEST_LABEL; i++) {
            if (words.at(i).text().equals(":")) {
                return i;
            }
            if (".!?".contains(words.at(i).text()) || words.at(i).isInQuotes()) {
                return -1;
            }
        }
        return -1;
    }
}
