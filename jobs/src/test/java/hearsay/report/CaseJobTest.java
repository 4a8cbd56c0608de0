package hearsay.report;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.night.NightlyJob;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import hearsay.text.quotes.QuoteCase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
class CaseJobTest {
    @TempDir
    private static Path folder;

    private static String path;
    private static Published warehouse;

    @BeforeAll
    static void aNightOverTheSeeds() {
        path = folder.resolve("warehouse").toString();
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request("seeds", path, LocalDate.parse("2025-06-20"), false, false));
        warehouse = Warehouse.existing(TestSpark.session(), path);
    }

    /** Two of the sixty hang on how sure the model was of a tag, which a line does not say. */
    @Test
    void theRulesMakeOfALineWhatTheRowSays() {
        Map<String, Article> articles = warehouse.read(Tables.ARTICLES).collectAsList().stream()
                .map(Tables.ARTICLES.records()::record)
                .collect(Collectors.toMap(Article::articleId, Function.identity()));
        List<Quote> quotes = warehouse.read(Tables.QUOTES).collectAsList().stream()
                .map(Tables.QUOTES.records()::record)
                .toList();
        List<String> others = quotes.stream()
                .map(quote -> CaseJob.found(warehouse, articles.get(quote.articleId()), quote))
                .filter(found -> !found.same())
                .map(QuoteCase::outcome)
                .toList();
        assertThat(quotes).hasSizeGreaterThan(50);
        assertThat(others).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aCaseSaysTheRowWhatDecidedItWhereAndALineToPaste() {
        String id = warehouse
                .read(Tables.QUOTES)
                .where(col("text").startsWith("“The situation is continuing"))
                .head()
                .getAs("quote_id");
        assertThat(printed(id))
                .contains(
                        "speaker    Dmitry Peskov",
                        "decided by model pronoun",
                        "the model marked the source",
                        "Candidates.java",
                        "cases.csv")
                .containsPattern(
                        "(?m)^\"" + id
                                + "\",\".*\\{SOURCE he\\}.*\",\"direct: “The situation .* \\| told \\| he \\| Dmitry Peskov \\| model pronoun\"$");
    }

    @Test
    void aQuoteWithoutSpeakerSaysWhy() {
        String id = warehouse
                .read(Tables.QUOTES)
                .where(col("source_text").equalTo("Both sides"))
                .head()
                .getAs("quote_id");
        assertThat(printed(id)).contains("speaker    none: the source is a group", "Speakers.java");
    }

    @Test
    void anUnknownIdAndOneOfSeveralAreMistakes() {
        assertThatThrownBy(() -> printed("nobody"))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("has no quote nobody");
        assertThatThrownBy(() -> printed(""))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("Several quotes begin with");
    }

    private static String printed(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaseJob.run(TestSpark.session(), path, id, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
