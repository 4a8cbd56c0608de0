package hearsay.evaluate;

/** One line of an evaluation. @param what what was measured, such as "names ALL"; the others lie between 0 and 1 */
public record Measure(String what, double precision, double recall, double f1) {
    /** With the harmonic mean of the two, 0 where both are. */
    static Measure of(String what, double precision, double recall) {
        double sum = precision + recall;
        return new Measure(what, precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }
}
