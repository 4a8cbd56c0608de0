package hearsay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final String ONNX = "jobs/src/main/resources/hearsay/model";
    private static final List<List<String>> WINDOWS = List.of(
            List.of("Anna", "Jansen", "met", "officials", "of", "Microsoft", "in", "Berlin", "."),
            List.of("“", "Never", ",", "”", "she", "said"));

    @TempDir
    private Path folder;

    @Test
    void aSavedAnnotatorTagsAsTheBuiltInModelDoes() throws Exception {
        BertForTokenClassification annotator = BertForTokenClassification.loadSavedModel(ONNX, SPARK);
        annotator.setInputCols(new String[] {"document", "token"});
        annotator.setOutputCol("tags");
        annotator.setCaseSensitive(true);
        String saved = folder.resolve("saved").toString();
        annotator.write().overwrite().save(saved);

        Tagger loaded = Tagger.load(SPARK, saved);
        Tagger builtIn = Tagger.load(SPARK, Tagger.BUILT_IN);
        assertThat(loaded.labels()).isEqualTo(builtIn.labels());
        for (List<String> window : WINDOWS) {
            assertThat(loaded.probabilities(window))
                    .usingRecursiveComparison()
                    .isEqualTo(builtIn.probabilities(window));
        }
    }

    @Test
    void everyWordHasTheProbabilitiesOfAllLabels() {
        Tagger tagger = Tagger.load(SPARK, ONNX);
        for (List<String> window : WINDOWS) {
            assertThat(tagger.probabilities(window)).hasSameSizeAs(window).allSatisfy(word -> {
                assertThat(word).hasSize(16);
                assertThat(IntStream.range(0, 16)
                                .mapToDouble(label -> word[label])
                                .sum())
                        .isBetween(0.99, 1.01);
            });
        }
    }

    @Test
    void aPathWithoutAModelIsAMistake() {
        assertThatThrownBy(() -> Tagger.load(SPARK, folder.toString()))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("no Spark NLP model")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void anotherKindOfModelIsAMistake() throws Exception {
        String path = folder.resolve("lsh").toString();
        new MinHashLSH().write().overwrite().save(path);
        assertThatThrownBy(() -> Tagger.load(SPARK, path))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("not one of Spark NLP's token classifiers");
    }

    @Test
    void anotherModelAtTheSamePathIsAnotherVersion() throws Exception {
        Files.writeString(folder.resolve("model.onnx"), "one");
        String before = Tagger.version(SPARK, folder.toString());
        Files.writeString(folder.resolve("model.onnx"), "two");
        assertThat(before).startsWith(folder + " ").isNotEqualTo(Tagger.version(SPARK, folder.toString()));
    }

    @Test
    void aPathWithoutFilesHasItsNameOnly() {
        assertThat(Tagger.version(SPARK, folder.resolve("none").toString()))
                .isEqualTo(folder.resolve("none").toString());
    }
}
