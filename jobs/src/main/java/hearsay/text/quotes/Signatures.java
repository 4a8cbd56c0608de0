package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.Set;

/**
 * Names under quotations that have a paragraph of their own: {@code “We leave.” Ann Lee, Road Weekly}, {@code “We leave.” — Ann Lee},
 * {@code “We leave.” Editorial Board, Road Weekly}.
 */
final class Signatures {
    private static final Set<String> SMALL = WordLists.of("title-small-words");
    private static final Set<String> DASHES = Set.of("—", "–", "-", "--", "―");
    private static final int LONGEST = Weights.of("quotes").whole("signature_longest");

    private final Words words;

    Signatures(Words words) {
        this.words = words;
    }

    /** The name that signs a quotation, without the outlet behind its comma; null where none does. */
    Range under(Piece piece) {
        boolean opens = piece.from == 0
                || words.at(piece.from - 1).paragraph() != words.at(piece.from).paragraph();
        if (!piece.marked
                || !opens
                || piece.to >= words.size()
                || words.at(piece.from).isInTitle()) {
            return null;
        }
        int from = piece.to;
        int paragraph = words.at(from).paragraph();
        if (paragraph > words.at(piece.to - 1).paragraph() + 1) {
            return null;
        }
        boolean dashed = DASHES.contains(words.at(from).text());
        from += dashed ? 1 : 0;
        int to = from;
        int comma = -1;
        boolean named = false;
        while (to < words.size() && words.at(to).paragraph() == paragraph) {
            Word word = words.at(to);
            if (comma < 0 && to > from && word.text().equals(",")) {
                comma = to;
            } else if (to - from >= LONGEST || word.isInQuotes() || !mayStand(word)) {
                return null;
            }
            named |= word.isName();
            to++;
        }
        boolean board = to > from + 1 && words.at(from + 1).lower().equals("board");
        if (!named || to - from < 2 || !words.at(from).isCapital() || (comma < 0 && !dashed)) {
            return null;
        }
        return comma < 0 || board ? new Range(from, to) : comma > from + 1 ? new Range(from, comma) : null;
    }

    private static boolean mayStand(Word word) {
        return word.isCapital() || SMALL.contains(word.lower()) || "&.".contains(word.text());
    }
}
