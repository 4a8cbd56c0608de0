package hearsay;

import hearsay.steps.ArticleLimits;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.MentionsFromSentences;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few articles with marked names ({@link MarkedArticle}) and the rows that the steps before ours make of them. */
public final class SmallArchive {
    private final List<Article> articles = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    public SmallArchive add(String articleId, String source, String day, String repeatOf, String... lines) {
        MarkedArticle marked = MarkedArticle.of(articleId, LocalDate.parse(day), List.of(lines));
        articles.add(new Article(
                articleId,
                articleId,
                null,
                source,
                null,
                List.of(),
                null,
                null,
                "path",
                "en",
                marked.text(),
                "h",
                List.of(),
                repeatOf,
                "r",
                null,
                null,
                marked.day()));
        sentences.addAll(marked.sentences());
        return this;
    }

    public Dataset<Row> articles() {
        return rows(articles, Tables.ARTICLES.records());
    }

    public Dataset<Row> sentences() {
        return rows(sentences, Tables.SENTENCES.records());
    }

    /** With entities, computed once. */
    public Dataset<Row> mentions() {
        return EntitiesFromMentions.derive(
                        MentionsFromSentences.derive(sentences(), ArticleLimits.none()),
                        Defaults.NAMES,
                        ArticleLimits.none())
                .localCheckpoint();
    }

    public static <R extends Record> Dataset<Row> rows(List<R> rows, Records<R> records) {
        return records.dataset(TestSpark.session(), rows);
    }
}
