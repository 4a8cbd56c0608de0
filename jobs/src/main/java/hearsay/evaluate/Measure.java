package hearsay.evaluate;

/** One line of an evaluation. @param what what was measured, such as "names ALL"; the others lie between 0 and 1 */
public record Measure(String what, double precision, double recall, double f1) {}
