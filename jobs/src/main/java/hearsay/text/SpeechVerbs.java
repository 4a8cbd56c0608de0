package hearsay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verbs of speech and thought in all their forms, with a weight: how often the verb, outside quotation marks, is the cue of
 * an attribution (counted in the news articles of PolNeAR's training part, add-one smoothed).
 */
final class SpeechVerbs {
    private static final String VOWELS = "aeiou";
    private static final Map<String, Verb> BY_FORM = load();

    private static final Set<String> AUXILIARIES = Set.of(
            "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "will",
            "would", "can", "could", "may", "might", "should", "must", "’s", "'s", "’d", "'d", "’ve", "'ve", "’ll", "'ll");
    private static final Set<String> ADVERBS = Set.of(
            "also", "then", "later", "again", "just", "even", "once", "still", "already", "now", "further", "often",
            "always", "never", "not", "n't", "n’t", "first", "ever", "long", "almost", "soon", "too", "himself",
            "herself");
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "cannot");
    private static final Set<String> LIGHT = Set.of(
            "declined", "refused", "went", "goes", "go", "wants", "wanted", "continued", "began", "sought", "tried", "failed",
            "used", "hastened", "paused", "took", "takes");

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
        return ADVERBS.contains(word) || word.length() > 4 && word.endsWith("ly") && !word.equals("family");
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
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SpeechVerbs.class.getResourceAsStream("speech-verbs.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                List<String> irregular = cells[1].isBlank() ? List.of() : List.of(cells[1].split(" "));
                double weight = Double.parseDouble(cells[2]);
                for (String form : forms(cells[0], irregular)) {
                    boolean gerund = form.endsWith("ing") && !form.equals(cells[0]);
                    Verb verb = new Verb(cells[0], weight, gerund, form.equals(cells[0]));
                    verbs.merge(form, verb, (a, b) -> a.weight >= b.weight ? a : b);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(verbs);
    }

    /** Regular forms, save the past tense where an irregular one is given. */
    private static Set<String> forms(String verb, List<String> irregular) {
        int last = verb.length() - 1;
        boolean endsInY = verb.endsWith("y") && VOWELS.indexOf(verb.charAt(last - 1)) < 0;
        boolean hisses = verb.matches(".*(s|x|z|ch|sh)");
        String stem = verb.endsWith("e") ? verb.substring(0, last) : verb;
        Set<String> forms = new HashSet<>(irregular);
        forms.add(verb);
        forms.add(endsInY ? verb.substring(0, last) + "ies" : hisses ? verb + "es" : verb + "s");
        forms.add(stem + "ing");
        if (irregular.isEmpty()) {
            forms.add(endsInY ? verb.substring(0, last) + "ied" : stem + "ed");
        }
        boolean doubles = last > 1
                && VOWELS.indexOf(verb.charAt(last)) < 0
                && "wxy".indexOf(verb.charAt(last)) < 0
                && VOWELS.indexOf(verb.charAt(last - 1)) >= 0
                && VOWELS.indexOf(verb.charAt(last - 2)) < 0;
        if (doubles) {
            forms.add(verb + verb.charAt(last) + "ing");
            if (irregular.isEmpty()) {
                forms.add(verb + verb.charAt(last) + "ed");
            }
        }
        return forms;
    }
}
