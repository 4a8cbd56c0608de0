import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.json.Json;

/**
 * CoreNLP's quote pipeline with everything its speakers need, over the texts of JSON lines: articles a second.
 *
 * <p>Arguments: JSON lines with a field maintext, number of articles, number of threads. The first eight articles warm up.
 */
public final class CoreNlpPeer {
    private static final int WARM_UP = 8;

    public static void main(String[] args) throws Exception {
        int articles = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        List<String> texts;
        try (var lines = Files.lines(Path.of(args[0]))) {
            texts = lines.limit(WARM_UP + articles).map(CoreNlpPeer::text).toList();
        }
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        annotate(pipeline, texts.subList(0, WARM_UP), threads);
        long began = System.nanoTime();
        annotate(pipeline, texts.subList(WARM_UP, texts.size()), threads);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("CoreNLP: %d articles in %.1f s on %d threads, %.2f articles/s%n",
                texts.size() - WARM_UP, seconds, threads, (texts.size() - WARM_UP) / seconds);
    }

    private static void annotate(StanfordCoreNLP pipeline, List<String> texts, int threads) {
        List<Annotation> documents = texts.stream().map(Annotation::new).toList();
        pipeline.annotate(documents, threads);
        if (documents.stream().anyMatch(document -> document.get(CoreAnnotations.QuotationsAnnotation.class) == null)) {
            throw new IllegalStateException("not all articles were read");
        }
    }

    private static String text(String line) {
        return Json.createReader(new StringReader(line)).readObject().getString("maintext");
    }
}
