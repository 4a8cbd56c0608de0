package hearsay.text.quotes;

import hearsay.settings.Resources;
import hearsay.settings.WordLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verbs of speech and thought in all their forms, with a weight: how often the form, outside quotation marks, is the cue of
 * an attribution ("said" 0.94, "talks" 0.3, "states" as good as never).
 */
final class SpeechVerbs {
    private static final String VOWELS = "aeiou";
    private static final int BASE = 0;
    private static final int GERUND = 3;
    private static final Map<String, Verb> BY_FORM = load();

    private static final Set<String> AUXILIARIES = WordLists.of("auxiliaries");
    private static final Set<String> ADVERBS = WordLists.of("adverbs");
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "cannot");
    private static final Set<String> LIGHT = WordLists.of("light-verbs");

    private SpeechVerbs() {}

    /** One form of a verb: its weight, and whether the form is a participle in -ing. */
    record Verb(String lemma, double weight, boolean gerund, boolean bare) {}

    /** The verb of which the lower-case word is a form, or null. */
    static Verb of(String word) {
        return BY_FORM.get(word);
    }

    static boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    static boolean isAdverb(String word) {
        return ADVERBS.contains(word) || (word.length() > 4 && word.endsWith("ly") && !word.equals("family"));
    }

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't") || word.endsWith("n’t");
    }

    /** A verb that only leads to the next one, as in "declined to say". */
    static boolean isLight(String word) {
        return LIGHT.contains(word);
    }

    private static Map<String, Verb> load() {
        Map<String, Verb> verbs = new HashMap<>();
        List<String> lines = Resources.lines("speech-verbs.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<Set<String>> forms = forms(cells[0], cells[1]);
            for (int k = 0; k < forms.size(); k++) {
                for (String form : forms.get(k)) {
                    Verb verb = new Verb(cells[0], Double.parseDouble(cells[k + 2]), k == GERUND, k == BASE);
                    verbs.merge(form, verb, (x, y) -> x.weight >= y.weight ? x : y);
                }
            }
        }
        return Map.copyOf(verbs);
    }

    /** Base, third person, past, participle in -ing; both spellings where the last letter may be doubled. */
    static List<Set<String>> forms(String verb, String irregular) {
        int last = verb.length() - 1;
        boolean endsInY = verb.endsWith("y") && VOWELS.indexOf(verb.charAt(last - 1)) < 0;
        boolean hisses = verb.matches(".*(s|x|z|ch|sh)");
        String stem = verb.endsWith("e") ? verb.substring(0, last) : verb;
        Set<String> past = new HashSet<>(
                irregular.isBlank()
                        ? List.of(endsInY ? verb.substring(0, last) + "ied" : stem + "ed")
                        : List.of(irregular.split(" ")));
        Set<String> gerund = new HashSet<>(Set.of(stem + "ing"));
        boolean doubles = last > 1
                && VOWELS.indexOf(verb.charAt(last)) < 0
                && "wxy".indexOf(verb.charAt(last)) < 0
                && VOWELS.indexOf(verb.charAt(last - 1)) >= 0
                && VOWELS.indexOf(verb.charAt(last - 2)) < 0;
        if (doubles) {
            gerund.add(verb + verb.charAt(last) + "ing");
            if (irregular.isBlank()) {
                past.add(verb + verb.charAt(last) + "ed");
            }
        }
        String third = endsInY ? verb.substring(0, last) + "ies" : hisses ? verb + "es" : verb + "s";
        return List.of(Set.of(verb), Set.of(third), past, gerund);
    }
}
