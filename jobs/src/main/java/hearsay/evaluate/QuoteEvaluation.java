package hearsay.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.evaluate.QuoteScores.Prediction;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Article;
import hearsay.tables.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Scores the quotations that the nightly steps find, and their sources, against a folder of marked articles. */
public final class QuoteEvaluation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private QuoteEvaluation() {}

    /**
     * @param settings    of the run: names, aliases and models count as in a night
     * @param gold        folder in brat's format, see {@link BratFolder}
     * @param predictions where to write the quotations, one JSON object a line, offsets in code points; if anywhere
     * @throws OperatorMistake where the folder cannot be read, naming file and line
     */
    public static QuoteScores.Result run(
            SparkSession spark, NightSettings settings, Path gold, Optional<Path> predictions) {
        List<BratFolder.Article> marked = BratFolder.read(gold);
        Map<String, List<Quote>> quotes = QuotesOfArticles.of(
                spark, settings, marked.stream().map(QuoteEvaluation::article).toList());
        predictions.ifPresent(out -> write(out, marked, quotes));
        Map<String, List<Prediction>> predicted = new LinkedHashMap<>();
        for (BratFolder.Article article : marked) {
            CodePoints text = new CodePoints(article.text());
            predicted.put(
                    article.name(),
                    quotes.getOrDefault(article.name(), List.of()).stream()
                            .map(quote -> prediction(quote, text))
                            .toList());
        }
        return QuoteScores.score(marked, predicted);
    }

    private static Article article(BratFolder.Article marked) {
        return Article.ofText(marked.name(), marked.text());
    }

    private static Prediction prediction(Quote quote, CodePoints text) {
        Stretch source = quote.sourceBegin() == null ? null : stretch(text, quote.sourceBegin(), quote.sourceEnd());
        String who = quote.speaker() == null ? quote.noSpeakerBecause() : quote.speaker() + ", " + quote.decidedBy();
        return new Prediction(parts(quote, text), quote.sourceText(), source, who);
    }

    private static List<Stretch> parts(Quote quote, CodePoints text) {
        return quote.parts().stream()
                .map(part -> stretch(text, part.begin(), part.end()))
                .toList();
    }

    private static Stretch stretch(CodePoints text, int begin, int end) {
        return new Stretch(text.ofChar(begin), text.ofChar(end));
    }

    private static void write(Path out, List<BratFolder.Article> marked, Map<String, List<Quote>> quotes) {
        List<String> lines = new ArrayList<>();
        for (BratFolder.Article article : marked) {
            CodePoints text = new CodePoints(article.text());
            quotes.getOrDefault(article.name(), List.of()).forEach(quote -> lines.add(line(quote, text)));
        }
        try {
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorMistake("The predictions cannot be written to " + out + ".", e);
        }
    }

    private static String line(Quote quote, CodePoints text) {
        List<Stretch> parts = parts(quote, text);
        boolean sourced = quote.sourceBegin() != null;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", quote.articleId());
        line.put("begin", parts.get(0).begin());
        line.put("end", parts.get(parts.size() - 1).end());
        line.put(
                "text",
                parts.stream().map(p -> text.substring(p.begin(), p.end())).collect(Collectors.joining(" ")));
        line.put("spans", parts.stream().map(p -> List.of(p.begin(), p.end())).toList());
        line.put("kind", quote.kind());
        line.put("speaker", quote.sourceText());
        line.put("speaker_begin", sourced ? text.ofChar(quote.sourceBegin()) : null);
        line.put("speaker_end", sourced ? text.ofChar(quote.sourceEnd()) : null);
        line.put("cue", quote.cue());
        line.put("entity", quote.speaker());
        line.put("decided_by", quote.decidedBy());
        line.put("confidence", quote.confidence());
        line.put("no_speaker_because", quote.noSpeakerBecause());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + line, e);
        }
    }
}
