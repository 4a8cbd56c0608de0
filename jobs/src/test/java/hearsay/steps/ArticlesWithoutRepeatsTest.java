package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ArticlesWithoutRepeatsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 18);

    @Test
    void plantedCopiesAreFoundAndNothingElse() {
        Random random = new Random(5);
        List<Article> articles = new ArrayList<>();
        Map<String, String> original = new HashMap<>();
        for (int story = 0; story < 120; story++) {
            List<String> words = words(random, 80 + random.nextInt(600));
            String first = "s" + story + "-0";
            articles.add(article(first, DAY.plusDays(story % 20), words));
            for (int copy = 1; copy <= story % 3; copy++) {
                String id = "s" + story + "-" + copy;
                original.put(id, first);
                articles.add(article(
                        id, DAY.plusDays(story % 20 + copy), edited(words, 0.15 * random.nextDouble(), random)));
            }
        }
        Map<String, String> found = repeats(articles);
        long right = found.entrySet().stream()
                .filter(e -> e.getValue().equals(original.get(e.getKey())))
                .count();
        assertThat((double) right / original.size()).as("recall").isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / found.size()).as("precision").isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aDayComesOutTheSameFromItsWindowAlone() {
        Random random = new Random(6);
        List<String> words = words(random, 200);
        List<Article> chain = IntStream.range(0, 20)
                .mapToObj(i -> article("c" + i, DAY.plusDays(i), words))
                .toList();
        Map<String, String> all = repeats(chain);
        assertThat(all).containsEntry("c7", "c0").containsEntry("c8", "c1").doesNotContainKey("c0");
        Map<String, String> window = repeats(chain.subList(5, 13));
        assertThat(window.get("c12")).isEqualTo(all.get("c12"));
    }

    @Test
    void articlesWithoutADayOfTheirOwnMeetTheirLikeOnly() {
        List<String> words = words(new Random(7), 200);
        assertThat(repeats(List.of(
                        article("a", DAY, words, null),
                        article("b", DAY, words, "no day"),
                        article("c", DAY, words, "no day"),
                        article("d", DAY.plusDays(1), words, null))))
                .containsOnly(Map.entry("c", "b"), Map.entry("d", "a"));
    }

    @Test
    void theSeedsAndShortTextsAreNoRepeats() throws Exception {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            for (Path seed : seeds.toList()) {
                articles.add(article(
                        seed.getFileName().toString(),
                        DAY,
                        List.of(Files.readString(seed).split(" "))));
            }
        }
        articles.add(article("short-1", DAY, List.of("Watch", "live")));
        articles.add(article("short-2", DAY, List.of("Watch", "live")));
        articles.add(article("empty-1", DAY, List.of()));
        articles.add(article("empty-2", DAY, List.of()));
        assertThat(repeats(articles)).isEmpty();
    }

    @Test
    void whatAnOutletPutsUnderAllItsNoticesMakesNoCopies() {
        Random random = new Random(8);
        String header = String.join(" ", words(random, 12));
        String footer = String.join(" ", words(random, 70)) + "\n" + String.join(" ", words(random, 25));
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String notice = String.join(" ", words(random, 62));
            articles.add(article("n" + i, DAY, List.of(header, "\n", notice, "\n", footer)));
            if (i < 3) {
                articles.add(article("n" + i + "-again", DAY.plusDays(1), List.of(header, "\n", notice, "\n", footer)));
            }
        }
        List<String> paragraphs = IntStream.range(0, 5)
                .mapToObj(i -> String.join(" ", words(random, 40)) + "\n")
                .toList();
        articles.add(article("update-1", DAY, paragraphs));
        articles.add(article(
                "update-2",
                DAY.plusDays(1),
                Stream.concat(Stream.of(String.join(" ", words(random, 40)), "\n"), paragraphs.subList(1, 5).stream())
                        .toList()));
        assertThat(repeats(articles))
                .isEqualTo(Map.of("n0-again", "n0", "n1-again", "n1", "n2-again", "n2", "update-2", "update-1"));
    }

    @Test
    void noArticlesAreNoMistake() {
        assertThat(repeats(List.of())).isEmpty();
    }

    private static Map<String, String> repeats(List<Article> articles) {
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(1));
        Dataset<Row> rows = Tables.ARTICLES.rows(TestSpark.session(), shuffled);
        List<Row> out = ArticlesWithoutRepeats.derive(rows, Defaults.REPEATS).collectAsList();
        assertThat(out).hasSameSizeAs(articles);
        return out.stream()
                .filter(row -> row.getAs("repeat_of") != null)
                .collect(Collectors.toMap(row -> row.getAs("article_id"), row -> row.getAs("repeat_of")));
    }

    /** Words as rare as those of English: the n-th comes up with a chance of 1 / n. */
    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (int) Math.exp(random.nextDouble() * Math.log(20_000)))
                .toList();
    }

    private static List<String> edited(List<String> words, double share, Random random) {
        List<String> edited = new ArrayList<>();
        for (String word : words) {
            boolean touched = random.nextDouble() < share;
            int how = random.nextInt(3);
            if (!touched || how == 0) {
                edited.add(word);
            }
            if (touched && how < 2) {
                edited.add("new" + random.nextInt(1000));
            }
        }
        return edited;
    }

    private static Article article(String id, LocalDate day, List<String> words) {
        return article(id, day, words, null);
    }

    private static Article article(String id, LocalDate day, List<String> words, String doubt) {
        return new Article(
                id,
                id,
                null,
                "outlet",
                null,
                List.of(),
                null,
                null,
                "path",
                "en",
                String.join(" ", words),
                "h",
                List.of(),
                null,
                "r",
                doubt,
                null,
                day);
    }
}
