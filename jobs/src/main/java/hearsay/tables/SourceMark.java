package hearsay.tables;

/** Who marked the source of a quotation: the first word of {@code quotes.decided_by}. */
public enum SourceMark implements Value {
    @Says("the model marked the source")
    MODEL,
    @Says("a rule found the source")
    RULE;

    /** The mark that a value of {@code decided_by} begins with; null where it begins with none. */
    public static SourceMark of(String decidedBy) {
        for (SourceMark mark : values()) {
            if (decidedBy.startsWith(mark.word() + " ")) {
                return mark;
            }
        }
        return null;
    }
}
