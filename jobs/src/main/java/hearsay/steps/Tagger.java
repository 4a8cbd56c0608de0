package hearsay.steps;

import com.johnsnowlabs.ml.ai.XXXForClassification;
import com.johnsnowlabs.nlp.AnnotatorModel;
import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.HasCaseSensitiveProperties;
import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import com.johnsnowlabs.nlp.annotators.common.IndexedToken;
import com.johnsnowlabs.nlp.annotators.common.TokenPiece;
import com.johnsnowlabs.nlp.annotators.common.TokenizedSentence;
import com.johnsnowlabs.nlp.annotators.common.WordpieceTokenizedSentence;
import com.johnsnowlabs.nlp.pretrained.ResourceDownloader;
import com.johnsnowlabs.nlp.serialization.MapFeature;
import hearsay.OperatorMistake;
import hearsay.text.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.sql.SparkSession;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * A Spark NLP token classifier, asked for probabilities only: its annotations carry every label's score as text, which costs a
 * fifth of what the network itself does. Serialisable; Spark NLP broadcasts the weights.
 */
public final class Tagger implements Serializable {
    public static final String BUILT_IN = "built-in";
    private static final String PRETRAINED = "pretrained:";
    private static final String RESOURCE = "/hearsay/model/";
    private static final List<String> FILES = List.of("model.onnx", "assets/vocab.txt", "assets/labels.txt");

    /** Windows of like length that ONNX Runtime reads at once; more gave nothing on two cores. */
    static final int BATCH = 8;

    private static final int BERT_POSITIONS = 512;
    private static final float[] NO_PIECE = {};

    private final AnnotatorModel<?> annotator;
    private final List<String> labels;
    private final boolean caseSensitive;
    private final int mostPieces;

    private Tagger(AnnotatorModel<?> annotator) {
        this.annotator = annotator;
        this.labels = labels(annotator);
        this.caseSensitive = !(annotator instanceof HasCaseSensitiveProperties named) || named.getCaseSensitive();
        this.mostPieces = (int) call(annotator, "getMaxSentenceLength");
    }

    /**
     * @param model {@value #BUILT_IN}, the path of a saved Spark NLP token classifier (or of a folder with model.onnx and
     *              assets/ as {@code loadSavedModel} reads them), or {@code pretrained:NAME[/LANGUAGE]}, which needs a network
     * @throws OperatorMistake where there is no such model
     */
    public static Tagger load(SparkSession spark, String model) {
        if (model.equals(BUILT_IN)) {
            return new Tagger(ofOnnx(spark, builtIn()));
        }
        if (model.startsWith(PRETRAINED)) {
            String[] parts = model.substring(PRETRAINED.length()).split("/", 2);
            return new Tagger(saved(spark, downloaded(parts[0], parts.length > 1 ? parts[1] : "en"), model));
        }
        return Files.exists(Path.of(model, "model.onnx"))
                ? new Tagger(ofOnnx(spark, Path.of(model)))
                : new Tagger(saved(spark, model, model));
    }

