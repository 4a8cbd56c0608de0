package hearsay.model;

import hearsay.tables.EntityType;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The labels of taggers in the names Hearsay uses. CoNLL-2003's four types are ours; OntoNotes' finer ones fall into them,
 * its dates, numbers and amounts are no names. BIOES and IOB1 labels read as BIO.
 */
public final class TagNames {
    public static final List<String> ENTITY_TYPES = EntityType.WORDS;
    public static final List<String> ATTRIBUTION_TYPES = List.of("SOURCE", "CUE", "CONTENT");

    /** Labels with this prefix are of the attribution head of a model with two heads. */
    public static final String ATTRIBUTION_PREFIX = "Q:";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("PER", "PER"),
            Map.entry("PERSON", "PER"),
            Map.entry("PERS", "PER"),
            Map.entry("ORG", "ORG"),
            Map.entry("ORGANIZATION", "ORG"),
            Map.entry("ORGANISATION", "ORG"),
            Map.entry("LOC", "LOC"),
            Map.entry("LOCATION", "LOC"),
            Map.entry("GPE", "LOC"),
            Map.entry("FAC", "LOC"),
            Map.entry("MISC", "MISC"),
            Map.entry("MISCELLANEOUS", "MISC"),
            Map.entry("NORP", "MISC"),
            Map.entry("EVENT", "MISC"),
            Map.entry("PRODUCT", "MISC"),
            Map.entry("WORK_OF_ART", "MISC"),
            Map.entry("LAW", "MISC"),
            Map.entry("LANGUAGE", "MISC"),
            Map.entry("SOURCE", "SOURCE"),
            Map.entry("CUE", "CUE"),
            Map.entry("CONTENT", "CONTENT"));

    private TagNames() {}

    /** The tags that a decoder of these types knows: O, then B- and I- of each. */
    static List<String> tags(List<String> types) {
        return Stream.concat(Stream.of("O"), types.stream().flatMap(type -> Stream.of("B-" + type, "I-" + type)))
                .toList();
    }

    /** Which tags the labels of a tagger are: probabilities by label in, probabilities by tag out. */
    public static final class Shares implements Serializable {
        private final int tags;
        private final double[][] shareOfLabel;

        private Shares(List<String> labels, List<String> types, Function<String, Optional<String>> named) {
            List<String> tags = tags(types);
            this.tags = tags.size();
            this.shareOfLabel = new double[labels.size()][];
            for (int label = 0; label < shareOfLabel.length; label++) {
                double[] shares = new double[this.tags];
                named.apply(labels.get(label)).ifPresent(name -> add(shares, name, types, tags));
                shareOfLabel[label] = shares;
            }
        }

        /** @param byLabel in the order of the labels @return in the order O, B- and I- of the first type ... */
        public double[] of(float[] byLabel) {
            double[] byTag = new double[tags];
            for (int label = 0; label < byLabel.length; label++) {
                for (int tag = 0; tag < tags; tag++) {
                    byTag[tag] += byLabel[label] * shareOfLabel[label][tag];
                }
            }
            return byTag;
        }

        /** A bare label, "PER", does not tell a first word from a later one: it speaks for both alike. */
        private static void add(double[] shares, String label, List<String> types, List<String> tags) {
            boolean prefixed = label.length() > 2 && (label.charAt(1) == '-' || label.charAt(1) == '_');
            String type = TYPES.get(prefixed ? label.substring(2) : label);
            if (type == null || !types.contains(type)) {
                shares[0] = 1;
            } else if (prefixed) {
                shares[tags.indexOf(("BSU".indexOf(label.charAt(0)) >= 0 ? "B-" : "I-") + type)] = 1;
            } else {
                shares[tags.indexOf("B-" + type)] = 0.5;
                shares[tags.indexOf("I-" + type)] = 0.5;
            }
        }
    }

    /** Of any tagger the entity tags; labels of other things count as O, those of an attribution head not at all. */
    public static Shares entities(List<String> labels) {
        return new Shares(
                labels, ENTITY_TYPES, label -> Optional.of(label).filter(l -> !l.startsWith(ATTRIBUTION_PREFIX)));
    }

    /** The attribution tags; nothing of a tagger without these labels. */
    public static Shares attribution(List<String> labels) {
        return new Shares(
                labels,
                ATTRIBUTION_TYPES,
                label -> Optional.of(label)
                        .filter(l -> l.startsWith(ATTRIBUTION_PREFIX))
                        .map(l -> l.substring(ATTRIBUTION_PREFIX.length())));
    }
}
