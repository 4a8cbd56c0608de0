package hearsay.tables;

import java.util.Locale;

/** How much of a quotation stands inside quotation marks. */
public enum QuoteKind implements Value {
    @Says("all of its words stand inside quotation marks, or are a turn of a transcript")
    DIRECT,
    @Says("some of its words stand inside quotation marks")
    MIXED,
    @Says("none of its words stands inside quotation marks")
    INDIRECT;

    /** @throws IllegalArgumentException where there is no such kind */
    public static QuoteKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
