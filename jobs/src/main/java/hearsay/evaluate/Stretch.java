package hearsay.evaluate;

/** A part of a text, in code points. */
public record Stretch(int begin, int end) {}
