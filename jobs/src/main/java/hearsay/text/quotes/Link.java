package hearsay.text.quotes;

import hearsay.text.quotes.Subjects.Range;
import java.util.ArrayList;
import java.util.List;

/** A cue with its source and the pieces that it introduces; without a cue where the speaker of before goes on. */
final class Link {
    final Cue cue;
    Range source;
    final List<Piece> pieces = new ArrayList<>();

    Link(Cue cue, Range source) {
        this.cue = cue;
        this.source = source;
    }

    /** A stretch of content, as a range of words that grows; marked where it stands in quotation marks from end to end. */
    static final class Piece {
        int from;
        int to;
        final boolean fromModel;
        boolean marked;
        int number;
        Link link;

        Piece(int from, int to, boolean fromModel, boolean marked) {
            this.from = from;
            this.to = to;
            this.fromModel = fromModel;
            this.marked = marked;
        }
    }
}
