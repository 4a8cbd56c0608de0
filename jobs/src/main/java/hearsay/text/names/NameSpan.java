package hearsay.text.names;

/**
 * A name in a text.
 *
 * @param begin      first char
 * @param end        char after the last
 * @param type       PER, ORG, LOC or MISC
 * @param confidence the least probability among the tags of its tokens
 */
public record NameSpan(int begin, int end, String type, double confidence) {}
