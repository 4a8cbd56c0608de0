package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is reported to say what, in one article: content, cue and source as spans of the text.
 *
 * <p>Two witnesses are joined. The model's attribution tags give contents, cues and sources of every kind; quotation marks
 * give direct speech, with its cue and source by rules where the model has marked none. Contents, cues and sources are then
 * linked within their frame (see {@link Words}) by nearness and order. Without any tags the rules stand alone: direct and
 * mixed speech, and the plain forms of indirect speech.
 */
public final class Quotations {
    private static final Weights WEIGHTS = Weights.of("quotes");
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
    private static final int SHORTEST_UNATTRIBUTED = WEIGHTS.whole("content_shortest_unattributed");

    /** Mean probability of a content's tags; below it 4 in 10 were right on held-out articles, above it 8 in 10. */
    private static final double LEAST_SURENESS = WEIGHTS.number("content_least_sureness");

    /** Words that the model may have overlooked within a content. */
    private static final int LONGEST_GAP = WEIGHTS.whole("content_longest_gap");

    /** No sentence that people write has more cues, sources or contents; lists and tables without a full stop may. */
    private static final int MOST_IN_FRAME = WEIGHTS.whole("frame_most");

    private static final Set<String> TRAILING = Set.of(",", ".", ";", ":", "and", "but", "or");
    private static final double FORBIDDEN = WEIGHTS.number("source_forbidden");
    private static final Set<String> RELATIVE = Set.of("who", "which");

    private final Words words;
    private final Subjects subjects;
    private final Cues cues;
    private final boolean tagged;
    private final List<Piece> pieces = new ArrayList<>();
    private Range lastSource;

    private Quotations(Words words) {
        this.words = words;
        this.subjects = new Subjects(words);
        this.cues = new Cues(words);
        this.tagged = words.words.stream().anyMatch(w -> !w.attribution().equals("O"));
    }

    /** A stretch of content; quoted is the number of the marked stretch that it consists of, or -1. */
    private static final class Piece {
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

    /** A cue with its source and the pieces that it introduces; without a cue where the speaker of before goes on. */
    private static final class Link {
        final Cues.Cue cue;
        Range source;
        final List<Piece> pieces = new ArrayList<>();

        Link(Cues.Cue cue, Range source) {
            this.cue = cue;
            this.source = source;
        }
    }

    /**
     * The quotations of an article in the order of the text.
     *
     * @param text      the article's text
     * @param sentences its sentences in order; only titles, headings and body are read
     */
    public static List<Quotation> in(String text, List<Sentence> sentences) {
        return new Quotations(Words.of(text, sentences)).find();
    }

    private List<Quotation> find() {
        List<TaggedSpan> tags = TaggedSpan.in(words);
        contents(tags);
        int p = 0;
        int t = 0;
        List<Link> before = List.of();
        for (int f = 0; f < words.frames.size(); f++) {
            Span frame = words.frames.get(f);
            List<Piece> here = new ArrayList<>();
            while (p < pieces.size() && pieces.get(p).from < frame.end()) {
                pieces.get(p).number = p;
                here.add(pieces.get(p++));
            }
            List<TaggedSpan> tagsHere = new ArrayList<>();
            while (t < tags.size() && tags.get(t).from() < frame.end()) {
                tagsHere.add(tags.get(t++));
            }
            before = link(frame, here, tagsHere, before);
        }
        return quotations();
    }

