package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.TestSpark;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ArticleLimitsTest {
    private final ArticleLimits limits = ArticleLimits.of(TestSpark.session(), 1);

    @Test
    void faultsAndEndlessRulesRefuseAnArticleAndTheRestGoesOn() {
        assertThat(limits.rows("good", () -> List.of("row"))).containsExactly("row");
        assertThat(limits.rows("broken", () -> List.of("text".substring(7)))).isEmpty();
        assertThat(limits.rows("deep", () -> List.of(deeper("(")))).isEmpty();
        assertThat(limits.rows("endless", ArticleLimitsTest::endless)).isEmpty();
        assertThat(limits.refused())
                .containsOnlyKeys("broken", "deep", "endless")
                .containsEntry("endless", "its analysis took longer than 1 seconds");
        assertThat(limits.refused().get("broken"))
                .startsWith("the language rules failed on it: StringIndexOutOfBoundsException (")
                .doesNotContain("\n");
        assertThat(limits.refused().get("deep")).startsWith("the language rules failed on it: StackOverflowError");
    }

    @Test
    void anEvaluationLeavesNothingOut() {
        assertThatThrownBy(() -> ArticleLimits.none().rows("broken", () -> List.of("text".substring(7))))
                .isInstanceOf(StringIndexOutOfBoundsException.class);
    }

    @Test
    void oneArticleThatTheRulesCannotReadDoesNotEndAStep() {
        SmallArchive archive = new SmallArchive()
                .add("good", "harbour", "2025-06-16", null, "\u201cThe harbour stays open,\u201d {PER Ada Brook} said.")
                .add("bad", "harbour", "2025-06-16", null, "\u201cThe school stays shut,\u201d {PER Ben Stone} said.");
        Dataset<Row> sentences = broken(archive.sentences(), "bad");

        Dataset<Row> mentions = MentionsFromSentences.derive(sentences, limits).localCheckpoint();
        Dataset<Row> quotes = QuotesFromSentences.derive(archive.articles(), sentences, limits)
                .localCheckpoint();

        assertThat(limits.refused()).containsOnlyKeys("bad");
        assertThat(articles(quotes)).containsExactly("good");
        assertThat(articles(mentions)).containsExactly("good");
    }

    @Test
    void speakersThatTheRulesCannotFindAreNotNamedAndTheQuoteSaysWhy() {
        SmallArchive archive = new SmallArchive()
                .add("good", "harbour", "2025-06-16", null, "\u201cThe harbour stays open,\u201d {PER Ada Brook} said.")
                .add("bad", "harbour", "2025-06-16", null, "\u201cThe school stays shut,\u201d {PER Ben Stone} said.");
        Dataset<Row> quotes = QuotesFromSentences.derive(archive.articles(), archive.sentences(), limits)
                .localCheckpoint();
        Dataset<Row> attributed = AttributionsFromQuotes.derive(
                QuotesWithNames.derive(
                        archive.articles(),
                        broken(archive.sentences(), "bad"),
                        archive.mentions(),
                        EntityRowsFromMentions.derive(archive.mentions(), Defaults.NAMES),
                        RolesFromMentions.derive(archive.mentions(), 0),
                        quotes),
                limits);

        assertThat(attributed.where("article_id = 'good'").head().<String>getAs("speaker"))
                .isEqualTo("Ada Brook");
        Row bad = attributed.where("article_id = 'bad'").head();
        assertThat(bad.<String>getAs("speaker_id")).isNull();
        assertThat(bad.<String>getAs("no_speaker_because"))
                .startsWith("the rules gave up: the language rules failed on it: ");
    }

    /** The sentences of one article without their tokens, which no rule expects. */
    private static Dataset<Row> broken(Dataset<Row> sentences, String articleId) {
        Records<Sentence> shape = Tables.SENTENCES.records();
        return SmallArchive.rows(
                sentences.collectAsList().stream()
                        .map(shape::record)
                        .map(s -> !s.articleId().equals(articleId)
                                ? s
                                : new Sentence(
                                        s.articleId(),
                                        s.sentence(),
                                        s.paragraph(),
                                        s.begin(),
                                        s.end(),
                                        s.kind(),
                                        s.text(),
                                        null,
                                        null,
                                        s.publishedDate()))
                        .toList(),
                shape);
    }

    private static Set<String> articles(Dataset<Row> rows) {
        return rows.select("article_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("InfiniteRecursion") // it is to overflow the stack
    private static String deeper(String open) {
        return deeper(open) + ")";
    }

    private static List<String> endless() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return List.of();
    }
}
