package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.NoSpeaker;
import hearsay.tables.QuoteKind;
import hearsay.tables.SourceMark;
import hearsay.tables.Span;
import hearsay.tables.SpeakerRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The speaker of words that the article quotes once more with their source: a heading "'We leave'" over "“We leave,” Ann Lee said". */
final class Repeated {
    private static final int FEWEST = Weights.of("quotes").whole("repeated_fewest_words");

    private final Words words;

    Repeated(Words words) {
        this.words = words;
    }

    /**
     * The speaker of a quotation without a source.
     *
     * @param q        its number
     * @param speakers of all quotations, null where not yet known
     */
    Speaker speaker(int q, List<Quotation> quotations, Speaker[] speakers) {
        Quotation quotation = quotations.get(q);
        List<String> said = said(quotation);
        if (quotation.kind() == QuoteKind.INDIRECT || said.size() < FEWEST) {
            return Speaker.none(NoSpeaker.NO_SOURCE);
        }
        String wanted = joined(said);
        List<Speaker> found = IntStream.range(0, speakers.length)
                .filter(other -> other != q && speakers[other] != null && speakers[other].entityId() != null)
                .filter(other -> joined(said(quotations.get(other))).contains(wanted))
                .mapToObj(other -> speakers[other])
                .toList();
        boolean one = found.stream().map(Speaker::all).distinct().count() == 1;
        return one
                ? new Speaker(
                        found.get(0).all(),
                        SpeakerRule.REPEATED.decidedBy(SourceMark.RULE),
                        Speaker.round(SpeakerTrust.of(SpeakerRule.REPEATED)),
                        null)
                : Speaker.none(NoSpeaker.NO_SOURCE);
    }

    private List<String> said(Quotation quotation) {
        return quotation.parts().stream()
                .flatMapToInt(part -> IntStream.range(words.wordAt(part.begin()), end(part)))
                .mapToObj(words::at)
                .filter(Words.Word::isWord)
                .map(word -> word.text().toLowerCase(Locale.ROOT).replace('’', '\''))
                .toList();
    }

    private int end(Span part) {
        return Math.min(words.size(), words.wordAt(part.end() - 1) + 1);
    }

    private static String joined(List<String> said) {
        return said.stream().collect(Collectors.joining(" ", " ", " "));
    }
}
