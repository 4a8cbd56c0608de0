package hearsay.text.quotes;

import hearsay.settings.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditional logits of whom a pronoun or a role means: each candidate has named features, the sum of their weights is its
 * log-odds, and the probabilities of all candidates and of nobody add up to 1. The weights are those of
 * {@code weights/antecedents.csv}.
 */
public final class Antecedents {
    /** The feature that nobody has, and no one else. */
    public static final String NOBODY = "nobody";

    private static final Weights WEIGHTS = Weights.of("antecedents");
    private static final Map<Kind, Map<String, Double>> OF_KIND =
            Stream.of(Kind.values()).collect(Collectors.toMap(kind -> kind, kind -> WEIGHTS.under(kind.prefix())));

    private Antecedents() {}

    /** What asks for its antecedent; each has weights of its own. */
    public enum Kind {
        /** "He", "her". */
        PRONOUN,
        /** A role, such as "the senator". */
        ROLE,
        /** "It". */
        IT;

        /** What the names of its rows begin with in the file of weights. */
        public String prefix() {
            return name().toLowerCase(Locale.ROOT) + ".";
        }
    }

    /**
     * Someone who may be meant.
     *
     * @param entityId null for nobody whom the article names
     * @param features name -> value; what is not there is 0
     */
    public record Alternative(String entityId, Map<String, Double> features) {}

    /**
     * A pronoun or role with those who may be meant.
     *
     * @param begin        offset of its first char
     * @param alternatives those who were named before it, each once, and nobody
     */
    public record Asked(int begin, Kind kind, List<Alternative> alternatives) {}

    /** The features that a kind has weights for, in a fixed order. */
    public static List<String> names(Kind kind) {
        return List.copyOf(OF_KIND.get(kind).keySet());
    }

    /** The weights of the file. */
    public static Map<String, Double> weights(Kind kind) {
        return OF_KIND.get(kind);
    }

    /** The sum of the weights of features. */
    public static double logOdds(Map<String, Double> weights, Map<String, Double> features) {
        double sum = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return sum;
    }

    /** The probability of each alternative by the weights of the file. */
    static List<Double> probabilities(Kind kind, List<Alternative> alternatives) {
        return probabilities(
                weights(kind), alternatives.stream().map(Alternative::features).toList());
    }

    /**
     * The probability of each alternative.
     *
     * @param weights name of a feature -> weight
     * @return as many, in the same order; they add up to 1
     */
    public static List<Double> probabilities(Map<String, Double> weights, List<Map<String, Double>> alternatives) {
        double[] odds = alternatives.stream()
                .mapToDouble(features -> logOdds(weights, features))
                .toArray();
        double best = Double.NEGATIVE_INFINITY;
        for (double of : odds) {
            best = Math.max(best, of);
        }
        double total = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp(odds[i] - best);
            total += odds[i];
        }
        List<Double> probabilities = new ArrayList<>();
        for (double of : odds) {
            probabilities.add(of / total);
        }
        return probabilities;
    }
}
