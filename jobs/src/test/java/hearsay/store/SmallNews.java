package hearsay.store;

import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.CoMention;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Table;
import hearsay.tables.Token;
import hearsay.text.Ids;
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
        articles.add(new Article(Ids.hash(name), name + ".txt", null, "example.org", name, List.of(), null, "path", "en",
                text, Ids.hash(text), List.of(), null, "run", LocalDate.parse(day)));
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
        return articles.stream().map(a -> new Sentence(a.articleId(), 0, 0, 0, a.text().length(), "body", a.text(),
                List.of(new Token(0, speaker(a).length(), "B-PER", 0.9, "B-SOURCE", 0.9)), a.publishedDate())).toList();
    }

    List<Mention> mentions() {
        return articles.stream().map(a -> new Mention(a.articleId(), Ids.span(a.articleId(), 0, speaker(a).length()), 0, 0,
                speaker(a).length(), speaker(a), "PER", null, Ids.entity("PER", speaker(a)), 0.9, 0.9,
                a.publishedDate())).toList();
    }

    List<Entity> entities() {
        return articles.stream().map(SmallNews::speaker).distinct().map(name -> new Entity(Ids.entity("PER", name), name,
                "PER", List.of(name), List.of(), 1, 1, LocalDate.EPOCH, LocalDate.EPOCH, null, 0, 0, null)).toList();
    }

    List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (Article a : articles) {
            int begin = a.text().indexOf('\u201c');
            int end = a.text().length();
            int cue = a.text().indexOf("said");
            quotes.add(new Quote(a.articleId(), Ids.span(a.articleId(), begin, end), 0, "direct", begin, end,
                    List.of(new Span(begin, end)), a.text().substring(begin, end), a.text().substring(0, begin), "",
                    "said", cue, cue + 4, speaker(a), 0, speaker(a).length(), Ids.entity("PER", speaker(a)), speaker(a),
                    "cue", 0.9, null, List.of(), a.publishedDate()));
        }
        return quotes;
    }

    List<CoMention> coMentions() {
        return List.of();
    }

    static <R extends Record> Dataset<Row> rows(Table<R> table, List<R> records) {
        Records<R> shape = table.records();
        return TestSpark.session().createDataFrame(records.stream().map(shape::row).toList(), table.schema());
    }
}
