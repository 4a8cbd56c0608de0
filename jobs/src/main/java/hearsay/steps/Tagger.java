package hearsay.steps;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.AnnotatorModel;
import com.johnsnowlabs.nlp.HasBatchedAnnotate;
import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import com.johnsnowlabs.nlp.pretrained.ResourceDownloader;
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
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** A Spark NLP token classifier. Serialisable; Spark NLP broadcasts the weights. */
public final class Tagger implements Serializable {
    public static final String BUILT_IN = "built-in";
    private static final String PRETRAINED = "pretrained:";
    private static final String RESOURCE = "/hearsay/model/";
    private static final List<String> FILES = List.of("model.onnx", "assets/vocab.txt", "assets/labels.txt");

    /** Windows of like length that ONNX Runtime reads at once; more gave nothing on two cores. */
    private static final int BATCH = 8;

    private static final int BERT_POSITIONS = 512;

    private final HasBatchedAnnotate<?> annotator;

    private Tagger(HasBatchedAnnotate<?> annotator) {
        this.annotator = annotator;
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

    /**
     * The probabilities of the labels of every word.
     *
     * @param windows lists of words, each at most about 300 word pieces; longer ones are read in halves, nothing is cut off
     * @return for every window and word, probability by label; empty for a word that has no word piece (a lone accent, say)
     */
    List<List<Map<String, Double>>> probabilities(List<List<String>> windows) {
        List<List<Map<String, Double>>> tagged = new ArrayList<>(windows.size());
        windows.forEach(window -> tagged.add(null));
        List<Integer> byLength = IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> windows.get(i).size()))
                .toList();
        for (int i = 0; i < byLength.size(); i += BATCH) {
            List<Integer> batch = byLength.subList(i, Math.min(i + BATCH, byLength.size()));
            List<List<Map<String, Double>>> part =
                    batch(batch.stream().map(windows::get).toList());
            for (int j = 0; j < batch.size(); j++) {
                tagged.set(batch.get(j), whole(windows.get(batch.get(j)), part.get(j)));
            }
        }
        return tagged;
    }

    /** A window with more pieces than BERT has positions comes back without its last words: then its halves are read. */
    private List<Map<String, Double>> whole(List<String> window, List<Map<String, Double>> tagged) {
        boolean cut = window.size() > 1 && tagged.get(window.size() - 1).isEmpty()
                && Character.isLetterOrDigit(window.get(window.size() - 1).codePointAt(0));
        if (!cut) {
            return tagged;
        }
        int half = window.size() / 2;
        return probabilities(List.of(window.subList(0, half), window.subList(half, window.size()))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Map<String, Double>>> batch(List<List<String>> windows) {
        List<Annotation> annotations = new ArrayList<>();
        List<List<Map<String, Double>>> tagged = new ArrayList<>();
        Map<Integer, int[]> wordAt = new HashMap<>();
        int at = 0;
        for (int w = 0; w < windows.size(); w++) {
            List<String> words = windows.get(w);
            String text = String.join(" ", words);
            annotations.add(annotation("document", at, text, w));
            List<Map<String, Double>> ofWindow = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                wordAt.put(at, new int[] {w, i});
                annotations.add(annotation("token", at, words.get(i), w));
                at += words.get(i).length() + 1;
                ofWindow.add(Map.of());
            }
            tagged.add(ofWindow);
        }
        Seq<Annotation[]> rows = JavaConverters.asScalaBufferConverter(
                        List.<Annotation[]>of(annotations.toArray(Annotation[]::new)))
                .asScala()
                .toSeq();
        for (Annotation label : JavaConverters.seqAsJavaListConverter(
                        annotator.batchAnnotate(rows).head())
                .asJava()) {
            int[] word = wordAt.get(label.begin());
            tagged.get(word[0]).set(word[1], scores(label));
        }
        return tagged;
    }

    private static Annotation annotation(String type, int begin, String text, int window) {
        scala.collection.immutable.Map<String, String> metadata =
                new scala.collection.immutable.Map.Map1<>("sentence", Integer.toString(window));
        return new Annotation(type, begin, begin + text.length() - 1, text, metadata, new float[0]);
    }

    /** Spark NLP gives every label's score as text, under the label's name, in some versions as "Some(name)". */
    private static Map<String, Double> scores(Annotation label) {
        Map<String, Double> scores = new HashMap<>();
        scala.collection.Iterator<scala.Tuple2<String, String>> entries =
                label.metadata().iterator();
        while (entries.hasNext()) {
            scala.Tuple2<String, String> entry = entries.next();
            String key = entry._1();
            if (key.startsWith("Some(")) {
                scores.put(key.substring(5, key.length() - 1), Double.valueOf(entry._2()));
            } else if (!key.equals("sentence") && !key.equals("word")) {
                scores.put(key, Double.valueOf(entry._2()));
            }
        }
        return scores;
    }

    private static HasBatchedAnnotate<?> ofOnnx(SparkSession spark, Path folder) {
        BertForTokenClassification annotator = BertForTokenClassification.loadSavedModel(folder.toString(), spark);
        annotator.setInputCols(new String[] {"document", "token"});
        annotator.setOutputCol("tags");
        annotator.setCaseSensitive(true);
        annotator.setMaxSentenceLength(BERT_POSITIONS);
        annotator.setBatchSize(BATCH);
        return annotator;
    }

    private static HasBatchedAnnotate<?> saved(SparkSession spark, String path, String model) {
        Object annotator;
        try {
            annotator = DefaultParamsReader.loadParamsInstance(path, spark.sparkContext());
        } catch (Exception e) {
            throw new OperatorMistake("There is no Spark NLP model to load at " + model + ".", e);
        }
        if (annotator instanceof HasBatchedAnnotate<?> batched && annotator instanceof AnnotatorModel<?>) {
            return batched;
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
