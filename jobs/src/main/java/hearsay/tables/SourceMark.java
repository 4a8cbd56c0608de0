package hearsay.tables;

/** Who marked the source of a quotation: the first word of {@code quotes.decided_by}. */
public enum SourceMark implements Value {
    MODEL("model", "the model marked the source"),
    RULE("rule", "a rule found the source");

    private final String word;
    private final String says;

    SourceMark(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /** The mark that a value of {@code decided_by} begins with; null where it begins with none. */
    public static SourceMark of(String decidedBy) {
        for (SourceMark mark : values()) {
            if (decidedBy.startsWith(mark.word + " ")) {
                return mark;
            }
        }
        return null;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String says() {
        return says;
    }
}
