package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Words.Word;
import java.util.Comparator;
import java.util.List;

/** Takes from what a cue introduces the narrator's words that stand beside a whole sentence in quotation marks. */
final class NarratorWords {
    private static final int WHOLE = Weights.of("quotes").whole("marks_whole_sentence");

    private final Words words;

    NarratorWords(Words words) {
        this.words = words;
    }

    /** Drops pieces of the link and words at their beginning; a piece in marks always stays. */
    void leave(Link link) {
        if (link.cue == null) {
            return;
        }
        List<Piece> pieces = link.pieces;
        pieces.removeIf(piece -> pieces.size() > 1
                && link.source != null
                && !isPlain(piece)
                && link.source.from() <= piece.from
                && piece.to <= link.source.to());
        int said = link.source == null ? link.cue.from() : Math.min(link.cue.from(), link.source.from());
        int attributed = link.source == null ? link.cue.to() : Math.max(link.cue.to(), link.source.to());
        if (pieces.stream().anyMatch(piece -> piece.from >= said && announcedAt(piece.from))) {
            pieces.removeIf(piece -> piece.to <= said && isPlain(piece));
        }
        boolean spoken = pieces.stream().anyMatch(piece -> piece.to <= said && closesWithPause(piece));
        if (spoken) {
            pieces.removeIf(piece -> piece.from >= attributed && isPlain(piece));
        }
        pieces.removeIf(piece -> piece.from >= link.cue.to()
                && isPlain(piece)
                && !words.at(piece.from).lower().equals("that")
                && pieces.stream().anyMatch(next -> isJust(piece.to, next.from) && announcedAt(next.from)));
        for (Piece piece : pieces) {
            piece.from = piece.from >= link.cue.to() ? announced(piece) : piece.from;
        }
        pieces.sort(Comparator.comparingInt(piece -> piece.from));
    }

    /** "said in the spring, when the story broke, “I did not.”": where the sentence in marks begins, or the piece itself. */
    private int announced(Piece piece) {
        for (int i = piece.from; i < piece.to && !words.at(i).isInQuotes(); i++) {
            if (words.at(i).lower().equals("that")) {
                return piece.from;
            }
            if (i + 1 < piece.to && words.at(i + 1).isInQuotes()) {
                return announcedAt(i + 1) && words.at(i).text().equals(",") ? i + 1 : piece.from;
            }
        }
        return piece.from;
    }

    private boolean isJust(int to, int next) {
        return next >= to && next - to <= 1;
    }

    /** Does a comma or colon announce a whole sentence in marks here: "said: “We leave.”"? */
    private boolean announcedAt(int i) {
        if (i == 0
                || !words.at(i).isInQuotes()
                || !",:".contains(words.at(i - 1).text())) {
            return false;
        }
        int to = i + 1;
        int count = 0;
        while (to < words.size() && words.at(to).quoted() == words.at(i).quoted()) {
            count += words.at(to).isWord() ? 1 : 0;
            to++;
        }
        return count >= WHOLE && i + 1 < to && words.at(i + 1).isCapital();
    }

    private boolean closesWithPause(Piece piece) {
        Word last = words.at(piece.to - 1);
        return piece.marked
                && last.end() == words.quoted.get(last.quoted()).end()
                && ",?!".contains(words.at(piece.to - 2).text());
    }

    /** Has it no word in marks? */
    private boolean isPlain(Piece piece) {
        for (int i = piece.from; i < piece.to; i++) {
            if (words.at(i).isInQuotes()) {
                return false;
            }
        }
        return true;
    }
}
