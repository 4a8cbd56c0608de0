package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.text.quotes.Link.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is said, by the model and by quotation marks, joined where they overlap. */
final class Contents {
    private static final Weights WEIGHTS = Weights.of("quotes");

    /** Mean probability of a content's tags; below it 4 in 10 were right on held-out articles, above it 8 in 10. */
    private static final double LEAST_SURENESS = WEIGHTS.number("content_least_sureness");

    private final Words words;
    private final boolean tagged;
    private final List<Piece> pieces = new ArrayList<>();

    private Contents(Words words, boolean tagged) {
        this.words = words;
        this.tagged = tagged;
    }

    /**
     * The contents in the order of the text.
     *
     * @param tagged the model has read the article
     */
    static List<Piece> in(Words words, List<TaggedSpan> tags, boolean tagged) {
        Contents contents = new Contents(words, tagged);
        contents.find(tags);
        return new ContentEnds(words).mended(contents.pieces);
    }

    private void find(List<TaggedSpan> tags) {
        for (TaggedSpan tag : tags) {
            if (tag.label().equals("CONTENT")) {
                pieces.add(new Piece(tag.from(), tag.to(), true, false));
            }
        }
        List<Piece> marked = new ArrayList<>();
        int next = 0;
        int word = 0;
        for (int q = 0; q < words.quoted.size(); q++) {
            QuoteMarks.Quoted quoted = words.quoted.get(q);
            while (word < words.size() && words.at(word).quoted() < q) {
                word++;
            }
            int from = word;
            while (word < words.size() && words.at(word).quoted() == q) {
                word++;
            }
            if (from == word) {
                continue;
            }
            while (next < pieces.size() && pieces.get(next).to <= from) {
                next++;
            }
            if (next < pieces.size() && pieces.get(next).from < word) {
                cover(next, from, word);
            } else if ((!quoted.single() || closesSpeech(word))
                    && new NamesInMarks(words).isSpeech(from, word, tagged)) {
                marked.add(new Piece(from, word, false, true));
            }
        }
        pieces.removeIf(piece -> !piece.marked && isDoubtful(piece));
        pieces.addAll(marked);
        pieces.sort(Comparator.comparingInt(piece -> piece.from));
    }

    /** Reported speech that the model itself does not believe in; what stands in quotation marks has another witness. */
    private boolean isDoubtful(Piece piece) {
        double sum = 0;
        for (int i = piece.from; i < piece.to; i++) {
            if (words.at(i).isInQuotes()) {
                return false;
            }
            sum += words.at(i).sureness();
        }
        return sum < LEAST_SURENESS * (piece.to - piece.from);
    }

    /** A comma or stop before the closing mark: in single marks too this is speech, not a name. */
    private boolean closesSpeech(int to) {
        return to >= 3 && ",.?!".contains(words.at(to - 2).text());
    }

    /** Stretches the content to all the words of the quotation that it touches; swallows contents that begin inside it. */
    private void cover(int first, int from, int to) {
        Piece piece = pieces.get(first);
        boolean wholly = piece.from >= from;
        piece.from = Math.min(piece.from, from);
        while (first + 1 < pieces.size() && pieces.get(first + 1).from < to) {
            piece.to = Math.max(piece.to, pieces.remove(first + 1).to);
        }
        piece.to = Math.max(piece.to, to);
        piece.marked |= wholly && piece.to == to;
    }
}
