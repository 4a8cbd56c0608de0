package hearsay.text.quotes;

import hearsay.tables.QuoteKind;
import hearsay.tables.Span;
import java.util.List;

/**
 * One quotation as spans of the text.
 *
 * @param parts  its pieces in order, at least one
 * @param cue    the words that signal the speech, or null
 * @param source who speaks, as the text has it, or null; may stand in another sentence
 * @param verbatim the words of its parts that stand inside quotation marks, without the marks, in order
 * @param inside begin and end of the quotation that quotes it, or null
 */
public record Quotation(List<Span> parts, Span cue, Span source, QuoteKind kind, List<Span> verbatim, Span inside) {
    public int begin() {
        return parts.get(0).begin();
    }

    public int end() {
        return parts.get(parts.size() - 1).end();
    }
}
