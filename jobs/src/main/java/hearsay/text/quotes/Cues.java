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
    private static final double LEAST_WEIGHT = WEIGHTS.number("cue_least_weight");
    private static final double COLON_AFTER_CLAUSE = WEIGHTS.number("cue_colon_after_clause");
    private static final Set<String> BEFORE_NOUN = WordLists.of("before-nouns");
    private static final Set<String> BEFORE_PLURAL = WordLists.of("before-plurals");
    private static final Set<String> BEFORE_BASE = WordLists.of("before-base-verbs");
    private static final Set<String> IRREGULAR_PAST = WordLists.of("finite-verbs");
    private static final Set<String> SUBORDINATE = WordLists.of("subordinators");

    private static final Verb CLEAR = new Verb("make clear", CLEAR_WEIGHT, false, false);

    private final Words words;

    Cues(Words words) {
        this.words = words;
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
                if (!found.isEmpty() && cue.from() < found.get(found.size() - 1).to()) {
                    found.remove(found.size() - 1); // "wants to say" is one cue
                }
                found.add(cue);
                i = Math.max(i, cue.to() - 1);
            }
        }
        boolean verbs = found.stream().anyMatch(cue -> cue.verb() != null);
        found.removeIf(cue -> verbs && cue.weight() == COLON_AFTER_CLAUSE);
        return found;
    }

    private Cue cueAt(int i, Span frame) {
        Word word = words.at(i);
        if (word.lower().equals("according")
                && i + 1 < frame.end()
                && words.at(i + 1).lower().equals("to")) {
            return new Cue(i, i + 2, i, null, 1, true);
        }
        if (word.text().equals(":")) {
            return colon(i, frame);
        }
        if (word.lower().equals("clear") && clearFrom(i, frame) < i) {
            return new Cue(clearFrom(i, frame), i + 1, i, CLEAR, CLEAR.weight(), false);
        }
        if (word.lower().matches("puts?")
                && i + 1 < frame.end()
                && words.at(i + 1).lower().equals("it")) {
            return new Cue(i, i + 2, i, CLEAR, CLEAR.weight(), false);
        }
        Verb verb = SpeechVerbs.of(word.lower());
        boolean shouting = word.isCapital() && i > frame.begin() && !word.isInTitle();
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
        if (at > frame.begin()
                && Set.of("it", "very", "quite", "perfectly")
                        .contains(words.at(at).lower())) {
            at--;
        }
        if (at < frame.begin()
                || !Set.of("make", "makes", "made", "making")
                        .contains(words.at(at).lower())) {
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
        return SpeechVerbs.isAuxiliary(lower)
                || SpeechVerbs.isAdverb(lower)
                || SpeechVerbs.isNegation(lower)
                || SpeechVerbs.isLight(lower)
                || (lower.equals("on") && SpeechVerbs.isLight(before));
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
        return (nounForm && BEFORE_NOUN.contains(before))
                || (words.at(i).lower().endsWith("s") && BEFORE_PLURAL.contains(before));
    }

    /** May the word stand before a verb in its base form: "to say", "they say", "officials say", "who say"? */
    private boolean isVerbal(int i) {
        Word word = words.at(i);
        String lower = word.lower();
        return BEFORE_BASE.contains(lower)
                || SpeechVerbs.isAuxiliary(lower)
                || SpeechVerbs.isNegation(lower)
                || SpeechVerbs.isAdverb(lower)
                || (lower.endsWith("s") && !lower.endsWith("'s") && !lower.endsWith("’s"))
                || word.isName()
                || word.text().equals("%")
                || word.text().equals(",")
                || word.isInQuotes();
    }

    private Cue colon(int i, Span frame) {
        boolean quoteFollows = i + 1 < frame.end() && words.at(i + 1).isInQuotes();
        boolean nameBefore = i > frame.begin() && i <= frame.begin() + 5 && startsFrame(frame.begin(), i);
        if (!nameBefore && quoteFollows) {
            return new Cue(i, i + 1, i, null, COLON_AFTER_CLAUSE, false);
        }
        if (nameBefore && (quoteFollows || words.at(i).isInTitle()) && i + 1 < frame.end()) {
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
        found.removeIf(cue -> cue.verb() == null && !cue.takesSourceAfter());
        return found.isEmpty()
                ? new Cue(frame.end() - 1, frame.end(), frame.end() - 1, null, COLON_AFTER_CLAUSE, false)
                : found.get(found.size() - 1);
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
        if (cue.takesSourceAfter()) {
            return subjects.after(cue.to(), frame.end());
        }
        if (words.at(cue.from()).text().equals(":")) {
            Range before = subjects.before(cue.from(), frame.begin());
            return before != null && before.from() == frame.begin() ? before : mainSubject(cue, frame, subjects);
        }
        boolean pauseBefore =
                cue.from() == frame.begin() || words.at(cue.from() - 1).isInQuotes();
        boolean pausedByComma = cue.from() > frame.begin()
                && words.at(cue.from() - 1).text().equals(",")
                && (cue.from() - 2 < frame.begin() || words.at(cue.from() - 2).isInQuotes());
        if (cue.isParticiple(words)) {
            return null;
        }
        if (pauseBefore || pausedByComma) {
            return cue.verb() == null ? null : subjects.after(cue.to(), frame.end());
        }
        Range before = subjects.before(cue.from(), frame.begin());
        if (before == null && words.at(cue.from() - 1).text().equals(",") && cue.verb() != null) {
            return subjects.after(cue.to(), frame.end()); // indirect speech before it: "It may rain, said Ann Lee"
        }
        return before;
    }

    /** For a participle ("..., adding that"): the subject at the beginning of the frame's main clause. */
    Range mainSubject(Cue cue, Span frame, Subjects subjects) {
        for (int i = mainClause(frame, cue.from()) + 1; i < cue.from(); i++) {
            Word word = words.at(i);
            Verb verb = SpeechVerbs.of(word.lower());
            boolean finite =
                    (SpeechVerbs.isAuxiliary(word.lower()) && word.text().length() > 2)
                            || (verb != null && !verb.gerund())
                            || IRREGULAR_PAST.contains(word.lower())
                            || (word.lower().endsWith("ed") && !word.isCapital());
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
        return cue.verb() != null
                && !cue.verb().gerund()
                && cue.from() > 0
                && words.at(cue.from() - 1).isInQuotes();
    }

    /** Does the cue follow "and" or "but", and so look forward: "..., but said"? */
    boolean isJoined(Cue cue) {
        return cue.from() > 0
                && Set.of("and", "but", "or").contains(words.at(cue.from() - 1).lower());
    }
}
