package hearsay.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.MarkedArticle;
import hearsay.tables.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules for spans and roles, one case a line; anyone may add one. */
class NamesInTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "mention-spans.csv", numLinesToSkip = 1)
    void spans(String words, String marked, String names) {
        Sentence sentence = sentence(marked);
        String found = names(sentence).stream()
                .map(span -> sentence.text().substring(span.begin(), span.end()))
                .collect(Collectors.joining("|"));
        assertThat(found).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "roles.csv", numLinesToSkip = 1)
    void roles(String words, String marked, String role) {
        Sentence sentence = sentence(marked);
        NameSpan name = names(sentence).get(0);
        assertThat(Roles.of(sentence.text(), name.begin(), name.end())).isEqualTo(role);
    }

    private static List<NameSpan> names(Sentence sentence) {
        return MentionSpans.of(sentence.text(), sentence.begin(), sentence.tokens());
    }

    private static Sentence sentence(String marked) {
        return MarkedArticle.of("a", LocalDate.EPOCH, List.of(marked))
                .sentences()
                .get(0);
    }
}
