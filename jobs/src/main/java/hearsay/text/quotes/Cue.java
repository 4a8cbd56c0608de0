package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.text.quotes.SpeechVerbs.Verb;
import java.util.Set;

/**
 * A cue as a range of words.
 *
 * @param head word of the verb, or the last word
 * @param verb its verb, null for "according to" and the colon
 */
record Cue(int from, int to, int head, Verb verb, double weight, boolean takesSourceAfter) {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double FULL_WEIGHT = WEIGHTS.number("cue_full_weight");
    private static final double DOUBT = WEIGHTS.number("cue_doubt");

    /** As cues on their own they stand before their source: "in her statement", "for the voters", "per the mayor". */
    private static final Set<String> PREPOSITIONS = Set.of("per", "in", "for", "under", "to");

    static Cue tagged(Words words, int from, int to) {
        int head = to - 1;
        Verb verb = null;
        for (int i = from; i < to && verb == null; i++) {
            verb = SpeechVerbs.of(words.at(i).lower());
            head = verb == null ? head : i;
        }
        String first = words.at(from).lower();
        boolean after = first.equals("according") || (to - from == 1 && PREPOSITIONS.contains(first));
        return new Cue(from, to, head, verb, 1, after);
    }

    /** A participle without an auxiliary: "adding", not "was adding". */
    boolean isParticiple(Words words) {
        return verb != null
                && verb.gerund()
                && !(head > from && SpeechVerbs.isAuxiliary(words.at(from).lower()));
    }

    /** What a doubtful verb costs against a sure one. */
    double penalty() {
        return DOUBT * (1 - Math.min(1, weight / FULL_WEIGHT));
    }
}
