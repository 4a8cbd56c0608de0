package hearsay.text.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for quotation marks, cues, linking and speakers, one case a line; anyone may add one. */
class QuotationRulesTest {
    private static final String BETWEEN = " ¦ ";

    /** What stands inside quotation marks; ¶ is a line break. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "quote-marks.csv", numLinesToSkip = 1)
    void quotationMarks(String name, String text, String quoted) {
        String lines = text.replace('¶', '\n');
        List<Span> paragraphs = new ArrayList<>();
        Matcher line = Pattern.compile("[^\n]+").matcher(lines);
        while (line.find()) {
            paragraphs.add(new Span(line.start(), line.end()));
        }
        assertThat(QuoteMarks.in(lines, paragraphs).stream()
                        .map(q -> lines.substring(q.begin(), q.end()))
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(quoted == null ? "" : quoted);
    }

    /** The words that signal speech in a sentence, found by the lexicon. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "cues.csv", numLinesToSkip = 1)
    void cues(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        Words words = Words.of(marked.text(), marked.sentences());
        List<String> found = new ArrayList<>();
        for (Span frame : words.frames) {
            for (Cue cue : new Cues(words).in(frame, List.of())) {
                Span span = words.span(cue.from(), cue.to());
                found.add(marked.text().substring(span.begin(), span.end()));
            }
        }
        assertThat(String.join(BETWEEN, found)).isEqualTo(expected == null ? "" : expected);
    }

    /** kind: content | cue | source, the pieces of a content with / between them. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "quotations.csv", numLinesToSkip = 1, maxCharsPerColumn = 20_000)
    void quotations(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        assertThat(Quotations.in(marked.text(), marked.sentences()).stream()
                        .map(q -> shown(q, marked.text()))
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(expected == null ? "" : expected);
    }

    /** Of every quotation the words that stand inside marks, with / between them; - where none do. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "verbatim.csv", numLinesToSkip = 1)
    void verbatim(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        assertThat(Quotations.in(marked.text(), marked.sentences()).stream()
                        .map(q -> q.verbatim().isEmpty()
                                ? "-"
                                : q.verbatim().stream()
                                        .map(words -> shown(words, marked.text()))
                                        .collect(Collectors.joining(" / ")))
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(expected);
    }

    /** Content | cue | source of the quotations that other quotations quote. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "nested.csv", numLinesToSkip = 1)
    void nested(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        List<Quotation> quotations = Quotations.in(marked.text(), marked.sentences());
        assertThat(quotations.stream()
                        .filter(q -> q.inside() != null)
                        .map(q -> shown(q.parts().get(0), marked.text()) + " | " + shown(q.cue(), marked.text()) + " | "
                                + shown(q.source(), marked.text()))
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(quotations.stream()
                        .map(Quotation::inside)
                        .filter(inside -> inside != null)
                        .toList())
                .allMatch(inside ->
                        quotations.stream().anyMatch(q -> q.begin() == inside.begin() && q.end() == inside.end()));
    }

    /** Of every quotation the speaker's name, or the reason in brackets for having none. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "speakers.csv", numLinesToSkip = 1)
    void speakers(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        List<Quotation> quotations = Quotations.in(marked.text(), marked.sentences());
        assertThat(Speakers.resolve(marked.text(), marked.sentences(), marked.names(), quotations).stream()
                        .map(QuotationRulesTest::shown)
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(expected == null ? "" : expected);
    }

    /** Of every quotation the act, and the speaker or why there is none. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "acts.csv", numLinesToSkip = 1)
    void acts(String name, String text, String expected) {
        MarkedText marked = MarkedText.of(text);
        List<Quotation> quotations = Quotations.in(marked.text(), marked.sentences());
        assertThat(Statements.of(marked.text(), marked.sentences(), marked.names(), quotations).stream()
                        .map(statement -> statement.act().word() + ": "
                                + shown(statement.speaker()).replace(',', ';'))
                        .collect(Collectors.joining(BETWEEN)))
                .isEqualTo(expected == null ? "" : expected);
    }

    /** Lines of {@code jobs/hearsay case}: of one quotation kind: content | cue | source | speaker | decided by. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "cases.csv", numLinesToSkip = 1, maxCharsPerColumn = 20_000)
    void cases(String name, String text, String expected) {
        assertThat(QuoteCase.outcomes(MarkedText.of(text))).contains(expected);
    }

    /** Texts that nobody wrote for readers: time must grow with the length, and the stack must hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "“a” ",
                "\"",
                "' ",
                "'a ",
                "he said that she said ",
                "word ",
                "a-",
                "it's'a'b",
                "“He said, “",
                "\"I go,\" he said. ",
                "U.S.",
                "Ann Lee, a doctor, said (",
                "'''",
                "“x¶"
            })
    void monstersAreReadInLinearTime(String piece) {
        String text = piece.replace('¶', '\n').repeat(400_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            List<Sentence> lines = new ArrayList<>();
            Matcher line = Pattern.compile("[^\n]+").matcher(text);
            while (line.find()) {
                lines.add(new Sentence(
                        "a",
                        lines.size(),
                        lines.size(),
                        line.start(),
                        line.end(),
                        "body",
                        line.group(),
                        List.of(),
                        null,
                        LocalDate.EPOCH));
            }
            List<Quotation> quotations = Quotations.in(text, lines);
            assertThat(Speakers.resolve(text, lines, List.of(), quotations)).hasSameSizeAs(quotations);
        });
    }

    private static String shown(Quotation q, String text) {
        return q.kind().word() + ": "
                + q.parts().stream().map(part -> shown(part, text)).collect(Collectors.joining(" / ")) + " | "
                + shown(q.cue(), text) + " | " + shown(q.source(), text);
    }

    private static String shown(Span span, String text) {
        return span == null ? "-" : text.substring(span.begin(), span.end()).replace('\n', '¶');
    }

    private static String shown(Speaker speaker) {
        return speaker.all().isEmpty()
                ? "(" + speaker.noSpeakerBecause() + ")"
                : speaker.all().stream().map(QuoteSpeaker::speaker).collect(Collectors.joining(" & "));
    }
}
