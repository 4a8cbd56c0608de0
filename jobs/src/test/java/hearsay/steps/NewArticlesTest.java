package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
                article("same time", "h1", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h1", "2026-11-21T10:00:00Z"));
        Dataset<Row> incoming = rows(
                article("unchanged", "h1", "2026-11-21T10:00:00Z"),
                article("corrected", "h4", "2026-11-22T09:00:00Z", "h3"),
                article("same time", "h2", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h0", "2026-11-21T09:00:00Z"),
                article("new", "h1", "2026-11-22T10:00:00Z"));
        assertThat(pictures(NewArticles.derive(incoming, known, "run", false))).containsExactlyInAnyOrder(
                "corrected | h4 | [h0, h1, h2, h3] | run",
                "same time | h2 | [h1] | run",
                "new | h1 | [] | run");
    }

    @Test
    void aRebuildReadsKnownArticlesAsTheirFilesHaveThemNowElseAsTheWarehouseHasThem() {
        Dataset<Row> known = rows(
                article("unchanged", "h1", "2026-11-21T10:00:00Z", "h0"),
                article("corrected", "h2", "2026-11-21T10:00:00Z"),
                article("an older text comes late", "h1", "2026-11-21T10:00:00Z"),
                article("its file is gone", "h1", "2026-11-21T10:00:00Z", "h0"));
        Dataset<Row> incoming = rows(
                article("unchanged", "h1", "2026-11-20T08:00:00Z"),
                article("corrected", "h4", "2026-11-22T09:00:00Z"),
                article("an older text comes late", "h0", "2026-11-21T09:00:00Z"),
                article("new", "h1", "2026-11-22T10:00:00Z"));
        Dataset<Row> fresh = NewArticles.derive(incoming, known, "run", true);
        assertThat(pictures(fresh)).containsExactlyInAnyOrder(
                "unchanged | h1 | [h0] | run",
                "corrected | h4 | [h2] | run",
                "an older text comes late | h1 | [] | run",
                "its file is gone | h1 | [h0] | run",
                "new | h1 | [] | run");
        assertThat(fresh.where("article_id = 'unchanged'").select("published_date").head().getLocalDate(0))
                .hasToString("2026-11-20");
    }

    private static List<String> pictures(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(Tables.ARTICLES.records()::record)
                .map(a -> a.articleId() + " | " + a.textHash() + " | " + a.previous() + " | " + a.runId())
                .toList();
    }

    private static Dataset<Row> rows(Article... articles) {
        return TestSpark.session().createDataset(
                Arrays.stream(articles).map(Tables.ARTICLES.records()::row).toList(), Tables.ARTICLES.records().encoder());
    }

    private static Article article(String id, String hash, String at, String... previous) {
        Instant moment = Instant.parse(at);
        return new Article(id, id, null, null, null, List.of(), moment, "metadata", "en", "Text.", hash, List.of(previous), null,
                null, LocalDate.parse(at.substring(0, 10)));
    }
}
