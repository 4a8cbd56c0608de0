package hearsay.store;

import static hearsay.store.Made.made;

import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Entity;
import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Table;
import hearsay.tables.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Made-up articles of one sentence, "SPEAKER said: “words of N.”", and the rows that follow from them, so that the
 * warehouse is tested without the steps that read real ones.
 */
final class SmallNews {
    static final Versions VERSIONS = new Versions("test", "none", "none");
    private final List<Article> articles = new ArrayList<>();

    SmallNews with(String day, String name, String speaker, String words) {
        String text = speaker + " said: \u201c" + words + "\u201d";
        articles.add(made(
                Article.class,
                "articleId",
                Ids.hash(name),
                "path",
                name + ".txt",
                "title",
                name,
                "dateFrom",
                "path",
                "text",
                text,
                "textHash",
                Ids.hash(text),
                "runId",
                "run",
                "publishedDate",
                LocalDate.parse(day)));
        return this;
    }

    SmallNews without(String name) {
        articles.removeIf(a -> a.title().equals(name));
        return this;
    }

    Set<LocalDate> days() {
        return articles.stream().map(Article::publishedDate).collect(Collectors.toSet());
    }

    List<Article> articles() {
        return articles;
    }

    private static String speaker(Article a) {
        return a.text().substring(0, a.text().indexOf(" said"));
    }

    List<Sentence> sentences() {
        return articles.stream()
                .map(a -> made(
                        Sentence.class,
                        "articleId",
                        a.articleId(),
                        "end",
                        a.text().length(),
                        "kind",
                        "body",
                        "text",
                        a.text(),
                        "tokens",
                        List.of(made(Token.class, "end", speaker(a).length())),
                        "publishedDate",
                        a.publishedDate()))
                .toList();
    }

    List<Mention> mentions() {
        return articles.stream()
                .map(a -> made(
                        Mention.class,
                        "articleId",
                        a.articleId(),
                        "mentionId",
                        Ids.span(a.articleId(), 0, speaker(a).length()),
                        "end",
                        speaker(a).length(),
                        "text",
                        speaker(a),
                        "type",
                        "PER",
                        "entityId",
                        Ids.entity("PER", speaker(a)),
                        "confidence",
                        0.9,
                        "publishedDate",
                        a.publishedDate()))
                .toList();
    }

    List<Entity> entities() {
        return articles.stream()
                .map(SmallNews::speaker)
                .distinct()
                .map(name -> made(
                        Entity.class,
                        "entityId",
                        Ids.entity("PER", name),
                        "name",
                        name,
                        "type",
                        "PER",
                        "aliases",
                        List.of(name)))
                .toList();
    }

    List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (Article a : articles) {
            int begin = a.text().indexOf('\u201c');
            int end = a.text().length();
            int cue = a.text().indexOf("said");
            quotes.add(made(
                    Quote.class,
                    "articleId",
                    a.articleId(),
                    "quoteId",
                    Ids.span(a.articleId(), begin, end),
                    "kind",
                    "direct",
                    "begin",
                    begin,
                    "end",
                    end,
                    "parts",
                    List.of(new Span(begin, end)),
                    "text",
                    a.text().substring(begin, end),
                    "cue",
                    "said",
                    "cueBegin",
                    cue,
                    "cueEnd",
                    cue + 4,
                    "sourceText",
                    speaker(a),
                    "sourceBegin",
                    0,
                    "sourceEnd",
                    speaker(a).length(),
                    "speakerId",
                    Ids.entity("PER", speaker(a)),
                    "speaker",
                    speaker(a),
                    "decidedBy",
                    "cue",
                    "confidence",
                    0.9,
                    "publishedDate",
                    a.publishedDate()));
        }
        return quotes;
    }

    static <R extends Record> Dataset<Row> rows(Table<R> table, List<R> records) {
        return table.rows(TestSpark.session(), records);
    }
}
