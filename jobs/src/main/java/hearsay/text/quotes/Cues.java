package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.quotes.SpeechVerbs.Verb;
import hearsay.text.quotes.Subjects.Range;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words that signal speech, found by the lexicon: the verb with its auxiliaries, adverbs and negation ("has not said",
 * "declined to say", "was asked"), "according to", and the colon after a name or before an opening mark.
 */
final class Cues {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double COLON_AFTER_NAME = WEIGHTS.number("cue_colon_after_name");
    private static final double CLEAR_WEIGHT = WEIGHTS.number("cue_make_clear");
    private static final double FULL_WEIGHT = WEIGHTS.number("cue_full_weight");
    private static final double DOUBT = WEIGHTS.number("cue_doubt");
    private static final double LEAST_WEIGHT = WEIGHTS.number("cue_least_weight");
    private static final double SURE = WEIGHTS.number("cue_sure");
    private static final double COLON_AFTER_CLAUSE = WEIGHTS.number("cue_colon_after_clause");
    private static final Set<String> ADDRESSEES = WordLists.of("addressees");
    private static final Set<String> BEFORE_NOUN = WordLists.of("before-nouns");
    private static final Set<String> BEFORE_PLURAL = WordLists.of("before-plurals");
    private static final Set<String> BEFORE_BASE = WordLists.of("before-base-verbs");
    private static final Set<String> IRREGULAR_PAST = WordLists.of("finite-verbs");
    private static final Set<String> TRAILING = WordLists.of("after-cues", "weekdays");
    private static final Set<String> SUBORDINATE = WordLists.of("subordinators");
    private static final Set<String> DAYS = WordLists.of("cue-days", "weekdays");
    private static final Set<String> FINITE_SAYING = WordLists.of("saying-verbs");

    /** As cues on their own they stand before their source: "in her statement", "for the voters", "per the mayor". */
    private static final Set<String> PREPOSITIONS = Set.of("per", "in", "for", "under", "to");
    private static final Verb CLEAR = new Verb("make clear", CLEAR_WEIGHT, false, false);

    private final Words words;

    Cues(Words words) {
        this.words = words;
    }

    /**
     * A cue as a range of words.
     *
     * @param head word of the verb, or the last word
     * @param verb its verb, null for "according to" and the colon
     */
    record Cue(int from, int to, int head, Verb verb, double weight, boolean takesSourceAfter) {
        static Cue tagged(Words words, int from, int to) {
            int head = to - 1;
            Verb verb = null;
            for (int i = from; i < to && verb == null; i++) {
                verb = SpeechVerbs.of(words.at(i).lower());
                head = verb == null ? head : i;
            }
            String first = words.at(from).lower();
            boolean after = first.equals("according") || to - from == 1 && PREPOSITIONS.contains(first);
            return new Cue(from, to, head, verb, 1, after);
        }

        /** A participle without an auxiliary: "adding", not "was adding". */
        boolean isParticiple(Words words) {
            return verb != null && verb.gerund() && !(head > from && SpeechVerbs.isAuxiliary(words.at(from).lower()));
        }

        /** What a doubtful verb costs against a sure one. */
        double penalty() {
            return DOUBT * (1 - Math.min(1, weight / FULL_WEIGHT));
        }
    }

    /** The cues of a frame outside quotation marks that do not touch the ones already known. */
    List<Cue> in(Span frame, List<Cue> known) {
        List<Cue> found = new ArrayList<>();
        int k = 0;
        for (int i = frame.begin(); i < frame.end(); i++) {
            while (k < known.size() && known.get(k).to() <= i) {
                k++;
            }
            boolean taken = k < known.size() && known.get(k).from() <= i;
            Word word = words.at(i);
            if (taken || word.isInQuotes()) {
                continue;
            }
            Cue cue = cueAt(i, frame);
            if (cue != null) {
                if (!found.isEmpty() && cue.from < found.get(found.size() - 1).to) {
                    found.remove(found.size() - 1); // "wants to say" is one cue
                }
                found.add(cue);
                i = Math.max(i, cue.to - 1);
            }
        }
        boolean verbs = found.stream().anyMatch(cue -> cue.verb != null);
        found.removeIf(cue -> verbs && cue.weight == COLON_AFTER_CLAUSE);
        return found;
    }

