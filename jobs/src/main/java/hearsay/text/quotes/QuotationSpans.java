package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes quotations of contents that have their cues and sources: joined, trimmed, as spans of the text. */
final class QuotationSpans {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final int SHORTEST_UNATTRIBUTED = WEIGHTS.whole("content_shortest_unattributed");

    /** Words that the model may have overlooked within a content. */
    private static final int LONGEST_GAP = WEIGHTS.whole("content_longest_gap");

    private static final Set<String> TRAILING = Set.of(",", ".", ";", ":", "and", "but", "or");

    private final Words words;
    private final Clauses clauses;
    private final NarratorWords narrator;

    QuotationSpans(Words words, Clauses clauses) {
        this.words = words;
        this.clauses = clauses;
        this.narrator = new NarratorWords(words);
    }

    /** The quotations in the order of the text. */
    List<Quotation> of(List<Piece> pieces) {
        List<Quotation> result = new ArrayList<>();
        Set<Piece> done = new HashSet<>();
        pieces.sort(Comparator.comparingInt(piece -> piece.from));
        for (Piece piece : pieces) {
            if (!done.add(piece)) {
                continue;
            }
            if (piece.link != null) {
                dropAddressee(piece.link);
                done.addAll(piece.link.pieces);
                narrator.leave(piece.link);
            }
            List<Piece> parts = piece.link == null ? List.of(piece) : piece.link.pieces;
            done.addAll(parts);
            if (piece.link == null && !stands(piece)) {
                continue;
            }
            if (piece.link != null) {
                widen(piece.link);
            }
            List<Span> spans = joined(parts);
            if (spans.isEmpty()) {
                continue;
            }
            Link link = piece.link;
            Span cue = link == null || link.cue == null ? null : span(link.cue.from(), link.cue.to());
            Span source = link == null || link.source == null ? null : span(link.source.from(), link.source.to());
            result.add(new Quotation(spans, cue, source, kind(spans), verbatim(spans), null));
        }
        result.sort(Comparator.comparingInt(Quotation::begin).thenComparingInt(Quotation::end));
        return result;
    }

    /** "telling Putin, “Do me a favor”": a name between the cue and the quotation is no part of what is said. */
    private void dropAddressee(Link link) {
        if (link.cue == null) {
            return;
        }
        for (int p = 0; p + 1 < link.pieces.size(); p++) {
            Piece piece = link.pieces.get(p);
            boolean addressed = piece.from == link.cue.to()
                    && piece.to - piece.from <= 3
                    && words.at(piece.from).isCapital();
            boolean speechFollows = link.pieces.stream().anyMatch(other -> other.from >= piece.to && other.marked);
            if (addressed && speechFollows) {
                link.pieces.remove(p);
                return;
            }
        }
    }

    /** Rules draw a mixed quotation from the cue to the end of its clause, as annotators do. */
    private void widen(Link link) {
        if (link.cue == null) {
            return;
        }
        for (Piece piece : link.pieces) {
            if (!piece.fromModel && piece.marked && link.cue.to() <= piece.from) {
                clauses.widen(link.cue, link.source, new Range(piece.from, piece.to), (from, to) -> {
                    piece.from = from;
                    piece.to = to;
                });
            }
        }
    }

    /** Does a content without a cue count? Long ones do; a word or two in marks is a name or a doubt. */
    private boolean stands(Piece piece) {
        int count = 0;
        for (int i = piece.from; i < piece.to; i++) {
            count += words.at(i).isWord() ? 1 : 0;
        }
        return piece.fromModel ? piece.marked && count > 2 : count >= SHORTEST_UNATTRIBUTED;
    }

    /** The pieces in order; those with nothing of cue or source between them are one. */
    private List<Span> joined(List<Piece> parts) {
        List<int[]> ranges = new ArrayList<>();
        for (Piece part :
                parts.stream().sorted(Comparator.comparingInt(p -> p.from)).toList()) {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && (part.from <= last[1] || goesOn(last[1], part))) {
                last[1] = Math.max(last[1], part.to);
            } else {
                ranges.add(new int[] {part.from, part.to});
            }
        }
        return ranges.stream()
                .map(r -> trimmed(r[0], r[1]))
                .filter(span -> span.begin() < span.end())
                .toList();
    }

    private boolean goesOn(int end, Piece next) {
        if (next.from - end > LONGEST_GAP
                || words.frame(next.from) != words.frame(end)
                || (next.link != null
                        && next.link.cue != null
                        && next.link.cue.from() >= end
                        && next.link.cue.to() <= next.from)) {
            return false;
        }
        for (int i = end; i < next.from; i++) {
            Word word = words.at(i);
            boolean belongs =
                    word.attribution().equals("O") && !word.isInQuotes() && (next.fromModel || !word.isWord());
            if (!belongs) {
                return false;
            }
        }
        return true;
    }

    private Span span(int from, int to) {
        return words.span(from, to);
    }

    /** Without commas and stops at its ends, save those inside the marks. */
    private Span trimmed(int from, int to) {
        int last = to;
        while (last > from
                && !words.at(last - 1).isInQuotes()
                && TRAILING.contains(words.at(last - 1).lower())) {
            last--;
        }
        int first = from;
        while (first < last
                && !words.at(first).isInQuotes()
                && ",.;:".contains(words.at(first).text())) {
            first++;
        }
        return first < last ? words.span(first, last) : new Span(0, 0);
    }

    /** What of the spans stands inside marks, without the marks and the blanks beside them. */
    private List<Span> verbatim(List<Span> spans) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            for (QuoteMarks.Quoted quoted : words.quotedIn(span)) {
                int begin = Math.max(span.begin(), quoted.innerBegin());
                int end = Math.min(span.end(), quoted.innerEnd());
                while (begin < end && Character.isWhitespace(words.text.charAt(begin))) {
                    begin++;
                }
                while (begin < end && Character.isWhitespace(words.text.charAt(end - 1))) {
                    end--;
                }
                if (begin < end) {
                    found.add(new Span(begin, end));
                }
            }
        }
        return found;
    }

    private QuoteKind kind(List<Span> spans) {
        int inside = 0;
        int all = 0;
        for (Span span : spans) {
            for (int i = words.wordAt(span.begin());
                    i < words.size() && words.at(i).begin() < span.end();
                    i++) {
                if (words.at(i).isWord()) {
                    all++;
                    inside += words.at(i).isInQuotes() ? 1 : 0;
                }
            }
        }
        return inside == 0 ? QuoteKind.INDIRECT : inside == all ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }
}
