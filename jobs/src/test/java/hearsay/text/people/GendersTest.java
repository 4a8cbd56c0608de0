package hearsay.text.people;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.MarkedArticle;
import hearsay.settings.Weights;
import hearsay.tables.Mention;
import hearsay.tables.Pronoun;
import hearsay.text.names.MentionSpans;
import hearsay.text.people.Genders.Told;
import hearsay.text.people.Genders.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GendersTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "genders.csv", numLinesToSkip = 1)
    void whatMentionsTellOfAPerson(String what, String name, String mentions, String gender, String from) {
        List<Use> uses = Stream.of(mentions.split(" / ")).map(GendersTest::use).toList();
        Told told = Genders.of(name, uses);
        assertThat(told == null ? null : told.gender().word()).isEqualTo(gender);
        assertThat(told == null ? null : told.from().word()).isEqualTo(from);
        if (told != null) {
            assertThat(told.probability()).isBetween(Weights.of("genders").number("least"), 0.999);
        }
    }

    private static Use use(String mention) {
        String[] cells = mention.split(";", -1);
        return new Use(
                cells[0],
                "PER",
                cells[1].isEmpty() ? null : cells[1],
                cells[2].isEmpty() ? null : cells[2],
                cells.length < 5,
                Long.parseLong(cells[3]));
    }

    /** Lines of an article, its names marked; what stands behind a name in the case is the pronoun behind its mention. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pronouns.csv", numLinesToSkip = 1)
    void pronounsByWhichTheTextGoesOn(String what, String lines, String expected) {
        MarkedArticle article = MarkedArticle.of("a", LocalDate.EPOCH, List.of(lines.split("/")));
        List<Mention> mentions = article.sentences().stream()
                .flatMap(sentence -> MentionSpans.of(sentence.text(), sentence.begin(), sentence.tokens()).stream()
                        .map(span -> new Mention(
                                "a",
                                "m" + span.begin(),
                                sentence.sentence(),
                                span.begin(),
                                span.end(),
                                article.text().substring(span.begin(), span.end()),
                                span.type(),
                                null,
                                null,
                                1,
                                1,
                                null,
                                null,
                                LocalDate.EPOCH)))
                .toList();
        Map<String, Pronoun> pronouns = Pronouns.of(article.sentences(), mentions);
        assertThat(mentions.stream()
                        .filter(mention -> pronouns.containsKey(mention.mentionId()))
                        .map(mention -> mention.text() + " "
                                + pronouns.get(mention.mentionId()).word())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void everyWeightHasAnEffect() {
        Genders.of("Ann Lee", List.of());
        assertThat(Weights.of("genders").unused()).isEmpty();
    }
}
