package hearsay.tables;

import java.util.Locale;

/** How much of a quotation stands inside quotation marks. */
public enum QuoteKind implements Value {
    DIRECT("direct", "all of its words stand inside quotation marks"),
    MIXED("mixed", "some of its words stand inside quotation marks"),
    INDIRECT("indirect", "none of its words stands inside quotation marks");

    private final String word;
    private final String says;

    QuoteKind(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /** @throws IllegalArgumentException where there is no such kind */
    public static QuoteKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
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
