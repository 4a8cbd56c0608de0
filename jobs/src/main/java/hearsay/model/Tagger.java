package hearsay.model;

import com.johnsnowlabs.nlp.AnnotatorModel;
import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.HasCaseSensitiveProperties;
import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import com.johnsnowlabs.nlp.annotators.common.IndexedToken;
import com.johnsnowlabs.nlp.annotators.common.TokenizedSentence;
import com.johnsnowlabs.nlp.annotators.common.WordpieceTokenizedSentence;
import com.johnsnowlabs.nlp.pretrained.ResourceDownloader;
import com.johnsnowlabs.nlp.serialization.MapFeature;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final int BERT_POSITIONS = 512;
    private static final float[] NO_PIECE = {};
    private static final Map<List<Object>, Method> METHODS =
            new ConcurrentHashMap<>(); // by class and name; asked for every window

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
        return isOnnx(model) ? new Tagger(ofOnnx(spark, Path.of(model))) : new Tagger(saved(spark, model, model));
    }

    /**
     * What {@code runs} says of a model: its name, and the hash of its bytes, so that another model at the same path is another
     * version; of a pretrained one the name alone, which its hub keeps to one model.
     */
    public static String version(SparkSession spark, String model) {
        if (model.startsWith(PRETRAINED)) {
            return model;
        }
        if (!model.equals(BUILT_IN)) {
            String folder = isOnnx(model)
                    ? Path.of(model).toUri().toString()
                    : model; // read from this machine whatever Hadoop's default is
            return model
                    + ModelBytes.hash(spark.sessionState().newHadoopConf(), folder)
                            .map(hash -> " " + hash)
                            .orElse("");
        }
        try (InputStream weights = Tagger.class.getResourceAsStream(RESOURCE + FILES.get(0))) {
            return BUILT_IN + " " + Ids.hash(weights.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOnnx(String model) {
        return Files.exists(Path.of(model, "model.onnx"));
    }

    /** Its labels in the order in which it gives their probabilities. */
    public List<String> labels() {
        return labels;
    }

    /**
     * The probabilities of the labels of every word. Windows are read one at a time: an 8-bit network scales its activations over
     * all that it reads together, so that what is found in a text would depend on the texts beside it.
     *
     * @param window words, at most about 300 word pieces; a longer one is read in halves, nothing is cut off
     * @return for every word, a probability for each of {@link #labels}; none for a word that has no word piece (a lone accent,
     *         say)
     */
    public List<float[]> probabilities(List<String> window) {
        TokenizedSentence sentence = sentence(window);
        WordpieceTokenizedSentence pieces = pieces(sentence);
        float[][] scores = head(call(network(), "tag", encoded(pieces)));
        Map<Integer, float[]> byBegin = new HashMap<>();
        for (int i = 0; i < pieces.tokens().length; i++) {
            if (pieces.tokens()[i].isWordStart()) {
                byBegin.put(pieces.tokens()[i].begin(), scores[i + 1]); // the first is the window's own piece
            }
        }
        List<float[]> byWord = Stream.of(sentence.indexedTokens())
                .map(word -> byBegin.getOrDefault(word.begin(), NO_PIECE))
                .toList();
        return isCut(window, byWord) ? inHalves(window) : byWord;
    }

    /** A window with more pieces than the network has positions comes back without its last words. */
    private static boolean isCut(List<String> window, List<float[]> byWord) {
        return window.size() > 1
                && byWord.get(window.size() - 1).length == 0
                && Character.isLetterOrDigit(window.get(window.size() - 1).codePointAt(0));
    }

    private List<float[]> inHalves(List<String> window) {
        List<float[]> halves = new ArrayList<>(probabilities(window.subList(0, window.size() / 2)));
        halves.addAll(probabilities(window.subList(window.size() / 2, window.size())));
        return halves;
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

    private WordpieceTokenizedSentence pieces(TokenizedSentence window) {
        return head(call(network(), "tokenizeWithAlignment", scalaSeq(window), mostPieces, caseSensitive));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the method is found by its name
    private Seq<int[]> encoded(WordpieceTokenizedSentence window) {
        return (Seq<int[]>) call(network(), "encode", scalaSeq(new Tuple2<>(window, 0)), mostPieces);
    }

    /** Ids of the word pieces of a window as the network reads them. */
    int[] ids(List<String> window) {
        return encoded(pieces(sentence(window))).head();
    }

    /** The network behind the annotator; Spark NLP's classifiers have one each, of a type that it keeps to itself. */
    Object network() {
        return call(annotator, "getModelIfNotSet");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the method is found by its name
    private static List<String> labels(AnnotatorModel<?> annotator) {
        MapFeature<String, Object> feature = (MapFeature<String, Object>) call(annotator, "labels");
        Map<String, Object> numbers = JavaConverters.mapAsJavaMap(feature.getOrDefault());
        return numbers.keySet().stream()
                .sorted(Comparator.comparing(label -> (Integer) numbers.get(label)))
                .toList();
    }

    private static Object call(Object target, String name, Object... arguments) {
        try {
            return METHODS.computeIfAbsent(
                            List.of(target.getClass(), name), asked -> method(target, name, arguments.length))
                    .invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target.getClass() + " cannot be asked for " + name, e);
        }
    }

    private static Method method(Object target, String name, int parameters) {
        return Stream.of(target.getClass().getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters && !m.isBridge())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(target.getClass() + " has no " + name));
    }

    private static <T> Seq<T> scalaSeq(T only) {
        return JavaConverters.asScalaBuffer(List.of(only));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the caller knows what the method that it found by name returns
    private static <T> T head(Object scalaSeq) {
        return ((Seq<T>) scalaSeq).head();
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
        if (annotator instanceof AnnotatorModel<?> classifier
                && AnnotatorType.NAMED_ENTITY().equals(classifier.outputAnnotatorType())) {
            return classifier;
        }
        throw new OperatorMistake("The model at " + model + " is a "
                + annotator.getClass().getSimpleName() + ", not one of Spark NLP's token classifiers.");
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
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