    private Cue cueAt(int i, Span frame) {
        Word word = words.at(i);
        if (word.lower().equals("according") && i + 1 < frame.end() && words.at(i + 1).lower().equals("to")) {
            return new Cue(i, i + 2, i, null, 1, true);
        }
        if (word.text().equals(":")) {
            return colon(i, frame);
        }
        if (word.lower().equals("clear") && clearFrom(i, frame) < i) {
            return new Cue(clearFrom(i, frame), i + 1, i, CLEAR, CLEAR.weight(), false);
        }
        if (word.lower().matches("puts?") && i + 1 < frame.end() && words.at(i + 1).lower().equals("it")) {
            return new Cue(i, i + 2, i, CLEAR, CLEAR.weight(), false);
        }
        Verb verb = SpeechVerbs.of(word.lower());
        boolean shouting = word.isCapital() && i > frame.begin() && !word.kind().equals("title");
        if (verb == null || verb.weight() < LEAST_WEIGHT || shouting || isNoun(i, frame)) {
            return null;
        }
        int from = i;
        while (from > frame.begin() && leads(from - 1)) {
            from--;
        }
        return new Cue(from, i + 1, i, verb, verb.weight(), false);
    }

    /** "made clear", "has made it clear": where the verb begins, or i. */
    private int clearFrom(int i, Span frame) {
        int at = i - 1;
        if (at > frame.begin() && Set.of("it", "very", "quite", "perfectly").contains(words.at(at).lower())) {
            at--;
        }
        if (at < frame.begin() || !Set.of("make", "makes", "made", "making").contains(words.at(at).lower())) {
            return i;
        }
        while (at > frame.begin() && leads(at - 1)) {
            at--;
        }
        return at;
    }

    private boolean leads(int i) {
        Word word = words.at(i);
        if (word.isInQuotes()) {
            return false;
        }
        String lower = word.lower();
        String before = i > 0 ? words.at(i - 1).lower() : "";
        if (lower.equals("to")) {
            return SpeechVerbs.isLight(before) || before.equals("on");
        }
        return SpeechVerbs.isAuxiliary(lower) || SpeechVerbs.isAdverb(lower) || SpeechVerbs.isNegation(lower)
                || SpeechVerbs.isLight(lower) || lower.equals("on") && SpeechVerbs.isLight(before);
    }

    /** "the claim", "a report", "his call": a noun of the same form. */
    private boolean isNoun(int i, Span frame) {
        if (i == frame.begin()) {
            return !words.at(i).lower().endsWith("ing");
        }
        String before = words.at(i - 1).lower();
        Verb verb = SpeechVerbs.of(words.at(i).lower());
        if (verb.bare() && !isVerbal(i - 1)) {
            return true;
        }
        boolean nounForm = verb.bare() || words.at(i).lower().endsWith("s") || verb.gerund();
        return nounForm && BEFORE_NOUN.contains(before)
                || words.at(i).lower().endsWith("s") && BEFORE_PLURAL.contains(before);
    }

    /** May the word stand before a verb in its base form: "to say", "they say", "officials say", "who say"? */
    private boolean isVerbal(int i) {
        Word word = words.at(i);
        String lower = word.lower();
        return BEFORE_BASE.contains(lower) || SpeechVerbs.isAuxiliary(lower) || SpeechVerbs.isNegation(lower)
                || SpeechVerbs.isAdverb(lower) || lower.endsWith("s") && !lower.endsWith("'s") && !lower.endsWith("’s")
                || word.isName() || word.text().equals("%") || word.text().equals(",") || word.isInQuotes();
    }

    private Cue colon(int i, Span frame) {
        boolean quoteFollows = i + 1 < frame.end() && words.at(i + 1).isInQuotes();
        boolean nameBefore = i > frame.begin() && i <= frame.begin() + 5 && startsFrame(frame.begin(), i);
        if (!nameBefore && quoteFollows) {
            return new Cue(i, i + 1, i, null, COLON_AFTER_CLAUSE, false);
        }
        if (nameBefore && (quoteFollows || words.at(i).kind().equals("title")) && i + 1 < frame.end()) {
            return new Cue(i, i + 1, i, null, COLON_AFTER_NAME, false);
        }
        return null;
    }

    /** A frame's last cue, where the frame ends with a colon and so announces what the next paragraph says. */
    Cue announcing(Span frame) {
        if (!words.at(frame.end() - 1).text().equals(":")) {
            return null;
        }
        List<Cue> found = in(frame, List.of());
        found.removeIf(cue -> cue.verb == null && !cue.takesSourceAfter);
        return found.isEmpty() ? new Cue(frame.end() - 1, frame.end(), frame.end() - 1, null, COLON_AFTER_CLAUSE, false) : found.get(found.size() - 1);
    }

