package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.MarkedArticle;
import hearsay.TestSpark;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The three seeds, their names tagged by a list as a perfect tagger would: one row per person, whatever the text calls him. */
class EntitiesOfSeedsTest {
    private static final String PERSONS =
            "Dmitry Peskov|Peskov|Donald Trump|Trump|Benjamin Netanyahu|Netanyahu|Ali Khamenei"
                    + "|Khamenei|Vladimir Putin|Putin|Masoud Pezeshkian|Mohammed bin Zayed Al Nahyan|Vladimir(?=, focus)|Vladimir(?=\\])";
    private static final String PLACES =
            "Israel(?!i)|Iran(?!ian)|Russia(?!n)|Tehran|United States|U\\.S\\.|US(?= )|Moscow|Ukraine";

    @Test
    void everyPersonIsOneEntity() throws IOException {
        Dataset<Row> mentions = MentionsFromSentences.derive(sentences(), ArticleLimits.none());
        Dataset<Row> entities = EntityRowsFromMentions.derive(
                        EntitiesFromMentions.derive(mentions, Defaults.NAMES, ArticleLimits.none()), Defaults.NAMES)
                .localCheckpoint();
        List<String> rows = entities.where(col("type").equalTo("PER")).collectAsList().stream()
                .map(row ->
                        row.getAs("name") + " " + row.getAs("articles") + " " + row.getList(row.fieldIndex("aliases")))
                .sorted()
                .toList();
        assertThat(rows)
                .containsExactly(
                        "Ali Khamenei 2 [Ali Khamenei, Khamenei]",
                        "Benjamin Netanyahu 2 [Benjamin Netanyahu, Netanyahu]",
                        "Dmitry Peskov 1 [Peskov, Dmitry Peskov]",
                        "Donald Trump 3 [Trump, Donald Trump]",
                        "Masoud Pezeshkian 1 [Masoud Pezeshkian]",
                        "Mohammed bin Zayed Al Nahyan 1 [Mohammed bin Zayed Al Nahyan]",
                        "Vladimir Putin 3 [Putin, Vladimir Putin, Vladimir, [Vladimir] Putin]");
        assertThat(entities.where("name = 'Donald Trump'").head().getList(4))
                .contains("US President", "former U.S. President");
    }

    static Dataset<Row> sentences() throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("seeds")).sorted()) {
            for (Path file : files.toList()) {
                List<String> lines = Stream.of(Files.readString(file).split("\n"))
                        .map(EntitiesOfSeedsTest::marked)
                        .toList();
                sentences.addAll(MarkedArticle.of(file.getFileName().toString(), LocalDate.of(2025, 6, 18), lines)
                        .sentences());
            }
        }
        return Tables.SENTENCES.rows(TestSpark.session(), sentences);
    }

    private static String marked(String line) {
        return line.replaceAll("\\b(" + PERSONS + ")", "{PER $1}").replaceAll("\\b(" + PLACES + ")", "{LOC $1}");
    }
}
