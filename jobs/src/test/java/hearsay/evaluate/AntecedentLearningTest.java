package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.evaluate.AntecedentLearning.Example;
import hearsay.settings.OperatorMistake;
import hearsay.text.quotes.Antecedents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights from pronouns that mean the subject, whether near or far, and from some that mean nobody. */
class AntecedentLearningTest {
    private static final int PRONOUNS = 60;
    private static final List<String> NAMES = List.of("subject", "nearest", "nobody");
    private static final List<Map<String, Double>> TWO =
            List.of(Map.of("subject", 1.0), Map.of("nearest", 1.0), Map.of("nobody", 1.0));

    @TempDir
    private Path folder;

    private static List<Example> examples() {
        return IntStream.range(0, PRONOUNS)
                .mapToObj(i -> new Example(TWO, List.of(i % 6 > 0, false, i % 6 == 0)))
                .toList();
    }

    @Test
    void theSubjectIsAsProbableAsItIsRight() {
        Map<String, Double> weights = AntecedentLearning.learn(examples(), NAMES);
        List<Double> probabilities = Antecedents.probabilities(weights, TWO);
        assertThat(probabilities.get(0)).isBetween(0.75, 0.87);
        assertThat(probabilities.get(1)).isLessThan(0.06);
        assertThat(probabilities.get(2)).isBetween(0.1, 0.2);
    }

    /** GAP says of some pronouns only whom they do not mean. */
    @Test
    void ofSeveralThatMayBeRightOneIs() {
        List<Example> examples = IntStream.range(0, PRONOUNS)
                .mapToObj(i -> new Example(TWO, List.of(true, false, true)))
                .toList();
        List<Double> probabilities = Antecedents.probabilities(AntecedentLearning.learn(examples, NAMES), TWO);
        assertThat(probabilities.get(1)).isLessThan(0.06);
        assertThat(probabilities.get(0)).isCloseTo(probabilities.get(2), org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void theSameExamplesGiveTheSameWeights() {
        assertThat(AntecedentLearning.learn(examples(), NAMES)).isEqualTo(AntecedentLearning.learn(examples(), NAMES));
    }

    @Test
    void onlyTheValuesOfTheKindChange() throws IOException {
        Path file = Files.write(
                folder.resolve("antecedents.csv"),
                List.of(
                        "# why, how",
                        "name,value,why",
                        "pronoun.subject,0.000,the subject, there",
                        "role.subject,1,kept"));
        AntecedentLearning.write(Map.of("subject", 1.25), "pronoun.", file);
        assertThat(file)
                .hasContent(
                        "# why, how\nname,value,why\npronoun.subject,1.250,the subject, there\nrole.subject,1,kept\n");
    }

    @Test
    void withoutExamplesThereIsNothingToLearn() {
        assertThatThrownBy(() -> AntecedentLearning.learn(List.of(), NAMES))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("no pronoun to learn from");
    }
}
