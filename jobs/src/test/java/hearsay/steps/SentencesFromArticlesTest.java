package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.model.Tagger;
import hearsay.model.Taggers;
import hearsay.tables.Article;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import hearsay.tables.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SentencesFromArticlesTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final Taggers TAGGERS = Taggers.load(SPARK, Tagger.BUILT_IN, Tagger.BUILT_IN, List.of("en", "nl"));

    @Test
    void everySentenceAndTokenIsTheTextAtItsOffsets() {
        String text =
                "Harbour board meets\nThe (REUTERS) mayor of Rotterdam, Anna Jansen, met Peter O’Neill. “Never,” she said.";
        List<Sentence> sentences = sentences("en", text);
        assertThat(sentences).extracting(Sentence::kind).containsExactly("title", "body", "body");
        for (Sentence s : sentences) {
            assertThat(text.substring(s.begin(), s.end())).isEqualTo(s.text());
            assertThat(s.tokens())
                    .allSatisfy(
                            t -> assertThat(text.substring(t.begin(), t.end())).isNotBlank());
        }
    }

    @Test
    void namesAreTagged() {
        String text = "The mayor of Rotterdam, Anna Jansen, met officials of Microsoft in Berlin on Monday.";
        assertThat(named(text, sentences("en", text)))
                .containsExactly("Rotterdam LOC", "Anna PER", "Jansen PER", "Microsoft ORG", "Berlin LOC");
    }

    @Test
    void aSentenceLongerThanAnyWindowLosesNoToken() {
        String text = "He met " + "Anna Jansen of Rotterdam, ".repeat(300) + "and left";
        Sentence sentence = sentences("en", text).get(0);
        assertThat(named(text, List.of(sentence)).stream().filter("Rotterdam LOC"::equals))
                .hasSizeGreaterThan(200);
    }

    @Test
    void wordsOfManyPiecesAreTaggedToTheLast() {
        String text = "XQZJVKWPXQZJVKWPXQZJVKWPXQZJ ".repeat(150) + "said Anna Jansen in Berlin.";
        assertThat(named(text, sentences("en", text))).contains("Berlin LOC");
    }

    @Test
    void otherLanguagesGiveNoSentences() {
        assertThat(sentences("de", "Die Bürgermeisterin sprach in Rotterdam.")).isEmpty();
        assertThat(sentences("nl", "De burgemeester sprak in Rotterdam.")).hasSize(1);
        assertThat(sentences(null, "The mayor spoke in Rotterdam.")).hasSize(1);
    }

    private static List<String> named(String text, List<Sentence> sentences) {
        return sentences.stream()
                .flatMap(s -> s.tokens().stream())
                .filter(t -> !t.entity().equals("O"))
                .map((Token t) ->
                        text.substring(t.begin(), t.end()) + " " + t.entity().substring(2))
                .collect(Collectors.toList());
    }

    private static List<Sentence> sentences(String language, String text) {
        Article article = new Article(
                "a1",
                "a1.txt",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                "run_date",
                language,
                text,
                "h",
                List.of(),
                null,
                "r1",
                null,
                null,
                LocalDate.of(2025, 6, 18));
        Dataset<Row> rows = Tables.ARTICLES.rows(SPARK, List.of(article));
        List<Sentence> sentences = new ArrayList<>();
        for (Row row : SentencesFromArticles.derive(rows, TAGGERS, ArticleLimits.none())
                .collectAsList()) {
            sentences.add(Tables.SENTENCES.records().record(row));
        }
        sentences.sort(Comparator.comparingInt(Sentence::sentence));
        return sentences;
    }
}
