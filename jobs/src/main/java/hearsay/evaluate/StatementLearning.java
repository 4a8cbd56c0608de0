package hearsay.evaluate;

import hearsay.evaluate.StatementScores.Scored;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Ids;
import hearsay.text.quotes.Statements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Learns the weights of {@link Statements} from judged rows: L2-regularised logistic regressions of Spark ML. The one that joins
 * the two others learns from probabilities that they give to articles they have not seen.
 */
final class StatementLearning {
    private static final StructType SHAPE =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    /** Of the weights of features, for a mean loss; as strong as a variance of 1 with 1,000 rows. */
    private static final double STRENGTH = 0.001;

    private static final double STRENGTH_OF_JOINING = 0.0001;
    /** Parts of the articles, of which each is left out once, where the joining learns. */
    private static final int INNER = 3;

    private final SparkSession spark;

    StatementLearning(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * A judged row as its run has it.
     *
     * @param article      id of its article
     * @param features     of the run's row
     * @param isStatement  whether it is said or thought, with the right begin and end
     * @param speakerRight null where the run names nobody, or the reader said nothing of it
     * @param isTrue       null where the run names nobody
     */
    record Example(
            String article, Map<String, Double> features, boolean isStatement, Boolean speakerRight, Boolean isTrue) {
        static Example of(String article, Map<String, Double> features, Scored row) {
            boolean counts = row.counts();
            return new Example(
                    article,
                    features,
                    row.judgement().isStatementInPlace(),
                    counts ? row.judgement().isSpeaker(row.partner().speaker()) : null,
                    counts ? row.isTrue() : null);
        }
    }

    /** Name of a feature -> weight, for each of the three regressions. */
    record Model(Map<String, Double> statement, Map<String, Double> speaker, Map<String, Double> joined) {
        double confidence(Map<String, Double> features) {
            return Statements.probability(joined, joining(statement, speaker, features));
        }

        Map<String, Double> weights() {
            Map<String, Double> all = new HashMap<>();
            statement.forEach((name, value) -> all.put(Statements.STATEMENT + name, value));
            speaker.forEach((name, value) -> all.put(Statements.SPEAKER + name, value));
            joined.forEach((name, value) -> all.put(Statements.JOINED + name, value));
            return all;
        }
    }

    private static Map<String, Double> joining(
            Map<String, Double> statement, Map<String, Double> speaker, Map<String, Double> features) {
        return Statements.joining(
                Statements.probability(statement, features), Statements.probability(speaker, features));
    }

    /** The confidence of each example by a model that has seen no row of its article. */
    List<Double> crossValidated(List<Example> examples, int folds) {
        Double[] stated = new Double[examples.size()];
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            Model model = learn(where(examples, example -> fold(example, folds) != left));
            for (int i = 0; i < stated.length; i++) {
                if (fold(examples.get(i), folds) == left) {
                    stated[i] = model.confidence(examples.get(i).features);
                }
            }
        }
        return List.of(stated);
    }

    private static int fold(Example example, int folds) {
        return Math.floorMod(Ids.hash("fold " + example.article).hashCode(), folds);
    }

    private static int innerFold(Example example) {
        return Math.floorMod(Ids.hash("inner fold " + example.article).hashCode(), INNER);
    }

    /** @throws OperatorMistake where the examples do not have both true and false ones of each kind */
    Model learn(List<Example> examples) {
        List<Map<String, Double>> joining = new ArrayList<>();
        List<Boolean> isTrue = new ArrayList<>();
        for (int fold = 0; fold < INNER; fold++) {
            int left = fold;
            List<Example> seen = where(examples, example -> innerFold(example) != left);
            Map<String, Double> statement = statement(seen);
            Map<String, Double> speaker = speaker(seen);
            for (Example example : where(examples, e -> innerFold(e) == left && e.isTrue != null)) {
                joining.add(joining(statement, speaker, example.features));
                isTrue.add(example.isTrue);
            }
        }
        return new Model(
                statement(examples),
                speaker(examples),
                weights(joining, isTrue, Statements.names(Statements.JOINED), STRENGTH_OF_JOINING));
    }

    private Map<String, Double> statement(List<Example> examples) {
        return weights(examples, Example::isStatement, Statements.STATEMENT);
    }

    private Map<String, Double> speaker(List<Example> examples) {
        return weights(
                where(examples, example -> example.speakerRight != null), Example::speakerRight, Statements.SPEAKER);
    }

    private Map<String, Double> weights(List<Example> examples, Function<Example, Boolean> label, String regression) {
        return weights(
                examples.stream().map(Example::features).toList(),
                examples.stream().map(label).toList(),
                Statements.names(regression),
                STRENGTH);
    }

    private Map<String, Double> weights(
            List<Map<String, Double>> features, List<Boolean> labels, List<String> names, double strength) {
        if (!labels.contains(true) || !labels.contains(false)) {
            throw new OperatorMistake("There are too few judged rows to learn from: true and false ones are needed.");
        }
        List<Row> rows = IntStream.range(0, labels.size())
                .mapToObj(i -> RowFactory.create(labels.get(i) ? 1.0 : 0.0, vector(features.get(i), names)))
                .toList();
        LogisticRegressionModel model = new LogisticRegression()
                .setRegParam(strength)
                .setStandardization(false)
                .fit(spark.createDataFrame(rows, SHAPE).coalesce(1));
        Map<String, Double> weights = new HashMap<>();
        weights.put(Statements.BASE, model.intercept());
        for (int i = 0; i < names.size(); i++) {
            weights.put(names.get(i), model.coefficients().apply(i));
        }
        return weights;
    }

    private static Vector vector(Map<String, Double> features, List<String> names) {
        return Vectors.dense(names.stream()
                .mapToDouble(name -> features.getOrDefault(name, 0.0))
                .toArray());
    }

    private static List<Example> where(List<Example> examples, Predicate<Example> which) {
        return examples.stream().filter(which).toList();
    }

    /** See {@link WeightsFile#write}. */
    static void write(Model model, Path file) {
        WeightsFile.write(model.weights(), file, "statements");
    }
}
