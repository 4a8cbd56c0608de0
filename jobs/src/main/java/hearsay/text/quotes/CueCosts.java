package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.Span;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which cue a content has, and which source a cue: the cheapest by nearness and order. */
final class CueCosts {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final Set<String> RELATIVE = Set.of("who", "which");
    private static final double FORBIDDEN = WEIGHTS.number("source_forbidden");
    private static final double MODEL_LIMIT = WEIGHTS.number("content_limit_model");
    private static final double LONG_LIMIT = WEIGHTS.number("content_limit_long");
    private static final double SHORT_LIMIT = WEIGHTS.number("content_limit_short");
    private static final int LONG = WEIGHTS.whole("content_long");
    private static final double OVERLAP = WEIGHTS.number("content_overlap");
    private static final double CUE_AFTER = WEIGHTS.number("content_cue_after");
    private static final double LOOKS_FORWARD = WEIGHTS.number("content_looks_forward");
    private static final double WORD_BETWEEN = WEIGHTS.number("content_word_between");
    private static final double CONTENT_BETWEEN = WEIGHTS.number("content_content_between");
    private static final double CUE_BETWEEN = WEIGHTS.number("content_cue_between");
    private static final double OUTER_WEIGHT = WEIGHTS.number("nested_least_weight");
    private static final double NESTED = WEIGHTS.number("nested");
    private static final double SOURCE_AFTER = WEIGHTS.number("source_after");
    private static final double ACCORDING_AFTER = WEIGHTS.number("source_after_according");
    private static final double ACCORDING_BEFORE = WEIGHTS.number("source_before_according");
    private static final double SOURCE_BEFORE_CONTENT = WEIGHTS.number("source_cue_looks_forward");
    private static final double INVERTED = WEIGHTS.number("source_before_inverted");
    private static final double SOURCE_WORD_AFTER = WEIGHTS.number("source_word_after");
    private static final double SOURCE_WORD_BEFORE = WEIGHTS.number("source_word_before");
    private static final double SOURCE_SOURCE_BETWEEN = WEIGHTS.number("source_source_between");
    private static final double SOURCE_CUE_BETWEEN = WEIGHTS.number("source_cue_between");
    private static final double SOURCE_CONTENT_BETWEEN = WEIGHTS.number("source_content_between");

    private final Words words;
    private final Subjects subjects;
    private final Cues cues;
    private final Clauses clauses;
    private final boolean tagged;

    CueCosts(Words words, Subjects subjects, Cues cues, Clauses clauses, boolean tagged) {
        this.words = words;
        this.subjects = subjects;
        this.cues = cues;
        this.clauses = clauses;
        this.tagged = tagged;
    }

