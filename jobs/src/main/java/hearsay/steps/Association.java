package hearsay.steps;

import hearsay.text.entities.Wilson;
import java.io.Serializable;

/**
 * How much more often two entities meet in a story than chance would have them.
 *
 * @param npmi              normalised pointwise mutual information, -1 (never) to 1 (only together): Bouma 2009
 * @param npmiLow           the same at the lower end of the 95 % interval of the stories in common
 * @param npmiHigh          and at the upper end: three stories leave a wide interval, three hundred a narrow one
 * @param logLikelihood     G2, Dunning 1993, with a minus where the two meet less often than chance
 * @param logLikelihoodLow  the same at the lower end of the interval
 * @param logLikelihoodHigh and at the upper end
 */
record Association(
        double npmi,
        double npmiLow,
        double npmiHigh,
        double logLikelihood,
        double logLikelihoodLow,
        double logLikelihoodHigh)
        implements Serializable {
    /**
     * @param both stories that name both
     * @param a    stories that name the one
     * @param b    stories that name the other
     * @param all  stories
     */
    static Association of(long both, long a, long b, long all) {
        long fewer = Math.min(a, b);
        double[] share = Wilson.interval(both, fewer);
        double low = share[0] * fewer;
        double high = share[1] * fewer;
        return new Association(
                npmi(both, a, b, all),
                npmi(low, a, b, all),
                npmi(high, a, b, all),
                logLikelihood(both, a, b, all),
                logLikelihood(low, a, b, all),
                logLikelihood(high, a, b, all));
    }

    static double npmi(double both, double a, double b, double all) {
        if (both <= 0) {
            return -1;
        }
        if (both >= all) {
            return 1;
        }
        double pmi = Math.log(both * all / (a * b));
        return Math.max(-1, Math.min(1, pmi / -Math.log(both / all)));
    }

    private static double logLikelihood(double both, double a, double b, double all) {
        double onlyA = a - both;
        double onlyB = b - both;
        double none = Math.max(0, all - a - b + both);
        double total = both + onlyA + onlyB + none;
        double expected = a * b / total;
        return (both < expected ? -2 : 2)
                * (term(both, expected)
                        + term(onlyA, (both + onlyA) * (onlyA + none) / total)
                        + term(onlyB, (both + onlyB) * (onlyB + none) / total)
                        + term(none, (onlyA + none) * (onlyB + none) / total));
    }

    private static double term(double seen, double expected) {
        return seen <= 0 ? 0 : seen * Math.log(seen / expected);
    }
}