    /** What {@code runs} says of a model: its name, with the hash of the weights where they are in the jar. */
    public static String version(String model) {
        if (!model.equals(BUILT_IN)) {
            return model;
        }
        try (InputStream weights = Tagger.class.getResourceAsStream(RESOURCE + FILES.get(0))) {
            return BUILT_IN + " " + Ids.hash(weights.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its labels in the order in which it gives their probabilities. */
    List<String> labels() {
        return labels;
    }

    /**
     * The probabilities of the labels of every word.
     *
     * @param windows lists of words, each at most about 300 word pieces; longer ones are read in halves, nothing is cut off
     * @return for every window and word, a probability for each of {@link #labels}; none for a word that has no word piece (a
     *         lone accent, say)
     */
    List<List<float[]>> probabilities(List<List<String>> windows) {
        List<List<float[]>> tagged = new ArrayList<>(windows.size());
        windows.forEach(window -> tagged.add(null));
        List<Integer> byLength = IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> windows.get(i).size()))
                .toList();
        for (int i = 0; i < byLength.size(); i += BATCH) {
            List<Integer> batch = byLength.subList(i, Math.min(i + BATCH, byLength.size()));
            List<List<float[]>> part =
                    batch(batch.stream().map(windows::get).toList());
            for (int j = 0; j < batch.size(); j++) {
                tagged.set(batch.get(j), whole(windows.get(batch.get(j)), part.get(j)));
            }
        }
        return tagged;
    }

    /** A window with more pieces than BERT has positions comes back without its last words: then its halves are read. */
    private List<float[]> whole(List<String> window, List<float[]> tagged) {
        boolean cut = window.size() > 1 && tagged.get(window.size() - 1).length == 0
                && Character.isLetterOrDigit(window.get(window.size() - 1).codePointAt(0));
        if (!cut) {
            return tagged;
        }
        int half = window.size() / 2;
        return probabilities(List.of(window.subList(0, half), window.subList(half, window.size()))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<List<float[]>> batch(List<List<String>> windows) {
        List<TokenizedSentence> sentences = windows.stream().map(Tagger::sentence).toList();
        List<WordpieceTokenizedSentence> pieces = pieces(sentences);
        List<float[][]> scores = JavaConverters.seqAsJavaList(network().tag(encoded(pieces)));
        List<List<float[]>> tagged = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            Map<Integer, float[]> byBegin = new HashMap<>();
            TokenPiece[] ofWindow = pieces.get(w).tokens();
            for (int i = 0; i < ofWindow.length; i++) {
                if (ofWindow[i].isWordStart()) {
                    byBegin.put(ofWindow[i].begin(), scores.get(w)[i + 1]); // the first is the window's own piece
                }
            }
            tagged.add(Stream.of(sentences.get(w).indexedTokens())
                    .map(word -> byBegin.getOrDefault(word.begin(), NO_PIECE))
                    .toList());
        }
        return tagged;
    }

    private static TokenizedSentence sentence(List<String> words) {
        IndexedToken[] tokens = new IndexedToken[words.size()];
        int at = 0;
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = new IndexedToken(words.get(i), at, at + words.get(i).length() - 1);
            at += words.get(i).length() + 1;
        }
        return new TokenizedSentence(tokens, 0);
    }

    private List<WordpieceTokenizedSentence> pieces(List<TokenizedSentence> windows) {
        return JavaConverters.seqAsJavaList(
                network().tokenizeWithAlignment(JavaConverters.asScalaBuffer(windows), mostPieces, caseSensitive));
    }

    /** Ids of the pieces as the network reads them, all of the length of the longest. */
    private Seq<int[]> encoded(List<WordpieceTokenizedSentence> windows) {
        List<Tuple2<WordpieceTokenizedSentence, Object>> numbered = new ArrayList<>();
        windows.forEach(window -> numbered.add(new Tuple2<>(window, numbered.size())));
        return network().encode(JavaConverters.asScalaBuffer(numbered), mostPieces);
    }

    /** Ids of the pieces of one window. */
    int[] ids(List<String> window) {
        return encoded(pieces(List.of(sentence(window)))).head();
    }

    /** The network behind the annotator. Every token classifier of Spark NLP has one, and no common type that says so. */
    XXXForClassification network() {
        return (XXXForClassification) call(annotator, "getModelIfNotSet");
    }

    private static List<String> labels(AnnotatorModel<?> annotator) {
        Map<String, Object> numbers = JavaConverters.mapAsJavaMap(((MapFeature<String, Object>) call(annotator, "labels")).getOrDefault());
        return numbers.keySet().stream().sorted(Comparator.comparing(label -> (Integer) numbers.get(label))).toList();
    }

    private static Object call(AnnotatorModel<?> annotator, String method) {
        try {
            return annotator.getClass().getMethod(method).invoke(annotator);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotator.getClass() + " has no " + method, e);
        }
    }

    private static AnnotatorModel<?> ofOnnx(SparkSession spark, Path folder) {
        BertForTokenClassification annotator = BertForTokenClassification.loadSavedModel(folder.toString(), spark);
        annotator.setInputCols(new String[] {"document", "token"});
        annotator.setOutputCol("tags");
        annotator.setCaseSensitive(true);
        annotator.setMaxSentenceLength(BERT_POSITIONS);
        return annotator;
    }

    private static AnnotatorModel<?> saved(SparkSession spark, String path, String model) {
        Object annotator;
        try {
            annotator = DefaultParamsReader.loadParamsInstance(path, spark.sparkContext());
        } catch (Exception e) {
            throw new OperatorMistake("There is no Spark NLP model to load at " + model + ".", e);
        }
        if (annotator instanceof AnnotatorModel<?> classifier && AnnotatorType.NAMED_ENTITY().equals(classifier.outputAnnotatorType())) {
            return classifier;
        }
        throw new OperatorMistake("The model at " + model + " is a " + annotator.getClass().getSimpleName()
                + ", not one of Spark NLP's token classifiers.");
    }

    private static String downloaded(String name, String language) {
        try {
            return ResourceDownloader.downloadResource(name, Option.apply(language), "public/models");
        } catch (Exception e) {
            throw new OperatorMistake(
                    "The model " + name + " could not be downloaded; pretrained: needs a network.", e);
        }
    }

    /** The model's files out of the jar in a folder of their own, since ONNX Runtime and Spark NLP read folders. */
    private static Path builtIn() {
        try {
            Path folder = Files.createTempDirectory("hearsay-model");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Files.createDirectories(folder.resolve("assets"));
            for (String file : FILES) {
                try (InputStream in = Tagger.class.getResourceAsStream(RESOURCE + file)) {
                    Files.copy(in, folder.resolve(file));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in model could not be unpacked", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
