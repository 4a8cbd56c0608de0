package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.MarkedArticle;
import hearsay.SmallArchive;
import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsFromSentencesTest {
    @Test
    void aNameThatGoesOnBehindALinkEndsBeforeIt() {
        Sentence sentence = MarkedArticle.of(
                        "a",
                        LocalDate.EPOCH,
                        List.of("Then {PER Ann Smith} Ann Mary SmithTown votes on bridge MORE {PER Jr}. said no."))
                .sentences()
                .get(0);
        List<Mention> mentions = MentionsFromSentences.derive(
                        SmallArchive.rows(List.of(sentence), Tables.SENTENCES.records()), ArticleLimits.none())
                .collectAsList()
                .stream()
                .map(Tables.MENTIONS.records()::record)
                .toList();
        assertThat(mentions).extracting(Mention::text).containsExactly("Ann Smith");
        assertThat(mentions)
                .allSatisfy(mention -> assertThat(sentence.text()
                                .substring(mention.begin() - sentence.begin(), mention.end() - sentence.begin()))
                        .isEqualTo(mention.text()));
    }
}
