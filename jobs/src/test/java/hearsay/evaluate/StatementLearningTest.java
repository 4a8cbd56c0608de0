package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.evaluate.StatementLearning.Example;
import hearsay.evaluate.StatementLearning.Model;
import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights from judged rows that are false where the cue denies, or where the source goes on behind the name. */
class StatementLearningTest {
    private static final int ROWS = 60;

    private final StatementLearning learning = new StatementLearning(TestSpark.session());

    @TempDir
    private Path folder;

    @Test
    void whatMakesRowsFalseGetsANegativeWeightWhereItBelongs() {
        Model model = learning.learn(examples(ROWS));
        assertThat(model.statement().get("cue_denied")).isLessThan(-1);
        assertThat(model.statement()).doesNotContainKey("source_behind_name");
        assertThat(model.speaker().get("source_behind_name")).isLessThan(-1);
        assertThat(model.confidence(Map.of("cue_speech", 1.0))).isGreaterThan(0.8);
        assertThat(model.confidence(Map.of("cue_denied", 1.0))).isLessThan(0.4);
        assertThat(model.confidence(Map.of("cue_speech", 1.0, "source_behind_name", 1.0)))
                .isLessThan(0.6);
    }

    /** One article is false throughout and has a feature of its own: only weights that saw it could know. */
    @Test
    void aConfidenceIsStatedByWeightsThatHaveNotSeenTheArticle() {
        List<Example> examples = IntStream.range(0, ROWS)
                .mapToObj(i -> i < 6
                        ? example("odd", Map.of("cue_speech", 1.0, "content_odd", 1.0), false, false)
                        : examples(ROWS).get(i))
                .toList();
        List<Double> stated = learning.crossValidated(examples, 5);
        assertThat(stated).hasSize(ROWS);
        assertThat(stated.subList(0, 6)).allMatch(confidence -> confidence > 0.6);
        assertThat(learning.learn(examples).confidence(examples.get(0).features()))
                .isLessThan(0.5);
    }

    @Test
    void onlyTheValuesOfTheFileChange() throws IOException {
        Path file = Files.write(
                folder.resolve("statements.csv"),
                List.of(
                        "# why, how",
                        "name,value,why",
                        "statement.base,0.5,one, and more",
                        "unread.sureness,0.89,a mean"));
        StatementLearning.write(new Model(Map.of("base", -1.25), Map.of(), Map.of()), file);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# why, how",
                        "name,value,why",
                        "statement.base,-1.250,one, and more",
                        "unread.sureness,0.89,a mean");
    }

    @Test
    void mistakesAreSentences() {
        assertThatThrownBy(() -> learning.learn(examples(3)))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("too few judged rows");
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> StatementLearning.write(new Model(Map.of(), Map.of(), Map.of()), none))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(none.toString());
    }

    private static List<Example> examples(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> switch (i % 3) {
                    case 0 -> example("a" + i, Map.of("cue_speech", 1.0), true, true);
                    case 1 -> example("a" + i, Map.of("cue_denied", 1.0), false, true);
                    default -> example("a" + i, Map.of("cue_speech", 1.0, "source_behind_name", 1.0), true, false);
                })
                .toList();
    }

    private static Example example(
            String article, Map<String, Double> features, boolean isStatement, boolean speakerRight) {
        return new Example(article, features, isStatement, speakerRight, isStatement && speakerRight);
    }
}
