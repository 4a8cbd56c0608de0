package hearsay.evaluate;

import hearsay.settings.OperatorMistake;
import hearsay.text.quotes.Antecedents;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the weights of {@link Antecedents} from pronouns whose antecedents are known: a conditional logit, L2-regularised, by
 * gradient ascent with a step of its own for each weight. The same examples give the same weights.
 */
final class AntecedentLearning {
    /** Of the weights, for a sum of losses: as strong as a variance of 1. */
    private static final double STRENGTH = 1;

    private static final int ROUNDS = 600;
    private static final double FIRST_STEP = 0.1;
    private static final double GROWTH = 1.2;
    private static final double SHRINKING = 0.5;

    private AntecedentLearning() {}

    /**
     * A pronoun whose antecedent is known.
     *
     * @param alternatives the features of those who may be meant, and of nobody
     * @param right        whether it is the antecedent; of several, one of them is, and it is not known which
     */
    record Example(List<Map<String, Double>> alternatives, List<Boolean> right) {
        private double sumOfRight(List<Double> of) {
            double sum = 0;
            for (int a = 0; a < of.size(); a++) {
                sum += right.get(a) ? of.get(a) : 0;
            }
            return sum;
        }
    }

    /**
     * The weights under which the antecedents are most probable.
     *
     * @param names of the features that get one
     * @throws OperatorMistake where there are no examples
     */
    static Map<String, Double> learn(List<Example> examples, List<String> names) {
        if (examples.isEmpty()) {
            throw new OperatorMistake(
                    "There is no pronoun to learn from: none of the file's was read with its antecedent.");
        }
        Map<String, Double> weights = new HashMap<>();
        Map<String, Double> steps = new HashMap<>();
        Map<String, Double> before = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> gradient = gradient(examples, weights);
            for (String name : names) {
                double weight = weights.getOrDefault(name, 0.0);
                double slope = gradient.getOrDefault(name, 0.0) - STRENGTH * weight;
                double turn = slope * before.getOrDefault(name, 0.0);
                double factor = turn > 0 ? GROWTH : turn < 0 ? SHRINKING : 1;
                double step = factor * steps.getOrDefault(name, FIRST_STEP);
                weights.put(name, weight + step * Math.signum(slope));
                steps.put(name, step);
                before.put(name, slope);
            }
        }
        return weights;
    }

    /** How fast the log-likelihood grows with each weight. */
    private static Map<String, Double> gradient(List<Example> examples, Map<String, Double> weights) {
        Map<String, Double> gradient = new HashMap<>();
        for (Example example : examples) {
            List<Double> probabilities = Antecedents.probabilities(weights, example.alternatives);
            double right = example.sumOfRight(probabilities);
            for (int a = 0; a < probabilities.size(); a++) {
                double of = probabilities.get(a);
                double slope = (example.right.get(a) ? of / right : 0) - of;
                example.alternatives.get(a).forEach((name, value) -> gradient.merge(name, slope * value, Double::sum));
            }
        }
        return gradient;
    }

    /**
     * See {@link WeightsFile#write}.
     *
     * @param prefix of the names in the file
     */
    static void write(Map<String, Double> weights, String prefix, Path file) {
        Map<String, Double> rows = new HashMap<>();
        weights.forEach((name, weight) -> rows.put(prefix + name, weight));
        WeightsFile.write(rows, file, "antecedents");
    }
}