    /** Contents by the model and by quotation marks, joined where they overlap. */
    private void contents(List<TaggedSpan> tags) {
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
            } else if ((!quoted.single() || closesSpeech(word)) && new NamesInMarks(words).isSpeech(from, word, tagged)) {
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

    private List<Link> link(Span frame, List<Piece> here, List<TaggedSpan> tags, List<Link> before) {
        List<Range> sources = new ArrayList<>();
        List<Cues.Cue> found = new ArrayList<>();
        for (TaggedSpan tag : tags) {
            if (tag.label().equals("SOURCE")) {
                sources.add(subjects.completed(new Range(tag.from(), tag.to()), frame.begin(), frame.end()));
            } else if (tag.label().equals("CUE")) {
                found.add(Cues.Cue.tagged(words, tag.from(), tag.to()));
            }
        }
        boolean needsCue = here.stream().anyMatch(piece -> !piece.fromModel) || !here.isEmpty() && found.isEmpty();
        if (needsCue || !tagged) {
            found.addAll(cues.in(frame, found));
        }
        found.sort(Comparator.comparingInt(Cues.Cue::from));
        found = found.subList(0, Math.min(found.size(), MOST_IN_FRAME));
        sources = sources.subList(0, Math.min(sources.size(), MOST_IN_FRAME));
        List<Link> made = new ArrayList<>();
        for (Cues.Cue cue : found) {
            made.add(new Link(cue, null));
        }
        assign(here, made, sources);
        made.removeIf(link -> link.pieces.isEmpty() && tagged);
        for (Link link : made) {
            link.source = source(link, sources, made, here, frame);
        }
        if (!tagged) {
            reported(frame, here, made);
        }
        made.removeIf(link -> link.pieces.isEmpty());
        List<Link> more = new ArrayList<>();
        for (Piece piece : here) {
            if (piece.link == null && piece.marked) {
                verbAfter(piece, frame, sources, made, here, more);
            }
            if (piece.link == null) {
                carryOver(piece, frame, before, more);
            }
            if (piece.link == null && piece.fromModel) {
                unknownVerb(piece, frame, sources, made, here, more);
            }
        }
        made.addAll(more);
        here.stream().filter(this::isContinued).forEach(this::reachBack);
        for (Link link : made) {
            lastSource = link.source == null ? lastSource : link.source;
        }
        return made.isEmpty() && !here.isEmpty() ? before : made;
    }

    /** Gives each content its cue, the cheapest pair first. */
    private void assign(List<Piece> here, List<Link> made, List<Range> sources) {
        record Pair(Piece piece, Link link, double cost) {}
        List<Pair> pairs = new ArrayList<>();
        if (here.size() > MOST_IN_FRAME) {
            return;
        }
        for (Piece piece : here) {
            for (Link link : made) {
                pairs.add(new Pair(piece, link, cost(piece, link.cue, here, made)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost)
                .thenComparingInt(pair -> pair.piece.from)
                .thenComparingInt(pair -> pair.link.cue.from()));
        for (Pair pair : pairs) {
            double limit = pair.piece.fromModel ? MODEL_LIMIT
                    : pair.piece.to - pair.piece.from > LONG ? LONG_LIMIT : SHORT_LIMIT;
            if (pair.piece.link == null && pair.cost < limit) {
                pair.piece.link = pair.link;
                pair.link.pieces.add(pair.piece);
            }
        }
    }

    private double cost(Piece piece, Cues.Cue cue, List<Piece> here, List<Link> made) {
        if (cue.from() < piece.to && piece.from < cue.to()) {
            return OVERLAP;
        }
        boolean after = piece.to <= cue.from();
        int from = after ? piece.to : cue.to();
        int to = after ? cue.from() : piece.from;
        double cost = after ? CUE_AFTER : 0;
        cost += after && (cue.isParticiple(words) || cues.isJoined(cue)) ? LOOKS_FORWARD : 0; // "..., adding that" looks forward
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
    private double nested(Cues.Cue cue, List<Link> made) {
        if (tagged) {
            return 0;
        }
        for (Link link : made) {
            Cues.Cue outer = link.cue;
            if (outer.to() >= cue.from()) {
                break;
            }
            if (outer.weight() >= OUTER_WEIGHT && cues.governs(outer, cue)) {
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
    private Range source(Link link, List<Range> sources, List<Link> made, List<Piece> here, Span frame) {
        int before = link.cue.from() - 1;
        if (before > frame.begin() && RELATIVE.contains(words.at(before).lower())
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
        Cues.Cue cue = link.cue;
        boolean after = source.from() >= cue.to();
        int from = after ? cue.to() : source.to();
        int to = after ? source.from() : cue.from();
        double cost = after ? SOURCE_AFTER : 0;
        cost += cue.takesSourceAfter() ? after ? ACCORDING_AFTER : ACCORDING_BEFORE : 0;
        boolean looksForward = !link.pieces.isEmpty() && link.pieces.stream().allMatch(piece -> piece.from >= cue.to());
        cost += after && looksForward && !cue.takesSourceAfter() ? SOURCE_BEFORE_CONTENT : 0;
        boolean relative = source.to() - source.from() <= 2 && RELATIVE.contains(words.at(source.from()).lower());
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

    /** Indirect speech by rules alone: "X said that ...", "..., X said", "according to X". */
    private void reported(Span frame, List<Piece> here, List<Link> made) {
        for (Link link : made) {
            if (!link.pieces.isEmpty() || link.source == null) {
                continue;
            }
            Range content = cues.reported(link.cue, link.source, frame, clauseLimit(link, made, frame));
            boolean free = content != null && here.stream().noneMatch(p -> p.from < content.to() && content.from() < p.to);
            if (free) {
                Piece piece = new Piece(content.from(), content.to(), false, false);
                piece.link = link;
                link.pieces.add(piece);
                pieces.add(piece);
                here.add(piece);
            }
        }
    }

    /** Where a reported clause must end at the latest: before "and warned that", ", adding". */
    private int clauseLimit(Link link, List<Link> made, Span frame) {
        for (Link other : made) {
            Cues.Cue cue = other.cue;
            if (cue.from() > link.cue.to() + 1 && (cues.isJoined(cue) || cue.isParticiple(words)
                    && words.at(cue.from() - 1).text().equals(","))) {
                return cue.from() - 1;
            }
        }
        return frame.end();
    }

    /**
     * A piece without a cue of its own: the rest of a split quotation, what a colon has announced, or a paragraph more of the
     * same speaker.
     */
    private void carryOver(Piece piece, Span frame, List<Link> before, List<Link> more) {
        if (!piece.marked) {
            return;
        }
        int number = words.frame(piece.from);
        boolean opensParagraph = piece.from == frame.begin() && number > 0 && words.at(piece.from).paragraph() != words.at(piece.from - 1).paragraph();
        Cues.Cue announced = opensParagraph ? cues.announcing(words.frames.get(number - 1)) : null;
        if (announced != null) {
            Link link = before.stream().filter(l -> l.cue != null && l.cue.to() >= words.frames.get(number - 1).end() - 1).findFirst().orElse(null);
            if (link == null) {
                Span said = words.frames.get(number - 1);
                link = new Link(announced, cues.source(announced, said, subjects));
                link.source = link.source == null ? cues.mainSubject(announced, said, subjects) : link.source;
            }
            give(piece, link, more);
            return;
        }
        Link last = null;
        for (Link link : before) {
            boolean marked = !link.pieces.isEmpty() && link.pieces.get(link.pieces.size() - 1).marked;
            last = marked ? link : last;
        }
        if (last == null) {
            soloist(piece, frame, more);
            return;
        }
        Piece lastPiece = last.pieces.get(last.pieces.size() - 1);
        int paragraphs = words.at(piece.from).paragraph() - words.at(lastPiece.to - 1).paragraph();
        boolean wholeParagraph = opensParagraph
                && (piece.to >= words.size() || words.at(piece.to).paragraph() != words.at(piece.from).paragraph());
        boolean leftOpen = words.quoted.get(words.at(piece.from).quoted()).continues();
        if (paragraphs == 0 || paragraphs == 1 && leftOpen) {
            give(piece, last, more);
        } else if (paragraphs == 1 && wholeParagraph) {
            give(piece, new Link(null, last.source), more);
        } else {
            soloist(piece, frame, more);
        }
    }

    /** A quotation that is a sentence of its own, behind what somebody is reported to say: his words too. */
    private void soloist(Piece piece, Span frame, List<Link> more) {
        boolean alone = piece.from == frame.begin() && piece.to == frame.end() && !words.at(piece.from).kind().equals("title");
        if (alone && lastSource != null && words.at(piece.from).paragraph() - words.at(lastSource.from()).paragraph() <= 1) {
            give(piece, new Link(null, lastSource), more);
        }
    }

    /** "The campaign projects that ...": the model has marked the content only, and the verb is in no lexicon. */
    private void unknownVerb(
            Piece piece, Span frame, List<Range> sources, List<Link> made, List<Piece> here, List<Link> more) {
        Range verb = subjects.verbBefore(piece.from, frame.begin());
        if (verb == null) {
            return;
        }
        Link link = new Link(Cues.Cue.tagged(words, verb.from(), verb.to()), null);
        link.pieces.add(piece);
        link.source = source(link, sources, made, here, frame);
        if (link.source != null && subjects.speaks(link.source)) {
            link.pieces.clear();
            give(piece, link, more);
        }
    }

    /** "...,” Bennett shot back": the verb is in no lexicon, but stands where one of speech stands. */
    private void verbAfter(
            Piece piece, Span frame, List<Range> sources, List<Link> made, List<Piece> here, List<Link> more) {
        Range verb = subjects.verbAfter(piece.to, frame.end());
        if (verb != null) {
            Link link = new Link(Cues.Cue.tagged(words, verb.from(), verb.to()), null);
            link.pieces.add(piece);
            link.source = source(link, sources, made, here, frame);
            link.pieces.clear();
            if (link.source != null) {
                give(piece, link, more);
            }
        }
    }

    /** The paragraphs of a quotation that are attributed in a later one. */
    private void reachBack(Piece piece) {
        for (int p = piece.number; p > 0 && isContinued(pieces.get(p)); p--) {
            Piece before = pieces.get(p - 1);
            if (piece.link == null || before.link != null || !before.marked) {
                return;
            }
            before.link = piece.link;
            piece.link.pieces.add(before);
        }
    }

    private boolean isContinued(Piece piece) {
        int quoted = words.at(piece.from).quoted();
        return piece.marked && quoted >= 0 && words.quoted.get(quoted).continues();
    }

    private static void give(Piece piece, Link link, List<Link> more) {
        piece.link = link;
        link.pieces.add(piece);
        if (!more.contains(link)) {
            more.add(link);
        }
    }

    private List<Quotation> quotations() {
        List<Quotation> result = new ArrayList<>();
        Set<Piece> done = new HashSet<>();
        pieces.sort(Comparator.comparingInt(piece -> piece.from));
        Piece last = null;
        Quotation lastQuotation = null;
        for (Piece piece : pieces) {
            if (!done.add(piece)) {
                continue;
            }
            if (piece.link != null) {
                dropAddressee(piece.link);
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
            result.add(new Quotation(spans, cue, source, kind(spans)));
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
            boolean addressed = piece.from == link.cue.to() && piece.to - piece.from <= 3 && words.at(piece.from).isCapital();
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
                cues.widen(link.cue, link.source, new Range(piece.from, piece.to), (from, to) -> {
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
        for (Piece part : parts.stream().sorted(Comparator.comparingInt(p -> p.from)).toList()) {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && (part.from <= last[1] || goesOn(last[1], part))) {
                last[1] = Math.max(last[1], part.to);
            } else {
                ranges.add(new int[] {part.from, part.to});
            }
        }
        return ranges.stream().map(r -> trimmed(r[0], r[1])).filter(span -> span.begin() < span.end()).toList();
    }

    private boolean goesOn(int end, Piece next) {
        if (next.from - end > LONGEST_GAP || words.frame(next.from) != words.frame(end)
                || next.link != null && next.link.cue != null && next.link.cue.from() >= end && next.link.cue.to() <= next.from) {
            return false;
        }
        for (int i = end; i < next.from; i++) {
            Word word = words.at(i);
            boolean belongs = word.attribution().equals("O") && !word.isInQuotes() && (next.fromModel || !word.isWord());
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
        while (last > from && !words.at(last - 1).isInQuotes() && TRAILING.contains(words.at(last - 1).lower())) {
            last--;
        }
        int first = from;
        while (first < last && !words.at(first).isInQuotes() && ",.;:".contains(words.at(first).text())) {
            first++;
        }
        return first < last ? words.span(first, last) : new Span(0, 0);
    }

    private String kind(List<Span> spans) {
        int inside = 0;
        int all = 0;
        for (Span span : spans) {
            for (int i = words.wordAt(span.begin()); i < words.size() && words.at(i).begin() < span.end(); i++) {
                if (words.at(i).isWord()) {
                    all++;
                    inside += words.at(i).isInQuotes() ? 1 : 0;
                }
            }
        }
        return inside == 0 ? "indirect" : inside == all ? "direct" : "mixed";
    }
}
