package hearsay.store;

/**
 * How far a night may go before it is held back.
 *
 * @param shrinkShare     share of its rows that a partition may lose, 0 to 1
 * @param shrinkRows      rows that any partition may lose whatever its size: small days shrink by chance
 * @param unknownSpeakers share of direct and mixed quotes of the touched days that may be without a speaker, 0 to 1
 * @param unknownFrom     quotes from which on that share is looked at
 */
public record Bounds(double shrinkShare, long shrinkRows, double unknownSpeakers, long unknownFrom) {}
