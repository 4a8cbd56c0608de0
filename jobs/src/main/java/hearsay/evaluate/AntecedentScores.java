package hearsay.evaluate;

import hearsay.evaluate.Reliability.Stated;
import java.util.List;
import java.util.Locale;

/**
 * How well pronouns are given to those whom they mean.
 *
 * @param pronouns of the file
 * @param read     those that were asked for: no pronoun in marks is
 * @param choices  of them, the probability of the best candidate and whether it is right
 */
record AntecedentScores(int pronouns, int read, List<Stated> choices) {
    /** The least probability of a choice that is taken. */
    private static final double LEAST = 0.5;

    /** Precision is the share of right ones among those that are given to someone, recall their share of all of the file. */
    List<Measure> measures() {
        long right = decided().stream().filter(Stated::isTrue).count();
        return List.of(Measure.of(
                "antecedents of pronouns",
                Reliability.share(right, decided().size()),
                Reliability.share(right, pronouns)));
    }

    private List<Stated> decided() {
        return choices.stream().filter(choice -> choice.probability() >= LEAST).toList();
    }

    @Override
    public String toString() {
        long best = choices.stream().filter(Stated::isTrue).count();
        long right = decided().stream().filter(Stated::isTrue).count();
        return line("pronouns", pronouns, pronouns)
                + line("read outside of marks", read, pronouns)
                + line("  best candidate right", best, read)
                + line("given to someone", decided().size(), read)
                + line("  right", right, decided().size())
                + System.lineSeparator()
                + Reliability.of(choices, 0);
    }

    private static String line(String what, long rows, long all) {
        return String.format(Locale.ROOT, "%-26s %6d %8.1f %%%n", what, rows, 100 * Reliability.share(rows, all));
    }
}