    /**
     * Gives each content its cue, the cheapest pair first.
     *
     * @param here the contents of a frame
     * @param made its cues
     */
    void assign(List<Piece> here, List<Link> made) {
        record Pair(Piece piece, Link link, double cost) {}
        List<Pair> pairs = new ArrayList<>();
        for (Piece piece : here) {
            for (Link link : made) {
                pairs.add(new Pair(piece, link, cost(piece, link.cue, here, made)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost)
                .thenComparingInt(pair -> pair.piece.from)
                .thenComparingInt(pair -> pair.link.cue.from()));
        for (Pair pair : pairs) {
            double limit = pair.piece.fromModel
                    ? MODEL_LIMIT
                    : pair.piece.to - pair.piece.from > LONG ? LONG_LIMIT : SHORT_LIMIT;
            if (pair.piece.link == null && pair.cost < limit) {
                pair.piece.link = pair.link;
                pair.link.pieces.add(pair.piece);
            }
        }
    }

    private double cost(Piece piece, Cue cue, List<Piece> here, List<Link> made) {
        if (cue.from() < piece.to && piece.from < cue.to()) {
            return OVERLAP;
        }
        boolean after = piece.to <= cue.from();
        int from = after ? piece.to : cue.to();
        int to = after ? cue.from() : piece.from;
        double cost = after ? CUE_AFTER : 0;
        cost += after && (cue.isParticiple(words) || cues.isJoined(cue))
                ? LOOKS_FORWARD
                : 0; // "..., adding that" looks forward
        cost += WORD_BETWEEN * plainWords(from, to);
        for (Piece other : here) {
            cost += other != piece && other.from >= from && other.to <= to ? CONTENT_BETWEEN : 0;
        }
        for (Link other : made) {
            cost += other.cue.from() >= from && other.cue.to() <= to ? CUE_BETWEEN : 0;
        }
        return cost + cue.penalty() + (after ? 0 : nested(cue, made));
    }

    /** "She acknowledged that she had claimed ...": what is claimed within what is said has the outer cue. */
    private double nested(Cue cue, List<Link> made) {
        if (tagged) {
            return 0;
        }
        for (Link link : made) {
            Cue outer = link.cue;
            if (outer.to() >= cue.from()) {
                break;
            }
            if (outer.weight() >= OUTER_WEIGHT && clauses.governs(outer, cue)) {
                return NESTED;
            }
        }
        return 0;
    }

    private int plainWords(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            count += word.isWord() && !word.isInQuotes() && word.attribution().equals("O") ? 1 : 0;
        }
        return count;
    }

    /** The source of a cue: the nearest one the model marked, else the noun phrase before or after the cue. */
    Range source(Link link, List<Range> sources, List<Link> made, List<Piece> here, Span frame) {
        int before = link.cue.from() - 1;
        if (before > frame.begin()
                && RELATIVE.contains(words.at(before).lower())
                && sources.stream().noneMatch(source -> source.to() == before + 1)) {
            Range antecedent = subjects.before(link.cue.from(), frame.begin());
            return antecedent == null ? new Range(before, before + 1) : antecedent;
        }
        Range best = null;
        double least = FORBIDDEN;
        for (Range source : sources) {
            double cost = sourceCost(source, link, sources, made, here);
            if (cost < least) {
                least = cost;
                best = source;
            }
        }
        if (least > INVERTED && cues.isInverted(link.cue)) {
            Range after = cues.source(link.cue, frame, subjects);
            best = after == null ? best : after;
        }
        if (best != null) {
            return best;
        }
        Range found = cues.source(link.cue, frame, subjects);
        if (found != null) {
            return found;
        }
        Range joined = null;
        for (Link other : made) {
            if (other != link && other.source != null && !other.pieces.isEmpty()) {
                return other.source;
            }
            joined = other.source != null && other.cue.to() <= link.cue.from() ? other.source : joined;
        }
        if (joined != null && cues.isJoined(link.cue)) {
            return joined;
        }
        return cues.mainSubject(link.cue, frame, subjects);
    }

    private double sourceCost(Range source, Link link, List<Range> sources, List<Link> made, List<Piece> here) {
        Cue cue = link.cue;
        boolean after = source.from() >= cue.to();
        int from = after ? cue.to() : source.to();
        int to = after ? source.from() : cue.from();
        double cost = after ? SOURCE_AFTER : 0;
        cost += cue.takesSourceAfter() ? after ? ACCORDING_AFTER : ACCORDING_BEFORE : 0;
        boolean looksForward = !link.pieces.isEmpty() && link.pieces.stream().allMatch(piece -> piece.from >= cue.to());
        cost += after && looksForward && !cue.takesSourceAfter() ? SOURCE_BEFORE_CONTENT : 0;
        boolean relative = source.to() - source.from() <= 2
                && RELATIVE.contains(words.at(source.from()).lower());
        cost += relative && (after || to - from > 2) ? FORBIDDEN : 0;
        boolean inverted = cue.from() > 0 && words.at(cue.from() - 1).isInQuotes() && !cue.takesSourceAfter();
        cost += inverted && !after ? INVERTED : 0; // “We leave,” said Ann Lee
        cost += (after ? SOURCE_WORD_AFTER : SOURCE_WORD_BEFORE) * plainWords(from, to);
        for (Range other : sources) {
            cost += other != source && other.from() >= from && other.to() <= to ? SOURCE_SOURCE_BETWEEN : 0;
        }
        for (Link other : made) {
            cost += other.cue.from() >= from && other.cue.to() <= to ? SOURCE_CUE_BETWEEN : 0;
        }
        for (Piece piece : here) {
            cost += piece.from >= from && piece.to <= to ? SOURCE_CONTENT_BETWEEN : 0;
        }
        return cost;
    }
}
