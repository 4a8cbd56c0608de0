package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.Set;

/** The clause that a cue reports, where no model has marked it: "X said that ...", "..., X said", "according to X, ...". */
final class Clauses {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double SURE = WEIGHTS.number("cue_sure");
    private static final Set<String> ADDRESSEES = WordLists.of("addressees");
    private static final Set<String> TRAILING = WordLists.of("after-cues", "weekdays");
    private static final Set<String> DAYS = WordLists.of("cue-days", "weekdays");
    private static final Set<String> FINITE_SAYING = WordLists.of("saying-verbs");
    private static final Set<String> SUBORDINATE = WordLists.of("subordinators");

    private final Words words;

    Clauses(Words words) {
        this.words = words;
    }

    /**
     * The reported clause of a cue whose source is known, or null where the form is not plain.
     *
     * @param next where the next cue that does not belong to the clause begins, or the frame ends
     */
    Range reported(Cue cue, Range source, Span whole, int next) {
        Span frame = new Span(whole.begin(), next);
        if (cue.takesSourceAfter()) {
            return accordingTo(cue, source, frame);
        }
        boolean saying = cue.verb() != null && FINITE_SAYING.contains(cue.verb().lemma());
        if (cue.verb() == null) {
            int end = clauseEnd(cue.to(), frame);
            return words.at(cue.from()).text().equals(":") && end - cue.to() > 1 ? new Range(cue.to(), end) : null;
        }
        boolean ends = cue.to() >= frame.end()
                || ".;".contains(words.at(cue.to()).text())
                || source.from() >= cue.to()
                || trails(cue, frame);
        int start = Math.min(cue.from(), source.from());
        if (ends && start > frame.begin() + 3 && words.at(start - 1).text().equals(",") && cue.weight() >= SURE) {
            return new Range(frame.begin(), start - 1);
        }
        int from = afterAddressee(cue.to(), frame);
        boolean that = from < frame.end() && words.at(from).lower().equals("that");
        if (!that && !(saying && startsClause(from, frame))) {
            return null;
        }
        int end = clauseEnd(from, frame);
        return end - from > 2 ? new Range(from, end) : null;
    }

    /** "..., she said in a speech": what follows the cue is no clause, and the frame does not open with "On Monday,". */
    private boolean trails(Cue cue, Span frame) {
        if (!TRAILING.contains(words.at(cue.to()).lower())
                || TRAILING.contains(words.at(frame.begin()).lower())
                || SUBORDINATE.contains(words.at(frame.begin()).lower())) {
            return false;
        }
        for (int i = cue.to(); i < frame.end(); i++) {
            if (words.at(i).lower().equals("that") || words.at(i).isInQuotes()) {
                return false;
            }
        }
        return true;
    }

    private Range accordingTo(Cue cue, Range source, Span frame) {
        if (cue.from() == frame.begin()) {
            int from = source.to();
            while (from < frame.end() && !words.at(from).text().equals(",")) {
                from++;
            }
            int end = clauseEnd(from, frame);
            return end - from > 3 ? new Range(from + 1, end) : null;
        }
        int to = words.at(cue.from() - 1).text().equals(",") ? cue.from() - 1 : cue.from();
        return to - frame.begin() > 2 ? new Range(frame.begin(), to) : null;
    }

    /** Does the inner cue stand in the clause that the outer one reports, nothing between them coming back to the outer? */
    boolean governs(Cue outer, Cue inner) {
        if (outer.verb() == null || !FINITE_SAYING.contains(outer.verb().lemma()) || inner.isParticiple(words)) {
            return false;
        }
        int from = outer.to();
        boolean clause = from < inner.from() && words.at(from).lower().equals("that");
        for (int i = from; i < inner.from(); i++) {
            Word word = words.at(i);
            if (word.isInQuotes()
                    || word.text().equals(",")
                    || word.lower().equals("and")
                    || word.lower().equals("but")
                    || word.text().equals(";")) {
                return false;
            }
            clause |= i > from && (SpeechVerbs.isAuxiliary(word.lower()) || Subjects.PRONOUNS.contains(word.lower()));
        }
        return clause || inner.from() - from > 1;
    }

    private int afterAddressee(int i, Span frame) {
        int at = i;
        for (int steps = 0; steps < 6 && at < frame.end(); steps++) {
            Word word = words.at(at);
            boolean skip = ADDRESSEES.contains(word.lower())
                    || DAYS.contains(word.lower())
                    || (word.lower().equals("on")
                            && at + 1 < frame.end()
                            && DAYS.contains(words.at(at + 1).lower()));
            if (!skip) {
                break;
            }
            at++;
        }
        if (at == i && words.at(i - 1).lower().matches("t(?:ell|old|ells|elling)")) {
            while (at < frame.end()
                    && at < i + 8
                    && !words.at(at).lower().equals("that")
                    && !words.at(at).isInQuotes()) {
                at++;
            }
            return at < frame.end() && words.at(at).lower().equals("that") ? at : i;
        }
        return at;
    }

    private boolean startsClause(int i, Span frame) {
        if (i + 2 >= frame.end()) {
            return false;
        }
        Word word = words.at(i);
        return word.isWord()
                && !word.lower().equals("to")
                && !word.lower().equals("in")
                && !word.lower().equals("of")
                && !word.lower().equals("about")
                && !word.lower().equals("on")
                && !word.lower().equals("at");
    }

    private int clauseEnd(int from, Span frame) {
        int end = frame.end();
        while (end > from
                && ".!?".contains(words.at(end - 1).text())
                && !words.at(end - 1).isInQuotes()) {
            end--;
        }
        return end;
    }

    /** Takes the new range of a quotation. */
    interface Widened {
        void range(int from, int to);
    }

    /**
     * A quotation that stands within a reported clause ("said the plan was “bad” for them") is drawn from the cue to the end
     * of the clause; one set off by a comma or colon stays as it is.
     */
    void widen(Cue cue, Range source, Range quoted, Widened widened) {
        int from = afterAddressee(cue.to(), new Span(cue.to(), quoted.from()));
        for (int i = cue.to(); i < quoted.from(); i++) {
            Word word = words.at(i);
            if (word.isInQuotes()) {
                from = i + 1;
            } else if (i == quoted.from() - 1
                    && (word.text().equals(",") || word.text().equals(":"))) {
                from = quoted.from();
            }
        }
        if (source != null && source.from() >= cue.to() && source.to() <= quoted.from()) {
            from = Math.max(from, source.to());
        }
        from = Math.min(from, quoted.from());
        int frameEnd = words.frames.get(words.frame(quoted.from())).end();
        int to = quoted.to();
        boolean closed =
                to - 2 >= quoted.from() && ".,?!;".contains(words.at(to - 2).text());
        while (!closed
                && to < frameEnd
                && !words.at(to).isInQuotes()
                && !".,;:—–".contains(words.at(to).text())
                && !words.at(to).lower().equals("and")
                && !words.at(to).lower().equals("but")) {
            to++;
        }
        widened.range(from, to);
    }
}