    private boolean startsFrame(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.at(i).isCapital() || words.at(i).isInQuotes()) {
                return false;
            }
        }
        return true;
    }

    /** The noun phrase that is the cue's subject, or null. */
    Range source(Cue cue, Span frame, Subjects subjects) {
        if (cue.takesSourceAfter) {
            return subjects.after(cue.to, frame.end());
        }
        if (words.at(cue.from).text().equals(":")) {
            Range before = subjects.before(cue.from, frame.begin());
            return before != null && before.from() == frame.begin() ? before : mainSubject(cue, frame, subjects);
        }
        boolean pauseBefore = cue.from == frame.begin() || words.at(cue.from - 1).isInQuotes();
        boolean pausedByComma = cue.from > frame.begin() && words.at(cue.from - 1).text().equals(",")
                && (cue.from - 2 < frame.begin() || words.at(cue.from - 2).isInQuotes());
        if (cue.isParticiple(words)) {
            return null;
        }
        if (pauseBefore || pausedByComma) {
            return cue.verb == null ? null : subjects.after(cue.to, frame.end());
        }
        Range before = subjects.before(cue.from, frame.begin());
        if (before == null && words.at(cue.from - 1).text().equals(",") && cue.verb != null) {
            return subjects.after(cue.to, frame.end()); // indirect speech before it: "It may rain, said Ann Lee"
        }
        return before;
    }

    /** For a participle ("..., adding that"): the subject at the beginning of the frame's main clause. */
    Range mainSubject(Cue cue, Span frame, Subjects subjects) {
        for (int i = mainClause(frame, cue.from) + 1; i < cue.from; i++) {
            Word word = words.at(i);
            Verb verb = SpeechVerbs.of(word.lower());
            boolean finite = SpeechVerbs.isAuxiliary(word.lower()) && word.text().length() > 2
                    || verb != null && !verb.gerund()
                    || IRREGULAR_PAST.contains(word.lower())
                    || word.lower().endsWith("ed") && !word.isCapital();
            if (finite && !word.isInQuotes()) {
                Range subject = subjects.before(i, frame.begin());
                if (subject != null) {
                    return subject;
                }
            }
        }
        return null;
    }

    /** Where the main clause begins: behind the first comma where the frame opens with "When ...", "As ...". */
    private int mainClause(Span frame, int limit) {
        if (!SUBORDINATE.contains(words.at(frame.begin()).lower())) {
            return frame.begin();
        }
        for (int i = frame.begin(); i < limit; i++) {
            if (words.at(i).text().equals(",")) {
                return i;
            }
        }
        return frame.begin();
    }

    /** Does the verb follow a closing mark at once: “We leave,” said ...? */
    boolean isInverted(Cue cue) {
        return cue.verb != null && !cue.verb.gerund() && cue.from > 0 && words.at(cue.from - 1).isInQuotes();
    }

    /** Does the cue follow "and" or "but", and so look forward: "..., but said"? */
    boolean isJoined(Cue cue) {
        return cue.from > 0 && Set.of("and", "but", "or").contains(words.at(cue.from - 1).lower());
    }

    /**
     * The reported clause of a cue whose source is known, or null where the form is not plain.
     *
     * @param next where the next cue that does not belong to the clause begins, or the frame ends
     */
    Range reported(Cue cue, Range source, Span whole, int next) {
        Span frame = new Span(whole.begin(), next);
        if (cue.takesSourceAfter) {
            return accordingTo(cue, source, frame);
        }
        boolean saying = cue.verb != null && FINITE_SAYING.contains(cue.verb.lemma());
        if (cue.verb == null) {
            int end = clauseEnd(cue.to, frame);
            return words.at(cue.from).text().equals(":") && end - cue.to > 1 ? new Range(cue.to, end) : null;
        }
        boolean ends = cue.to >= frame.end() || ".;".contains(words.at(cue.to).text()) || source.from() >= cue.to
                || trails(cue, frame);
        int start = Math.min(cue.from, source.from());
        if (ends && start > frame.begin() + 3 && words.at(start - 1).text().equals(",") && cue.weight >= SURE) {
            return new Range(frame.begin(), start - 1);
        }
        int from = afterAddressee(cue.to, frame);
        boolean that = from < frame.end() && words.at(from).lower().equals("that");
        if (!that && !(saying && startsClause(from, frame))) {
            return null;
        }
        int end = clauseEnd(from, frame);
        return end - from > 2 ? new Range(from, end) : null;
    }

    /** "..., she said in a speech": what follows the cue is no clause, and the frame does not open with "On Monday,". */
    private boolean trails(Cue cue, Span frame) {
        if (!TRAILING.contains(words.at(cue.to).lower()) || TRAILING.contains(words.at(frame.begin()).lower())
                || SUBORDINATE.contains(words.at(frame.begin()).lower())) {
            return false;
        }
        for (int i = cue.to; i < frame.end(); i++) {
            if (words.at(i).lower().equals("that") || words.at(i).isInQuotes()) {
                return false;
            }
        }
        return true;
    }

    private Range accordingTo(Cue cue, Range source, Span frame) {
        if (cue.from == frame.begin()) {
            int from = source.to();
            while (from < frame.end() && !words.at(from).text().equals(",")) {
                from++;
            }
            int end = clauseEnd(from, frame);
            return end - from > 3 ? new Range(from + 1, end) : null;
        }
        int to = words.at(cue.from - 1).text().equals(",") ? cue.from - 1 : cue.from;
        return to - frame.begin() > 2 ? new Range(frame.begin(), to) : null;
    }

    /** Does the inner cue stand in the clause that the outer one reports, nothing between them coming back to the outer? */
    boolean governs(Cue outer, Cue inner) {
        if (outer.verb == null || !FINITE_SAYING.contains(outer.verb.lemma()) || inner.isParticiple(words)) {
            return false;
        }
        int from = outer.to;
        boolean clause = from < inner.from && words.at(from).lower().equals("that");
        for (int i = from; i < inner.from; i++) {
            Word word = words.at(i);
            if (word.isInQuotes() || word.text().equals(",") || word.lower().equals("and") || word.lower().equals("but")
                    || word.text().equals(";")) {
                return false;
            }
            clause |= i > from && (SpeechVerbs.isAuxiliary(word.lower()) || Subjects.PRONOUNS.contains(word.lower()));
        }
        return clause || inner.from - from > 1;
    }

    private int afterAddressee(int i, Span frame) {
        int at = i;
        for (int steps = 0; steps < 6 && at < frame.end(); steps++) {
            Word word = words.at(at);
            boolean skip = ADDRESSEES.contains(word.lower()) || DAYS.contains(word.lower())
                    || word.lower().equals("on") && at + 1 < frame.end() && DAYS.contains(words.at(at + 1).lower());
            if (!skip) {
                break;
            }
            at++;
        }
        if (at == i && words.at(i - 1).lower().matches("t(?:ell|old|ells|elling)")) {
            while (at < frame.end() && at < i + 8 && !words.at(at).lower().equals("that") && !words.at(at).isInQuotes()) {
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
        return word.isWord() && !word.lower().equals("to") && !word.lower().equals("in") && !word.lower().equals("of")
                && !word.lower().equals("about") && !word.lower().equals("on") && !word.lower().equals("at");
    }

    private int clauseEnd(int from, Span frame) {
        int end = frame.end();
        while (end > from && ".!?".contains(words.at(end - 1).text()) && !words.at(end - 1).isInQuotes()) {
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
        int from = afterAddressee(cue.to, new Span(cue.to, quoted.from()));
        for (int i = cue.to; i < quoted.from(); i++) {
            Word word = words.at(i);
            if (word.isInQuotes()) {
                from = i + 1;
            } else if (i == quoted.from() - 1 && (word.text().equals(",") || word.text().equals(":"))) {
                from = quoted.from();
            }
        }
        if (source != null && source.from() >= cue.to && source.to() <= quoted.from()) {
            from = Math.max(from, source.to());
        }
        from = Math.min(from, quoted.from());
        int frameEnd = words.frames.get(words.frame(quoted.from())).end();
        int to = quoted.to();
        boolean closed = to - 2 >= quoted.from() && ".,?!;".contains(words.at(to - 2).text());
        while (!closed && to < frameEnd && !words.at(to).isInQuotes() && !".,;:—–".contains(words.at(to).text())
                && !words.at(to).lower().equals("and") && !words.at(to).lower().equals("but")) {
            to++;
        }
        widened.range(from, to);
    }
}
