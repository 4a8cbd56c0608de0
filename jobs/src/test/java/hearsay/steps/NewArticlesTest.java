package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class NewArticlesTest {
    @Test
    void newAndCorrectedArticlesAreRead() {
        Dataset<Row> known = rows(
                article("unchanged", "h1", "2026-11-21T10:00:00Z"),
                article("corrected", "h2", "2026-11-21T10:00:00Z", "h0", "h1"),
                article("same time, same file", "h1", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h1", "2026-11-21T10:00:00Z"),
                article("an older text comes again", "h1", "2026-11-21T10:00:00Z", "h0"),
                article("an older text comes late, two behind it", "h1", "2026-11-21T10:00:00Z", "h2"));
        Dataset<Row> incoming = rows(
                article("unchanged", "h1", "2026-11-21T10:00:00Z"),
                article("corrected", "h4", "2026-11-22T09:00:00Z", "h3"),
                article("same time, same file", "h2", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h0", "2026-11-21T09:00:00Z"),
                article("an older text comes again", "h0", "2026-11-21T09:00:00Z"),
                article("an older text comes late, two behind it", "h0", "2026-11-21T09:00:00Z", "h3", "h2"),
                article("new", "h1", "2026-11-22T10:00:00Z"));
        assertThat(pictures(NewArticles.derive(incoming, known, "run", false)))
                .containsExactlyInAnyOrder(
                        "corrected | h4 | [h0, h1, h2, h3] | run",
                        "same time, same file | h2 | [h1] | run",
                        "an older text comes late | h1 | [h0] | run",
                        "an older text comes late, two behind it | h1 | [h2, h3, h0] | run",
                        "new | h1 | [] | run");
    }

    @Test
    void theTextOfAFileThatIsTheArticleIsAsTheFileIsNow() {
        Article before = article("a.txt", "h1", "2026-11-21T10:00:00Z");
        Article now = article("a.txt", "h2", "2026-11-20T10:00:00Z");
        assertThat(pictures(NewArticles.derive(rows(withoutUrl(now)), rows(withoutUrl(before)), "run", false)))
                .containsExactly("a.txt | h2 | [h1] | run");
        assertThat(pictures(NewArticles.derive(rows(now), rows(before), "run", false)))
                .containsExactly("a.txt | h1 | [h2] | run");
    }

    @Test
    void aRebuildReadsKnownArticlesAsTheirFilesHaveThemNowElseAsTheWarehouseHasThem() {
        Dataset<Row> known = rows(
                article("unchanged", "h1", "2026-11-21T10:00:00Z", "h0"),
                article("corrected", "h2", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h1", "2026-11-21T10:00:00Z"),
                article("its file is gone", "h1", "2026-11-21T10:00:00Z", "h0"));
        Dataset<Row> incoming = rows(
                article("unchanged", "h1", "2026-11-22T08:00:00Z"),
                article("corrected", "h4", "2026-11-22T09:00:00Z"),
                article("an older text comes late", "h0", "2026-11-21T09:00:00Z"),
                article("new", "h1", "2026-11-22T10:00:00Z"));
        Dataset<Row> fresh = NewArticles.derive(incoming, known, "run", true);
        assertThat(pictures(fresh))
                .containsExactlyInAnyOrder(
                        "unchanged | h1 | [h0] | run",
                        "corrected | h4 | [h2] | run",
                        "an older text comes late | h1 | [h0] | run",
                        "its file is gone | h1 | [h0] | run",
                        "new | h1 | [] | run");
        assertThat(fresh.where("article_id = 'unchanged'")
                        .select("published_date")
                        .head()
                        .getLocalDate(0))
                .hasToString("2026-11-22");
    }

    @Test
    void aRebuildLeavesATextThatNamesNoDayOnTheDayOfTheNightThatReadItFirst() {
        Dataset<Row> known = rows(
                datedBy("run_date", article("no day", "h1", "2026-11-21T10:00:00Z")),
                datedBy("run_date", article("no day, another text", "h1", "2026-11-21T10:00:00Z")),
                datedBy("run_date", article("a day by now", "h1", "2026-11-21T10:00:00Z")),
                datedBy("run_date", article("found in an earlier file", "h1", "2026-11-23T10:00:00Z")));
        Dataset<Row> incoming = rows(
                datedBy("run_date", article("no day", "h1", "2026-11-22T10:00:00Z")),
                datedBy("run_date", article("no day, another text", "h2", "2026-11-22T10:00:00Z")),
                article("a day by now", "h1", "2026-11-22T10:00:00Z"),
                datedBy("run_date", article("found in an earlier file", "h1", "2026-11-22T10:00:00Z")));
        assertThat(NewArticles.derive(incoming, known, "run", true).collectAsList().stream()
                        .map(Tables.ARTICLES.records()::record)
                        .map(a -> a.articleId() + " | " + a.publishedDate() + " | " + a.publishedAt()))
                .containsExactlyInAnyOrder(
                        "no day | 2026-11-21 | 2026-11-21T10:00:00Z",
                        "no day, another text | 2026-11-22 | 2026-11-22T10:00:00Z",
                        "a day by now | 2026-11-22 | 2026-11-22T10:00:00Z",
                        "found in an earlier file | 2026-11-22 | 2026-11-22T10:00:00Z");
    }

    private static List<String> pictures(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(Tables.ARTICLES.records()::record)
                .map(a -> a.articleId() + " | " + a.textHash() + " | " + a.previous() + " | " + a.runId())
                .toList();
    }

    private static Dataset<Row> rows(Article... articles) {
        return Tables.ARTICLES.rows(TestSpark.session(), List.of(articles));
    }

    private static Article article(String id, String hash, String at, String... previous) {
        Instant moment = Instant.parse(at);
        return new Article(
                id,
                id,
                "https://example.com/" + id,
                null,
                null,
                List.of(),
                moment,
                null,
                "metadata",
                "en",
                "Text.",
                hash,
                List.of(previous),
                null,
                null,
                null,
                null,
                LocalDate.parse(at.substring(0, 10)));
    }

    private static Article datedBy(String what, Article a) {
        return new Article(
                a.articleId(),
                a.path(),
                a.url(),
                a.source(),
                a.title(),
                a.authors(),
                a.publishedAt(),
                a.modifiedAt(),
                what,
                a.language(),
                a.text(),
                a.textHash(),
                a.previous(),
                a.repeatOf(),
                a.runId(),
                null,
                null,
                a.publishedDate());
    }

    private static Article withoutUrl(Article a) {
        return new Article(
                a.articleId(),
                a.path(),
                null,
                a.source(),
                a.title(),
                a.authors(),
                a.publishedAt(),
                a.modifiedAt(),
                a.dateFrom(),
                a.language(),
                a.text(),
                a.textHash(),
                a.previous(),
                a.repeatOf(),
                a.runId(),
                null,
                null,
                a.publishedDate());
    }
}
