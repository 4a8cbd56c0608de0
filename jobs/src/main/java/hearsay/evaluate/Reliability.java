package hearsay.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far stated probabilities can be trusted, and what a reader gets who takes only the rows at or above a threshold.
 *
 * @param fifths     of the rows, by what they state, the least sure first
 * @param thresholds 0.50, 0.55 ... 0.95
 */
public record Reliability(List<Fifth> fifths, List<Threshold> thresholds) {
    private static final int PARTS = 5;
    private static final int FIRST_THRESHOLD = 10;
    private static final int LAST_THRESHOLD = 19;
    private static final double TWENTIETHS = 20;

    /** What one row states of itself, and whether it is true. */
    public record Stated(double probability, boolean isTrue) {}

    /**
     * @param rows   of this part of them
     * @param stated mean of their probabilities
     * @param actual share of the true ones. Rows of one probability that stand in two fifths count by their common share, so
     *               that the order of the rows does not matter
     */
    public record Fifth(int rows, double stated, double actual) {
        /** Stated less actual, in points of a hundred. */
        public double points() {
            return 100 * (stated - actual);
        }
    }

    /**
     * @param rows   at or above it
     * @param right  the true ones of them
     * @param trueRows all true rows of the list
     * @param missed true rows that are known and that the list does not have
     */
    public record Threshold(double from, int rows, int right, int trueRows, int missed) {
        /** Share of the rows at or above it that are true; 0 where there is none. */
        public double precision() {
            return share(right, rows);
        }

        /** Share of the true rows of the list that stand at or above it. */
        public double kept() {
            return share(right, trueRows);
        }

        /** Share of all true rows that are known, those the list does not have included, that stand at or above it. */
        public double recall() {
            return share(right, trueRows + missed);
        }
    }

    /** @param missed true rows that are known and not among the stated ones */
    public static Reliability of(List<Stated> rows, int missed) {
        return new Reliability(fifths(rows), thresholds(rows, missed));
    }

    static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    /** The largest difference of a fifth, in points of a hundred, whatever its direction. */
    public double mostPoints() {
        return fifths.stream()
                .mapToDouble(fifth -> Math.abs(fifth.points()))
                .max()
                .orElse(0);
    }

    private static List<Fifth> fifths(List<Stated> rows) {
        List<Stated> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(Stated::probability))
                .toList();
        double[] actual = new double[sorted.size()];
        for (int begin = 0, end; begin < sorted.size(); begin = end) {
            double probability = sorted.get(begin).probability();
            for (end = begin + 1; end < sorted.size() && sorted.get(end).probability() == probability; ) {
                end++;
            }
            double common = share(right(sorted.subList(begin, end)), end - begin);
            Arrays.fill(actual, begin, end, common);
        }
        List<Fifth> fifths = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int begin = (int) ((long) sorted.size() * part / PARTS);
            int end = (int) ((long) sorted.size() * (part + 1) / PARTS);
            double stated = 0;
            double right = 0;
            for (int i = begin; i < end; i++) {
                stated += sorted.get(i).probability();
                right += actual[i];
            }
            fifths.add(new Fifth(end - begin, share(stated, end - begin), share(right, end - begin)));
        }
        return fifths;
    }

    private static List<Threshold> thresholds(List<Stated> rows, int missed) {
        int all = right(rows);
        List<Threshold> thresholds = new ArrayList<>();
        for (int i = FIRST_THRESHOLD; i <= LAST_THRESHOLD; i++) {
            double from = i / TWENTIETHS;
            List<Stated> shown =
                    rows.stream().filter(row -> row.probability() >= from).toList();
            thresholds.add(new Threshold(from, shown.size(), right(shown), all, missed));
        }
        return thresholds;
    }

    private static int right(List<Stated> rows) {
        return (int) rows.stream().filter(Stated::isTrue).count();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(
                String.format(Locale.ROOT, "%-12s %6s %8s %8s %8s%n", "fifth", "rows", "stated", "true", "points"));
        for (int i = 0; i < fifths.size(); i++) {
            Fifth fifth = fifths.get(i);
            out.append(String.format(
                    Locale.ROOT,
                    "%-12s %6d %8.1f %8.1f %+8.1f%n",
                    i + 1,
                    fifth.rows,
                    100 * fifth.stated,
                    100 * fifth.actual,
                    fifth.points()));
        }
        out.append(String.format(
                Locale.ROOT, "%n%-12s %6s %8s %8s %8s%n", "confidence", "rows", "true", "kept", "of known"));
        for (Threshold threshold : thresholds) {
            out.append(String.format(
                    Locale.ROOT,
                    "from %-7.2f %6d %8.1f %8.1f %8.1f%n",
                    threshold.from,
                    threshold.rows,
                    100 * threshold.precision(),
                    100 * threshold.kept(),
                    100 * threshold.recall()));
        }
        return out.toString();
    }
}
