package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.bench.GeneratedArticles;
import hearsay.tables.Article;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ArticlesWithFurnitureTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 18);
    private static final FurnitureSettings THREE_IN_TWO_DAYS = new FurnitureSettings(1, 3, 0.02, 0.5, 60);
    private static final String APPEAL = "The Ledger has asked since 1902 what nobody asks. Give from €5.";

    @Test
    void whatAnOutletPutsOnItsStoriesIsFound() {
        assertThat(furniture(
                        THREE_IN_TWO_DAYS,
                        article("a", "ledger.example", DAY, null, "Bridge to close", "Ann Smith asked why.", APPEAL),
                        article(
                                "b",
                                "ledger.example",
                                DAY,
                                null,
                                "Library to open",
                                "Bo Berg asked when.",
                                APPEAL.replace('5', '9')),
                        article(
                                "c",
                                "ledger.example",
                                DAY.plusDays(1),
                                null,
                                APPEAL,
                                "School to move",
                                "Nobody asked.",
                                "Bo Berg asked when."),
                        article("d", "herald.example", DAY, null, "Harbour to grow", "Cleo Dunn asked where.", APPEAL)))
                .containsExactly(
                        "a: ", "b: ", "c: The Ledger has asked since 1902 what nobody asks. Give from €5.", "d: ");
    }

    @Test
    void anEarlierDayDoesNotLearnFromALaterOne() {
        List<Article> week = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            week.add(article(
                    "" + day,
                    "ledger.example",
                    DAY.plusDays(day),
                    null,
                    "Story " + day + " of its own",
                    "Body " + "x".repeat(day),
                    APPEAL));
        }
        assertThat(furniture(new FurnitureSettings(2, 3, 0.02, 0.5, 60), week.toArray(Article[]::new)))
                .filteredOn(line -> line.contains("asked"))
                .extracting(line -> line.substring(0, 1))
                .containsExactly("2", "3", "4", "5", "6");
        assertThat(furniture(new FurnitureSettings(1, 3, 0.02, 0.5, 60), week.toArray(Article[]::new)))
                .filteredOn(line -> line.contains("asked"))
                .as("never three in two days")
                .isEmpty();
    }

    @Test
    void copiesOfOneStoryAreOneStory() {
        List<Article> copies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            copies.add(article(
                    "c" + i,
                    "ledger.example",
                    DAY,
                    i == 0 ? null : "c0",
                    "Anna Jansen resigned on Monday.",
                    "She gave no reason."));
        }
        assertThat(furniture(THREE_IN_TWO_DAYS, copies.toArray(Article[]::new))).allMatch(line -> line.endsWith(": "));
    }

    @Test
    void aLineOfFewAmongManyStoriesIsNews() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            articles.add(article(
                    "%03d".formatted(i),
                    "ledger.example",
                    DAY,
                    null,
                    i % 40 == 0 ? "The Kremlin did not comment." : word(i) + " came.",
                    i % 10 == 0 ? "Ledger on Sunday" : word(i) + " went."));
        }
        assertThat(furniture(new FurnitureSettings(1, 5, 0.05, 0.5, 60), articles.toArray(Article[]::new)))
                .filteredOn(line -> !line.endsWith(": "))
                .hasSize(20)
                .allMatch(line -> line.endsWith(": Ledger on Sunday"));
    }

    @Test
    void newsIsNoFurniture() {
        List<Article> articles = new GeneratedArticles(5, 400, 10)
                .stream()
                        .map(a -> article(
                                "g" + a.number(),
                                a.source(),
                                a.day(),
                                a.copyOf() < 0 ? null : "g" + a.copyOf(),
                                a.text(),
                                "Follow the " + a.source()))
                        .toList();
        List<String> found = furniture(Defaults.FURNITURE, articles.toArray(Article[]::new));
        assertThat(found.stream().filter(line -> !line.endsWith(": ")).count()).isGreaterThan(300);
        assertThat(found).allMatch(line -> line.endsWith(": ") || line.matches("g\\d+: Follow the [a-z.-]+"));
    }

    private static String word(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('a' + number % 26);
    }

    private static Article article(String id, String source, LocalDate day, String repeatOf, String... lines) {
        return new Article(
                id,
                id,
                null,
                source,
                null,
                List.of(),
                null,
                null,
                "path",
                "en",
                String.join("\n\n", lines),
                "h",
                List.of(),
                repeatOf,
                "r",
                null,
                null,
                day);
    }

    /** Article id and its lines that are furniture, by id. */
    private static List<String> furniture(FurnitureSettings settings, Article... articles) {
        List<Row> rows = ArticlesWithFurniture.derive(
                        SmallArchive.rows(List.of(articles), Tables.ARTICLES.records()), settings)
                .collectAsList();
        assertThat(rows).hasSameSizeAs(articles);
        Map<String, String> found = new TreeMap<>();
        for (Row row : rows) {
            String text = row.getAs("text");
            List<Integer> begins =
                    row.isNullAt(row.fieldIndex("furniture")) ? List.of() : row.getList(row.fieldIndex("furniture"));
            found.put(
                    row.getAs("article_id"),
                    begins.stream()
                            .map(begin ->
                                    text.substring(begin).lines().findFirst().orElseThrow())
                            .collect(Collectors.joining(" / ")));
        }
        return found.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList();
    }
}
