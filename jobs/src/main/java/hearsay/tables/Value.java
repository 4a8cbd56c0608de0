package hearsay.tables;

/** One value of a closed set, as a column holds it. Each set is an enum of its own; the table dictionary prints it. */
public interface Value {
    /** What the column holds. */
    String word();

    /** One sentence that says what the value means. */
    String says();
}
