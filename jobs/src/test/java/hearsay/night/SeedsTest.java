package hearsay.night;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.NotebookQuestions;
import hearsay.TestSpark;
import hearsay.report.ReportJob;
import hearsay.report.site.SiteClicks;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.OneOf;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import hearsay.tables.Value;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A night over the three seed articles: what must come out of them, and the tables as they were looked at last. */
@Tag("whole")
class SeedsTest {
    private static final LocalDate RUN_DATE = LocalDate.of(2025, 6, 20);
    private static final Path GOLDEN = Path.of("jobs/src/test/resources/hearsay/seeds");

    @TempDir
    private static Path folder;

    private static Warehouse warehouse;

    @BeforeAll
    static void night() {
        String path = folder.resolve("warehouse").toString();
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request("seeds", path, RUN_DATE, false, false));
        warehouse = Warehouse.at(TestSpark.session(), path);
    }

    @ParameterizedTest(name = "{0}: {1} said by {2}")
    @CsvFileSource(resources = "/hearsay/seeds/quoted.csv", numLinesToSkip = 1)
    void everyQuotedSpanIsOneQuoteOfItsSpeaker(String file, String begins, String speaker) {
        assertThat(quoted(file)
                        .where(col("text").contains(begins))
                        .select("speaker")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly(speaker);
    }

    @Test
    void nothingElseInQuotationMarksIsAQuote() {
        assertThat(quoted("").count()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vladimir Putin",
                "Donald Trump",
                "Benjamin Netanyahu",
                "Ali Khamenei",
                "Masoud Pezeshkian",
                "Dmitry Peskov",
                "Mohammed bin Zayed Al Nahyan"
            })
    void aPersonIsOneEntityWhateverTheShortFormOrTitle(String name) {
        String surname =
                name.equals("Mohammed bin Zayed Al Nahyan") ? "Nahyan" : name.substring(name.lastIndexOf(' ') + 1);
        Dataset<Row> named = warehouse
                .read(Tables.MENTIONS)
                .where(col("type").equalTo("PER").and(col("text").contains(surname)));
        assertThat(named.join(warehouse.read(Tables.ENTITIES), "entity_id")
                        .select("name")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly(name);
    }

    @Test
    void theQuestionsOfTheNotebooksHaveAnswers() throws Exception {
        assertThat(NotebookQuestions.answers(folder.resolve("warehouse").toString()))
                .hasSize(10)
                .allSatisfy((question, rows) -> assertThat(rows).as(question).isNotEmpty());
    }

    /** What each statement of notebooks/README.md finds stands on the page to which its clicks lead. */
    @Test
    void tenQuestionsAreAnsweredOnTheSiteInThreeClicks() throws Exception {
        String path = folder.resolve("warehouse").toString();
        Path site = folder.resolve("site");
        ReportJob.run(TestSpark.session(), Settings.read(Optional.empty()), path, site, System.out);
        List<List<Integer>> columns = List.of(
                List.of(3),
                List.of(0),
                List.of(2),
                List.of(3),
                List.of(0),
                List.of(0),
                List.of(0),
                List.of(0, 1),
                List.of(),
                List.of(1));
        Map<String, List<List<String>>> answers = NotebookQuestions.answers(path);
        Map<String, List<String>> clicks = SiteClicks.ofQuestions();
        assertThat(clicks.keySet()).containsExactlyElementsOf(answers.keySet());
        int question = 0;
        for (Map.Entry<String, List<String>> one : clicks.entrySet()) {
            assertThat(one.getValue()).as(one.getKey()).hasSizeLessThanOrEqualTo(3);
            String page = SiteClicks.text(SiteClicks.follow(site, one.getValue()));
            for (List<String> row : answers.get(one.getKey())) {
                for (int column : columns.get(question)) {
                    assertThat(page)
                            .as(one.getKey())
                            .contains(row.get(column).replaceAll("\\s+", " ").strip());
                }
            }
            question++;
        }
    }

    @Test
    void datesComeFromTheHeaderWhereThereIsOne() {
        assertThat(warehouse
                        .read(Tables.ARTICLES)
                        .orderBy("path")
                        .select("published_date", "date_from")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2025-06-18,header]", "[2025-06-20,run_date]", "[2025-06-20,run_date]");
    }

    @Test
    void closedSetsHoldEveryValue() {
        int sets = 0;
        for (Table<?> table : Tables.ALL) {
            for (RecordComponent component : table.rowType().getRecordComponents()) {
                OneOf closed = component.getAnnotation(OneOf.class);
                if (closed != null) {
                    String column =
                            component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
                    List<Row> values = warehouse
                            .read(table)
                            .select(column)
                            .distinct()
                            .na()
                            .drop()
                            .collectAsList();
                    assertThat(values).extracting(row -> row.getString(0)).allMatch(value -> isOf(closed, value));
                    sets++;
                }
            }
        }
        assertThat(sets).isEqualTo(16);
    }

    private static boolean isOf(OneOf closed, String value) {
        List<String> last = words(closed.value()[closed.value().length - 1]);
        return last.stream().anyMatch(value::matches)
                || (closed.value().length == 2
                        && words(closed.value()[0]).stream()
                                .anyMatch(first -> last.stream().anyMatch(rest -> value.matches(first + " " + rest))));
    }

    private static List<String> words(Class<? extends Value> set) {
        return Arrays.stream(set.getEnumConstants())
                .map(value -> value.word().replace("%s", ".+"))
                .toList();
    }

    @Test
    void theRepeatedParagraphCountsOnce() {
        Dataset<Row> sentences =
                warehouse.read(Tables.SENTENCES).where(col("text").contains("individual phone conversations"));
        assertThat(sentences.orderBy("begin").select("kind").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("body", "repeat");
    }

    /** Renew with: mvn test -Dtests.left-out=none -Dtest=SeedsTest -Dgolden.renew=true, then look at the difference. */
    @ParameterizedTest
    @ValueSource(strings = {"mentions", "entities", "quotes", "co_mentions", "speaker_links"})
    void theTablesAreAsTheyWereLookedAtLast(String name) throws IOException {
        Table<?> table = Tables.ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> rows = picture(table);
        Path golden = GOLDEN.resolve(name + ".tsv");
        if (Boolean.getBoolean("golden.renew")) {
            Files.write(golden, rows);
        }
        assertThat(rows).isEqualTo(Files.readAllLines(golden));
    }

    /** Rows as lines under their headings; measures of confidence are left out, since they move with the machine's arithmetic. */
    private static List<String> picture(Table<?> table) {
        List<String> columns = List.of(table.schema().fieldNames()).stream()
                .filter(c -> !c.contains("confidence"))
                .toList();
        List<String> lines = warehouse
                .read(table)
                .selectExpr(columns.stream()
                        .map(c -> "to_json(struct(`" + c + "`))")
                        .toArray(String[]::new))
                .collectAsList()
                .stream()
                .map(row -> row.mkString("\t"))
                .sorted()
                .collect(Collectors.toList());
        lines.add(0, String.join("\t", columns));
        return lines;
    }

    private static Dataset<Row> quoted(String file) {
        Dataset<Row> articles =
                warehouse.read(Tables.ARTICLES).where(col("path").startsWith(file));
        return warehouse
                .read(Tables.QUOTES)
                .where(col("kind").isin("direct", "mixed"))
                .join(articles.select("article_id"), "article_id");
    }
}
