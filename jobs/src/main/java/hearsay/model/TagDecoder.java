package hearsay.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The likeliest tags that make sense: a tag I-X stands only behind B-X or I-X. Viterbi over the tagger's own probabilities,
 * with no transition weights besides.
 */
public final class TagDecoder {
    private static final double LEAST = 1e-9;

    private final List<String> tags;
    private final boolean[][] allowed;

    /** @param types span types, such as PER; the tags are O, B- and I- of each */
    public TagDecoder(List<String> types) {
        tags = TagNames.tags(types);
        allowed = new boolean[tags.size()][tags.size()];
        for (int from = 0; from < tags.size(); from++) {
            for (int to = 0; to < tags.size(); to++) {
                allowed[from][to] = !tags.get(to).startsWith("I-")
                        || (tags.get(from).endsWith(tags.get(to).substring(1)) && from > 0);
            }
        }
    }

    /** One word's tag and its probability. */
    public record Tagged(String tag, double probability) {}

    /** @param probabilities of each word, by tag: O, B- and I- of the first type ... Need not add up to one. */
    public List<Tagged> decode(List<double[]> probabilities) {
        int n = probabilities.size();
        double[][] share = new double[n][];
        int[][] from = new int[n][tags.size()];
        double[] best = new double[tags.size()];
        for (int i = 0; i < n; i++) {
            share[i] = shares(probabilities.get(i));
            best = step(i, share[i], best, from[i]);
        }
        List<Tagged> decoded = new ArrayList<>(n);
        int tag = argMax(best);
        for (int i = n - 1; i >= 0; i--) {
            decoded.add(new Tagged(tags.get(tag), share[i][tag]));
            tag = from[i][tag];
        }
        Collections.reverse(decoded);
        return decoded;
    }

    private double[] step(int i, double[] share, double[] before, int[] from) {
        double[] now = new double[tags.size()];
        for (int to = 0; to < tags.size(); to++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int f = 0; f < tags.size(); f++) {
                boolean possible = i == 0 ? f == 0 && allowed[0][to] : allowed[f][to];
                if (possible && before[f] > max) {
                    max = before[f];
                    from[to] = f;
                }
            }
            now[to] = max + Math.log(share[to]);
        }
        return now;
    }

    private static double[] shares(double[] probabilities) {
        double[] shares = new double[probabilities.length];
        double sum = 0;
        for (int t = 0; t < shares.length; t++) {
            shares[t] = Math.max(LEAST, probabilities[t]);
            sum += shares[t];
        }
        for (int t = 0; t < shares.length; t++) {
            shares[t] /= sum;
        }
        return shares;
    }

    private static int argMax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
