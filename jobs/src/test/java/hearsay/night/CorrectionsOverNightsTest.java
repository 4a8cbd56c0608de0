package hearsay.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sort_array;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.input.InputSettings;
import hearsay.input.files.InputFiles;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesFromFiles;
import hearsay.steps.EarlierTexts;
import hearsay.steps.NewArticles;
import hearsay.tables.Ids;
import hearsay.tables.InputFile;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the same articles in three files, read in one run and in nights of every order. */
@Tag("whole")
class CorrectionsOverNightsTest {
    private static final LocalDate RUN_DATE = LocalDate.of(2026, 11, 23);
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);
    private static final List<String> OF_ONE_RUN = List.of(
            "modified | Second. | c.jsonl | 2026-11-22 | metadata | [First.]",
            "undated | Dated. | b.jsonl | 2026-11-20 | metadata | [Undated.]",
            "same time | Of c. | c.jsonl | 2026-11-22 | metadata | [Of a., Of b.]",
            "same text | Same. | b.jsonl | 2026-11-20 | metadata | []",
            "three | Third. | a.jsonl | 2026-11-22 | metadata | [First., Second.]");

    @TempDir
    Path input;

    @BeforeEach
    void write() throws IOException {
        file(
                "a.jsonl",
                line("modified", "First.", "2026-11-22 10:00:00", null),
                line("undated", "Undated.", null, null),
                line("same time", "Of a.", "2026-11-22 10:00:00", null),
                line("same text", "Same.", "2026-11-21", null),
                line("three", "Third.", "2026-11-22 12:00:00", null));
        file(
                "b.jsonl",
                line("modified", "First.", "2026-11-22 10:00:00", null),
                line("undated", "Dated.", "2026-11-20", null),
                line("same time", "Of b.", "2026-11-22 10:00:00", null),
                line("same text", "Same.", "2026-11-20", null),
                line("three", "First.", "2026-11-22 10:00:00", null));
        file(
                "c.jsonl",
                line("modified", "Second.", "2026-11-22 10:00:00", "2026-11-22 11:00:00"),
                line("same time", "Of c.", "2026-11-22 10:00:00", null),
                line("same text", "Same.", null, null),
                line("three", "Second.", "2026-11-22 11:00:00", null));
    }

    @Test
    void oneRun() {
        assertThat(pictures(articles(found("a.jsonl", "b.jsonl", "c.jsonl"))))
                .containsExactlyInAnyOrderElementsOf(OF_ONE_RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c", "a,c,b", "b,a,c", "b,c,a", "c,a,b", "c,b,a", "a,c,a", "c,b,a,b"})
    void nights(String order) {
        Dataset<Row> known = Tables.ARTICLES.empty(TestSpark.session());
        for (String name : order.split(",")) {
            Dataset<Row> fresh = NewArticles.derive(articles(found(name + ".jsonl")), known, name, false);
            known = fresh.unionByName(known.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"))
                    .localCheckpoint();
        }
        if (order.equals("a,c,a")) { // a file to which a line was added is read again as a whole
            assertThat(pictures(known)).contains(OF_ONE_RUN.get(0));
        } else {
            assertThat(pictures(known)).containsExactlyInAnyOrderElementsOf(OF_ONE_RUN);
        }
    }

    @Test
    void anEarlierTextOfAKnownArticleIsARejectUnlessItIsKnownToo() {
        Dataset<Row> known = articles(found("a.jsonl", "c.jsonl"));
        Dataset<Row> rejects = EarlierTexts.derive(found("b.jsonl"), known, RUN_DATE);
        assertThat(rejects.collectAsList().stream()
                        .map(Tables.REJECTS.records()::record)
                        .map(r -> r.path() + ":" + r.position() + " " + r.reason() + ": " + r.excerpt()))
                .containsExactlyInAnyOrder(
                        "b.jsonl:3 an earlier text of the article in c.jsonl: Of b.",
                        "b.jsonl:5 an earlier text of the article in a.jsonl: First.");
    }

    private Dataset<Row> found(String... names) {
        SparkSession spark = TestSpark.session();
        List<InputFile> files = InputFiles.list(spark, input.toString()).stream()
                .filter(f -> List.of(names).contains(f.path()))
                .toList();
        return ArticlesFromFiles.derive(
                InputFiles.pieces(spark, files, SETTINGS), SETTINGS, RUN_DATE, ArticleLimits.none());
    }

    private static Dataset<Row> articles(Dataset<Row> found) {
        return found.where(col("article").isNotNull()).select("article.*");
    }

    private static List<String> pictures(Dataset<Row> articles) {
        List<String> texts =
                List.of("First.", "Second.", "Third.", "Undated.", "Dated.", "Of a.", "Of b.", "Of c.", "Same.");
        return articles.withColumn("previous", sort_array(col("previous"))).collectAsList().stream()
                .map(Tables.ARTICLES.records()::record)
                .map(a -> String.join(
                        " | ",
                        a.title(),
                        a.text(),
                        a.path(),
                        a.publishedDate().toString(),
                        a.dateFrom(),
                        texts.stream()
                                .filter(text -> a.previous().contains(Ids.hash(text)))
                                .sorted()
                                .toList()
                                .toString()))
                .toList();
    }

    private void file(String name, String... lines) throws IOException {
        Files.write(input.resolve(name), List.of(lines));
    }

    private static String line(String title, String text, String date, String modified) {
        return "{\"url\": \"https://example.com/%s\", \"title\": \"%s\", \"maintext\": \"%s\"%s%s}"
                .formatted(
                        title.replace(' ', '-'),
                        title,
                        text,
                        date == null ? "" : ", \"date_publish\": \"" + date + "\"",
                        modified == null ? "" : ", \"date_modify\": \"" + modified + "\"");
    }
}
