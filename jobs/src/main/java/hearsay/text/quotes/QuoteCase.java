package hearsay.text.quotes;

import hearsay.tables.Quote;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.SpeakerRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A quotation as a line of the case table: the shortest run of paragraphs out of which the rules make the same row, with its marks
 * and the tags of the model, and what came out.
 *
 * @param text     the paragraphs, marked as {@link MarkedText} has it
 * @param outcome  kind: content | cue | source | speaker | decided by
 * @param same     whether the rules make of the text what the row says
 */
public record QuoteCase(String text, String outcome, boolean same) {
    private static final int MOST_PARAGRAPHS = 40;

    /**
     * @param article   text of the article
     * @param sentences its sentences in order
     * @param names     its names with their entities
     * @param quote     one of its quotes
     */
    public static QuoteCase of(String article, List<Sentence> sentences, List<Name> names, Quote quote) {
        int first = Math.min(
                quote.begin(),
                Math.min(orElse(quote.cueBegin(), quote.begin()), orElse(quote.sourceBegin(), quote.begin())));
        int last = Math.max(quote.end(), Math.max(orElse(quote.cueEnd(), 0), orElse(quote.sourceEnd(), 0)));
        int end = sentences.stream()
                .filter(s -> s.paragraph() == paragraph(sentences, last - 1))
                .mapToInt(Sentence::end)
                .max()
                .orElse(last);
        int nearest = paragraph(sentences, first);
        String wanted = row(quote);
        QuoteCase shortest = null;
        for (int from = nearest; from >= Math.max(0, nearest - MOST_PARAGRAPHS); from--) {
            int start = from;
            int begin = sentences.stream()
                    .filter(s -> s.paragraph() == start)
                    .mapToInt(Sentence::begin)
                    .min()
                    .orElse(-1);
            if (begin < 0) {
                continue;
            }
            String text = MarkedText.written(article, begin, end, sentences, names);
            List<String> outcomes = outcomes(MarkedText.of(text));
            QuoteCase found = outcomes.stream()
                    .filter(outcome -> isOf(quote, outcome, wanted))
                    .findFirst()
                    .map(outcome -> new QuoteCase(text, outcome, true))
                    .orElse(new QuoteCase(text, wanted, false));
            if (found.same) {
                return found;
            }
            shortest = shortest == null ? found : shortest;
        }
        return shortest;
    }

    /** What the rules make of a marked text, one entry for each quotation. */
    static List<String> outcomes(MarkedText marked) {
        List<Quotation> quotations = Quotations.in(marked.text(), marked.sentences()).stream()
                .sorted(Comparator.comparingInt(Quotation::begin).thenComparingInt(Quotation::end))
                .toList();
        List<Speaker> speakers = Speakers.resolve(marked.text(), marked.sentences(), marked.names(), quotations);
        return new ArrayList<>(IntStream.range(0, quotations.size())
                .mapToObj(q -> outcome(quotations.get(q), speakers.get(q), marked.text()))
                .toList());
    }

    /** As a line of a CSV file: case, text, outcome. */
    public String line(String name) {
        return cell(name) + "," + cell(text) + "," + cell(outcome);
    }

    private static String cell(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** Where other outlets name the speaker, the article alone decides on no speaker. */
    private static boolean isOf(Quote quote, String outcome, String wanted) {
        return SpeakerRule.GROUP.word().equals(quote.decidedBy())
                ? outcome.startsWith(wanted.substring(0, wanted.lastIndexOf(" | ", wanted.lastIndexOf(" | ") - 1)))
                : outcome.equals(wanted);
    }

    private static String row(Quote quote) {
        String content = quote.parts().stream()
                .map(part -> quote.text().substring(part.begin() - quote.begin(), part.end() - quote.begin()))
                .collect(Collectors.joining(" / "));
        return outcome(
                quote.kind(),
                content,
                quote.cue(),
                quote.sourceText(),
                new Speaker(quote.speakersOrNone(), quote.decidedBy(), quote.confidence(), quote.noSpeakerBecause()));
    }

    private static String outcome(Quotation quotation, Speaker speaker, String text) {
        return outcome(
                quotation.kind().word(),
                quotation.parts().stream().map(part -> shown(part, text)).collect(Collectors.joining(" / ")),
                shown(quotation.cue(), text),
                shown(quotation.source(), text),
                speaker);
    }

    private static String outcome(String kind, String content, String cue, String source, Speaker speaker) {
        String who = speaker.all().isEmpty()
                ? "(" + speaker.noSpeakerBecause() + ")"
                : speaker.all().stream().map(QuoteSpeaker::speaker).collect(Collectors.joining(" & "));
        String by = speaker.decidedBy() == null ? "-" : speaker.decidedBy();
        return (kind + ": " + content + " | " + (cue == null ? "-" : cue) + " | " + (source == null ? "-" : source)
                        + " | " + who + " | " + by)
                .replace('\n', '¶')
                .replace('{', '(')
                .replace('}', ')');
    }

    private static String shown(Span span, String text) {
        return span == null ? null : text.substring(span.begin(), span.end());
    }

    private static int orElse(Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static int paragraph(List<Sentence> sentences, int at) {
        return sentences.stream()
                .filter(s -> s.begin() <= at)
                .mapToInt(Sentence::paragraph)
                .max()
                .orElse(0);
    }
}
