package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameEvaluationTest {
    @TempDir
    private Path folder;

    @Test
    void theNightlyStepsAreScoredAndTheirTagsWrittenBesideTheGoldTokens() throws IOException {
        Path gold = gold(
                "-DOCSTART- O",
                "",
                "Anna B-PER",
                "Jansen I-PER",
                "lives O",
                "in O",
                "Berlin B-LOC",
                ". O",
                "",
                "Paris B-LOC",
                "is O",
                "a O",
                "city O",
                "in O",
                "France B-PER",
                ". O");
        Path predictions = folder.resolve("out.conll");
        NameScores scores = NameEvaluation.run(
                TestSpark.session(), NightSettings.of(Settings.read(Optional.empty())), gold, Optional.of(predictions));

        assertThat(scores.all()).isEqualTo(new NameScores.Score("ALL", 3, 4, 4));
        assertThat(scores.all().f1()).isEqualTo(0.75);
        assertThat(Files.readAllLines(predictions))
                .hasSize(Files.readAllLines(gold).size())
                .contains("-DOCSTART- O", "Anna B-PER", "Jansen I-PER", "lives O", "France B-LOC");
    }

    /** The cases of the scorer that everybody uses. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "IOB1 reads as IOB2        | I-PER I-PER B-PER O / I-ORG | B-PER I-PER B-PER O / B-ORG | 3 | 3 | 3",
                "BIOES reads as IOB2       | B-PER E-PER S-PER O / S-ORG | B-PER I-PER B-PER O / B-ORG | 3 | 3 | 3",
                "two names taken for one   | B-PER I-PER B-PER O / B-ORG | B-PER I-PER I-PER O / B-ORG | 1 | 2 | 3",
                "a name of another type    | B-PER I-PER B-PER O / B-ORG | B-ORG I-ORG B-PER O / B-ORG | 2 | 3 | 3",
                "a sentence ends a name    | I-LOC / I-LOC               | I-LOC / I-LOC               | 2 | 2 | 2",
                "another type begins a name| I-PER I-ORG                 | B-PER B-ORG                 | 2 | 2 | 2",
                "after an end a name begins| S-PER I-PER                 | B-PER B-PER                 | 2 | 2 | 2",
                "one of three              | B-PER B-LOC B-ORG O         | B-PER O O B-MISC            | 1 | 2 | 3"
            })
    void names(String name, String gold, String predicted, int correct, int found, int right) {
        List<String> tags = List.of(gold.replace("/ ", "").split(" "));
        List<String> words = List.of(gold.split(" "));
        List<Boolean> breaks = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals("/")) {
                breaks.add(i == 0 || words.get(i - 1).equals("/"));
            }
        }
        assertThat(NameScores.of(tags, List.of(predicted.replace("/ ", "").split(" ")), breaks)
                        .all())
                .isEqualTo(new NameScores.Score("ALL", correct, found, right));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one column only   | Anna B-PER;Jansen         | Line 2 of",
                "ragged columns    | Anna X B-PER;Jansen I-PER | Line 2 of",
                "tags of other things | Anna B-PER;left B-VERB | the tag B-VERB",
                "no token          | ;                          | holds no token"
            })
    void aFileThatIsNoGoldIsAMistakeWithItsLine(String name, String lines, String message) throws IOException {
        Path gold = gold(lines.split(";"));
        assertThatThrownBy(() -> ConllFile.read(gold))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(message)
                .hasMessageContaining(gold.toString());
    }

    @Test
    void aMissingFileIsAMistake() {
        assertThatThrownBy(() -> ConllFile.read(folder.resolve("none.conll"))).isInstanceOf(OperatorMistake.class);
    }

    private Path gold(String... lines) throws IOException {
        return Files.write(folder.resolve("gold.conll"), List.of(lines));
    }
}
