package hearsay.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of taggers in the names Hearsay uses. CoNLL-2003's four types are ours; OntoNotes' finer ones fall into them,
 * its dates, numbers and amounts are no names. BIOES and IOB1 labels read as BIO.
 */
public final class TagNames {
    public static final List<String> ENTITY_TYPES = List.of("PER", "ORG", "LOC", "MISC");
    public static final List<String> ATTRIBUTION_TYPES = List.of("SOURCE", "CUE", "CONTENT");

    /** Labels with this prefix are of the attribution head of a model with two heads. */
    public static final String ATTRIBUTION_PREFIX = "Q:";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("PER", "PER"), Map.entry("PERSON", "PER"), Map.entry("PERS", "PER"),
            Map.entry("ORG", "ORG"), Map.entry("ORGANIZATION", "ORG"), Map.entry("ORGANISATION", "ORG"),
            Map.entry("LOC", "LOC"), Map.entry("LOCATION", "LOC"), Map.entry("GPE", "LOC"), Map.entry("FAC", "LOC"),
            Map.entry("MISC", "MISC"), Map.entry("MISCELLANEOUS", "MISC"), Map.entry("NORP", "MISC"),
            Map.entry("EVENT", "MISC"), Map.entry("PRODUCT", "MISC"), Map.entry("WORK_OF_ART", "MISC"),
            Map.entry("LAW", "MISC"), Map.entry("LANGUAGE", "MISC"),
            Map.entry("SOURCE", "SOURCE"), Map.entry("CUE", "CUE"), Map.entry("CONTENT", "CONTENT"));

    private TagNames() {}

    /** Probabilities by entity tag, from those by label of any tagger; labels of other things count as O. */
    public static Map<String, Double> entities(Map<String, Double> byLabel) {
        Map<String, Double> byTag = new HashMap<>();
        byLabel.forEach((label, p) -> {
            if (!label.startsWith(ATTRIBUTION_PREFIX)) {
                add(byTag, label, ENTITY_TYPES, p);
            }
        });
        return byTag;
    }

    /** Probabilities by attribution tag; empty for a tagger without these labels. */
    public static Map<String, Double> attribution(Map<String, Double> byLabel) {
        Map<String, Double> byTag = new HashMap<>();
        byLabel.forEach((label, p) -> {
            if (label.startsWith(ATTRIBUTION_PREFIX)) {
                add(byTag, label.substring(ATTRIBUTION_PREFIX.length()), ATTRIBUTION_TYPES, p);
            }
        });
        return byTag;
    }

    /** A bare label, "PER", does not tell a first word from a later one: it speaks for both alike. */
    private static void add(Map<String, Double> byTag, String label, List<String> types, double p) {
        boolean prefixed = label.length() > 2 && (label.charAt(1) == '-' || label.charAt(1) == '_');
        String type = TYPES.get(prefixed ? label.substring(2) : label);
        if (type == null || !types.contains(type)) {
            byTag.merge("O", p, Double::sum);
        } else if (prefixed) {
            byTag.merge(("BSU".indexOf(label.charAt(0)) >= 0 ? "B-" : "I-") + type, p, Double::sum);
        } else {
            byTag.merge("B-" + type, p / 2, Double::sum);
            byTag.merge("I-" + type, p / 2, Double::sum);
        }
    }
}
