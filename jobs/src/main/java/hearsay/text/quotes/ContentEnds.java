package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mends where a content that the model marked begins and ends: the narrator goes on behind it, or its last phrase is cut. Counted on
 * the held-out articles of PolNeAR's training part and on judged rows of real articles.
 */
final class ContentEnds {
    private static final int LONGEST_REST = Weights.of("quotes").whole("content_longest_rest");
    private static final Set<String> DASHES = Set.of("—", "–", "-", "--");
    private static final Set<String> DASH_TAILS = WordLists.of("dash-tails");
    private static final Set<String> DANGLING = WordLists.of("dangling-conjunctions");
    private static final Set<String> UNFINISHED = WordLists.of("unfinished-phrases");

    private final Words words;

    ContentEnds(Words words) {
        this.words = words;
    }

    /** The pieces in order, with other ends; what the narrator says behind one is left out. */
    List<Piece> mended(List<Piece> pieces) {
        List<Piece> mended = new ArrayList<>();
        for (int p = 0; p < pieces.size(); p++) {
            Piece piece = pieces.get(p);
            if (!piece.fromModel) {
                mended.add(piece);
                continue;
            }
            int limit = p + 1 < pieces.size() ? pieces.get(p + 1).from : words.size();
            List<Piece> quotedBehind = cutBehindQuotation(piece);
            if (quotedBehind.isEmpty()) {
                complete(piece, limit);
            }
            cutTail(piece);
            if (piece.to < limit) {
                cutDangling(piece);
            }
            if (piece.from < piece.to) {
                mended.add(piece);
            }
            mended.addAll(quotedBehind);
        }
        return mended;
    }

    /**
     * "called it “absurd.” His supporters seemed unmoved": a quotation has closed the sentence, and the narrator goes on. Where the
     * next sentence ends in a quotation with a comma, it is attributed anew.
     *
     * @return what the next sentence quotes, in pieces of its own
     */
    private List<Piece> cutBehindQuotation(Piece piece) {
        boolean anew = words.at(piece.to - 1).isInQuotes()
                && piece.to - 2 > piece.from
                && words.at(piece.to - 2).text().equals(",");
        List<Piece> behind = new ArrayList<>();
        for (int i = piece.to - 1; i > piece.from + 1 && (anew || !words.at(i).isInQuotes()); i--) {
            if (words.at(i).isInQuotes()) {
                continue;
            }
            boolean opens = i + 1 < words.size() && words.at(i + 1).isInQuotes() && i + 1 < piece.to;
            if (opens) {
                behind.add(0, new Piece(i + 1, endOfQuotation(i + 1, piece.to), false, true));
            }
            Word last = words.at(i - 1);
            boolean closed = last.isInQuotes()
                    && last.end() == words.quoted.get(last.quoted()).end()
                    && ".?!".contains(words.at(i - 2).text());
            if (closed && words.at(i).isCapital()) {
                piece.to = i;
                piece.marked = isInMarks(piece);
                return behind;
            }
        }
        return List.of();
    }

    private int endOfQuotation(int from, int limit) {
        int to = from + 1;
        while (to < limit && words.at(to).quoted() == words.at(from).quoted()) {
            to++;
        }
        return to;
    }

    private boolean isInMarks(Piece piece) {
        for (int i = piece.from; i < piece.to; i++) {
            if (!words.at(i).isInQuotes()) {
                return false;
            }
        }
        return true;
    }

    /** "the director Michael | Hayden", "in | a poll": a phrase that the model has cut goes on to the next pause. */
    private void complete(Piece piece, int limit) {
        if (piece.to >= limit || piece.to >= words.size()) {
            return;
        }
        Word last = words.at(piece.to - 1);
        Word next = words.at(piece.to);
        boolean cut = UNFINISHED.contains(last.lower())
                || next.lower().equals("'s")
                || next.lower().equals("’s")
                || (last.isName() && next.entity().startsWith("I-"));
        if (last.isInQuotes() || !cut || next.paragraph() != last.paragraph()) {
            return;
        }
        int end = piece.to;
        while (end < limit
                && end < piece.to + LONGEST_REST
                && words.at(end).attribution().equals("O")
                && words.frame(end) == words.frame(piece.to - 1)
                && !",.;:?!()—–--".contains(words.at(end).text())) {
            end++;
        }
        while (end < limit
                && words.at(end - 1).isInQuotes()
                && words.at(end).quoted() == words.at(end - 1).quoted()) {
            end++;
        }
        piece.to = end;
    }

    /** "— while faulting the bureau", "; in fact, six were stopped": behind a pause the narrator adds what he thinks. */
    private void cutTail(Piece piece) {
        for (int i = piece.from + 1; i < piece.to; i++) {
            Word word = words.at(i);
            if (word.isInQuotes()) {
                continue;
            }
            boolean corrected = word.text().equals(";")
                    && i + 2 < piece.to
                    && words.at(i + 1).lower().equals("in")
                    && Set.of("fact", "reality", "truth")
                            .contains(words.at(i + 2).lower());
            if (corrected || (DASHES.contains(word.text()) && isTail(i, piece.to))) {
                piece.to = i;
            }
        }
    }

    private boolean isTail(int dash, int to) {
        if (dash + 1 >= to) {
            return true;
        }
        Word next = words.at(dash + 1);
        for (int i = dash + 1; i < to; i++) {
            if (words.at(i).isInQuotes() || DASHES.contains(words.at(i).text())) {
                return false;
            }
        }
        return DASH_TAILS.contains(next.lower())
                || (next.lower().endsWith("ing") && next.lower().length() > 5 && !next.isCapital());
    }

    /** "..., though": a conjunction that nothing follows. */
    private void cutDangling(Piece piece) {
        int to = piece.to;
        while (to > piece.from + 1
                && !words.at(to - 1).isInQuotes()
                && (DANGLING.contains(words.at(to - 1).lower())
                        || (to < piece.to && words.at(to - 1).lower().equals("even"))
                        || (to < piece.to && ",;".contains(words.at(to - 1).text()))
                        || DASHES.contains(words.at(to - 1).text()))) {
            to--;
        }
        piece.to = to;
    }
}
