package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.evaluate.Judgement.Act;
import hearsay.evaluate.Judgement.Quality;
import hearsay.evaluate.StatementScores.Partner;
import hearsay.evaluate.StatementScores.Scored;
import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementScoresTest {
    private static final StatementScores SCORES = new StatementScores(List.of(
            new Scored(judged("direct", Act.SAID, true), found("direct", "Ann Lee", "model name", 0.93)),
            new Scored(judged("direct", Act.SAID, true), found("direct", null, null, 0)),
            new Scored(judged("indirect", Act.TOPIC, false), found("mixed", "Ann Lee", "rule name", 0.5)),
            new Scored(judged("indirect", Act.SAID, true), null),
            new Scored(judged("indirect", Act.SAID, true), found("indirect", "Ann Lee", "model name", 0.85))));

    private static Judgement judged(String kind, Act act, boolean isTrue) {
        return new Judgement(kind, "Ann Lee", act, "Ann Lee", true, Quality.EXACT, isTrue, null);
    }

    private static Partner found(String kind, String speaker, String decidedBy, double confidence) {
        return new Partner(kind, "words", speaker, "said", decidedBy, confidence, true);
    }

    @Test
    void theTablesCountRowsWithASpeaker() {
        assertThat(SCORES.toString().lines())
                .containsSubsequence(
                        "judged rows                     5    100.0 %",
                        "found again                     4     80.0 %",
                        "with a speaker                  3     60.0 %",
                        "judged true, not true now       2     40.0 %")
                .containsSubsequence(
                        "direct                      1      1    100.0",
                        "indirect                    1      1    100.0",
                        "mixed                       1      0      0.0",
                        "all                         3      2     66.7")
                .containsSubsequence(
                        "said                        2      2    100.0",
                        "topic                       1      0      0.0")
                .containsSubsequence(
                        "model name                  2      2    100.0",
                        "rule name                   1      0      0.0")
                .containsSubsequence(
                        "0.5 to 0.6                  1      0      0.0",
                        "0.8 to 0.9                  1      1    100.0",
                        "0.9 to 1.0                  1      1    100.0")
                .containsSubsequence(
                        "from 0.80         2    100.0    100.0     50.0",
                        "from 0.90         1    100.0     50.0     25.0");
    }

    @Test
    void theCountsAreAFileOfNumbers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("counts.csv");
        SCORES.writeCounts(file);
        assertThat(Files.readAllLines(file))
                .startsWith("by,value,rows,true,stated", "\"kind\",\"direct\",1,1,0.9300")
                .contains(
                        "\"act, as judged\",\"topic\",1,0,0.5000",
                        "\"decided by\",\"model name\",2,2,0.8900",
                        "\"confidence\",\"0.8 to 0.9\",1,1,0.8500",
                        "\"confidence\",\"all\",3,2,0.7600");
        assertThatThrownBy(() -> SCORES.writeCounts(folder.resolve("none").resolve("counts.csv")))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("The counts cannot be written to");
    }

    @Test
    void aMeasureCountsTheTrueRowsThatAreFoundNoMore() {
        assertThat(SCORES.measures())
                .hasSize(14)
                .contains(
                        Measure.of("statements all", 2 / 3.0, 0.5),
                        Measure.of("statements direct", 1, 0.5),
                        Measure.of("statements mixed", 0, 0),
                        Measure.of("statements indirect", 1, 0.5),
                        Measure.of("statements from 0.80", 1, 0.5),
                        Measure.of("statements from 0.95", 0, 0));
        assertThat(Measure.of("m", 1, 0.5).f1()).isEqualTo(2 / 3.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 to 0.5",
        "0.4999, 0.0 to 0.5",
        "0.5, 0.5 to 0.6",
        "0.6, 0.6 to 0.7",
        "0.7, 0.7 to 0.8",
        "0.89999, 0.8 to 0.9",
        "0.9, 0.9 to 1.0",
        "1, 0.9 to 1.0"
    })
    void bands(double confidence, String band) {
        assertThat(StatementScores.band(confidence)).isEqualTo(band);
    }
}
