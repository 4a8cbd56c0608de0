package hearsay.text.quotes;

import hearsay.settings.Resources;
import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.quotes.Words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The grammar of a cue.
 *
 * @param verb       class of its main verb: the first that is no auxiliary and is known to be a cue
 * @param head       word of the main verb, or the last word; -1 where there is no cue
 * @param weight     how often the form of the verb is a cue, see {@link SpeechVerbs}; 0 for other verbs
 * @param negated    "did not say"
 * @param passive    "was told", "is expected", "is optimistic"
 * @param spokenOf   the passive of a verb, without "by", or "asked about": the source hears it, or is what it is about
 * @param infinitive "to derail"
 * @param before     words before the main verb that are no auxiliaries, adverbs, negations or light verbs
 * @param topical    it ends with a preposition that leads to a topic: "talked about"
 */
record CueGrammar(
        Verb verb,
        int head,
        double weight,
        boolean negated,
        boolean passive,
        boolean spokenOf,
        boolean infinitive,
        int before,
        boolean topical) {
    /** Words before a cue in which it may be negated: "Neither of them has ever said". */
    private static final int NEGATION_REACH = Weights.of("quotes").whole("cue_negation_reach");

    private static final Set<String> NEGATIVE = Set.of("neither", "nor", "nobody", "none", "no");
    private static final Set<String> TOPICAL = WordLists.of("topic-prepositions");
    /** With these prepositions a verb of speech asks for something: "called for", "argues against". */
    private static final Set<String> DEMANDING = Set.of("for", "to", "against");

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "been", "being", "’re", "'re", "gets", "got");
    private static final Map<String, Verb> BY_FORM = load();

    /** Classes of cues; those of verbs are the acts of cue-acts.csv. */
    enum Verb {
        NONE,
        ACCORDING,
        COLON,
        SPEECH,
        THINKS,
        KNOWS,
        PLANS,
        DENIED,
        ASKED,
        TOPIC,
        JUDGES,
        SEEMS,
        NOUN,
        OTHER;

        /** Whether its passive has the speaker behind it, if anywhere: "was accused", but not "was resolved". */
        private boolean speaks() {
            return this == SPEECH || this == THINKS || this == KNOWS || this == ASKED || this == JUDGES;
        }
    }

    /** @param cue words of the article, or null */
    static CueGrammar of(Words words, Span cue) {
        if (cue == null) {
            return new CueGrammar(Verb.NONE, -1, 0, false, false, false, false, 0, false);
        }
        int from = words.wordAt(cue.begin());
        int to = Math.min(words.size(), Math.max(from + 1, words.wordAt(cue.end() - 1) + 1));
        int known = head(words, from, to);
        int head = known < 0 ? to - 1 : known;
        String form = words.at(head).lower();
        Verb verb = known < 0 ? without(words, from, to) : BY_FORM.getOrDefault(form, Verb.SPEECH);
        boolean be = false;
        int before = 0;
        for (int i = from; i < head; i++) {
            String lower = words.at(i).lower();
            be |= BE.contains(lower);
            before += isPlain(words.at(i)) ? 1 : 0;
        }
        boolean gerund = form.endsWith("ing");
        boolean passive = be && !gerund;
        String last = words.at(to - 1).lower();
        SpeechVerbs.Verb speech = known < 0 ? null : SpeechVerbs.of(form);
        return new CueGrammar(
                verb,
                head,
                speech == null ? 0 : speech.weight(),
                isNegated(words, from, head),
                passive,
                (passive && verb.speaks() && !last.equals("by") && head(words, head + 1, to) < 0)
                        || (verb == Verb.ASKED && form.endsWith("ed") && last.equals("about")),
                head > from && words.at(head - 1).lower().equals("to"),
                before,
                to - 1 > head
                        && TOPICAL.contains(last)
                        && !(DEMANDING.contains(last) && (verb == Verb.SPEECH || verb == Verb.JUDGES)));
    }

    /** The first verb among the words that is known and no auxiliary, or -1. */
    private static int head(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            String lower = words.at(i).lower();
            boolean leads = SpeechVerbs.isAuxiliary(lower) || (SpeechVerbs.isLight(lower) && i + 1 < to);
            if (!leads && (SpeechVerbs.of(lower) != null || BY_FORM.containsKey(lower))) {
                return i;
            }
        }
        return -1;
    }

    private static Verb without(Words words, int from, int to) {
        String first = words.at(from).lower();
        if (first.equals("according") || first.equals("per")) {
            return Verb.ACCORDING;
        }
        if (first.equals(":")) {
            return Verb.COLON;
        }
        for (int i = from; i < to; i++) {
            String lower = words.at(i).lower();
            if (SpeechVerbs.isAuxiliary(lower) || lower.equals("to") || lower.endsWith("ed") || lower.endsWith("ing")) {
                return Verb.OTHER;
            }
        }
        return Verb.NOUN;
    }

    private static boolean isNegated(Words words, int from, int head) {
        for (int i = head - 1; i >= Math.max(0, from - NEGATION_REACH); i--) {
            Word word = words.at(i);
            if (i < from && (!word.isWord() || word.isInQuotes() || words.frame(i) != words.frame(from))) {
                return false;
            }
            if (SpeechVerbs.isNegation(word.lower()) || NEGATIVE.contains(word.lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(Word word) {
        String lower = word.lower();
        return word.isWord()
                && !SpeechVerbs.isAuxiliary(lower)
                && !SpeechVerbs.isAdverb(lower)
                && !SpeechVerbs.isNegation(lower)
                && !SpeechVerbs.isLight(lower)
                && !lower.equals("to");
    }

    private static Map<String, Verb> load() {
        Map<String, Verb> verbs = new HashMap<>();
        List<String> lines = Resources.lines("cue-acts.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Verb verb = Verb.valueOf(cells[2].toUpperCase(Locale.ROOT));
            for (Set<String> forms : SpeechVerbs.forms(cells[0], cells[1])) {
                forms.forEach(form -> verbs.putIfAbsent(form, verb));
            }
        }
        return Map.copyOf(verbs);
    }
}
