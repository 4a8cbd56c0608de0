package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.QuoteKind;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.text.quotes.Link.Piece;
import hearsay.text.quotes.Subjects.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** No sentence that people write has more cues, sources or contents; lists and tables without a full stop may. */
    private static final int MOST_IN_FRAME = WEIGHTS.whole("frame_most");

    private final Words words;
    private final Subjects subjects;
    private final Cues cues;
    private final Clauses clauses;
    private final CueCosts costs;
    private final Signatures signatures;
    private final boolean tagged;
    private final List<Piece> pieces = new ArrayList<>();
    private Range lastSource;

    private Quotations(Words words) {
        this.words = words;
        this.subjects = new Subjects(words);
        this.cues = new Cues(words);
        this.tagged = words.words.stream().anyMatch(w -> !w.attribution().equals("O"));
        this.clauses = new Clauses(words);
        this.costs = new CueCosts(words, subjects, cues, clauses, tagged);
        this.signatures = new Signatures(words);
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
        pieces.addAll(Contents.in(words, tags, tagged));
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
        List<Quotation> found = new QuotationSpans(words, clauses)
                .of(pieces).stream()
                        .filter(quotation -> !isDescription(quotation))
                        .toList();
        List<Quotation> turns = Turns.in(words);
        return Nested.in(words, found, turns.isEmpty() ? new Blocks(words, subjects, cues).find() : turns);
    }

    /** "He seems to be winning": the narrator describes, and nobody is reported to say anything. */
    private boolean isDescription(Quotation quotation) {
        return quotation.kind() != QuoteKind.DIRECT
                && CueGrammar.of(words, quotation.cue()).verb() == CueGrammar.Verb.SEEMS;
    }

    private List<Link> link(Span frame, List<Piece> here, List<TaggedSpan> tags, List<Link> before) {
        List<Range> sources = new ArrayList<>();
        List<Cue> found = new ArrayList<>();
        for (TaggedSpan tag : tags) {
            if (tag.label().equals("SOURCE")) {
                sources.add(subjects.completed(new Range(tag.from(), tag.to()), frame.begin(), frame.end()));
            } else if (tag.label().equals("CUE")) {
                found.add(Cue.tagged(words, tag.from(), tag.to()));
            }
        }
        boolean needsCue = here.stream().anyMatch(piece -> !piece.fromModel) || (!here.isEmpty() && found.isEmpty());
        if (needsCue || !tagged) {
            found.addAll(cues.in(frame, found));
        }
        found.sort(Comparator.comparingInt(Cue::from));
        found = found.subList(0, Math.min(found.size(), MOST_IN_FRAME));
        sources = sources.subList(0, Math.min(sources.size(), MOST_IN_FRAME));
        List<Link> made = new ArrayList<>();
        for (Cue cue : found) {
            made.add(new Link(cue, null));
        }
        if (here.size() <= MOST_IN_FRAME) {
            costs.assign(here, made);
        }
        made.removeIf(link -> link.pieces.isEmpty() && tagged);
        for (Link link : made) {
            link.source = costs.source(link, sources, made, here, frame);
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

    /** Indirect speech by rules alone: "X said that ...", "..., X said", "according to X". */
    private void reported(Span frame, List<Piece> here, List<Link> made) {
        for (Link link : made) {
            if (!link.pieces.isEmpty() || link.source == null) {
                continue;
            }
            Range content = clauses.reported(link.cue, link.source, frame, clauseLimit(link, made, frame));
            boolean free =
                    content != null && here.stream().noneMatch(p -> p.from < content.to() && content.from() < p.to);
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
            Cue cue = other.cue;
            if (cue.from() > link.cue.to() + 1
                    && (cues.isJoined(cue)
                            || (cue.isParticiple(words)
                                    && words.at(cue.from() - 1).text().equals(",")))) {
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
        Range signed = signatures.under(piece);
        if (signed != null) {
            give(piece, new Link(null, signed), more);
            return;
        }
        int number = words.frame(piece.from);
        boolean opensParagraph = piece.from == frame.begin()
                && number > 0
                && words.at(piece.from).paragraph() != words.at(piece.from - 1).paragraph();
        Cue announced = opensParagraph ? cues.announcing(words.frames.get(number - 1)) : null;
        if (announced != null) {
            Link link = before.stream()
                    .filter(l -> l.cue != null
                            && l.cue.to() >= words.frames.get(number - 1).end() - 1)
                    .findFirst()
                    .orElse(null);
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
        int paragraphs =
                words.at(piece.from).paragraph() - words.at(lastPiece.to - 1).paragraph();
        boolean wholeParagraph = opensParagraph
                && (piece.to >= words.size()
                        || words.at(piece.to).paragraph()
                                != words.at(piece.from).paragraph());
        boolean leftOpen = words.quoted.get(words.at(piece.from).quoted()).continues();
        if (paragraphs == 0 || (paragraphs == 1 && leftOpen)) {
            give(piece, last, more);
        } else if (paragraphs == 1 && wholeParagraph) {
            give(piece, new Link(null, last.source), more);
        } else {
            soloist(piece, frame, more);
        }
    }

    /** A quotation that is a sentence of its own, behind what somebody is reported to say: his words too. */
    private void soloist(Piece piece, Span frame, List<Link> more) {
        boolean alone = piece.from == frame.begin()
                && piece.to == frame.end()
                && !words.at(piece.from).isInTitle();
        if (alone
                && lastSource != null
                && words.at(piece.from).paragraph()
                                - words.at(lastSource.from()).paragraph()
                        <= 1) {
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
        Link link = new Link(Cue.tagged(words, verb.from(), verb.to()), null);
        link.pieces.add(piece);
        link.source = costs.source(link, sources, made, here, frame);
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
            Link link = new Link(Cue.tagged(words, verb.from(), verb.to()), null);
            link.pieces.add(piece);
            link.source = costs.source(link, sources, made, here, frame);
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
}
