package hearsay.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.evaluate.QuotesOfArticles.Found;
import hearsay.evaluate.StatementLearning.Example;
import hearsay.evaluate.StatementScores.Partner;
import hearsay.evaluate.StatementScores.Scored;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Quote;
import hearsay.tables.Span;
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

/**
 * Scores the rows of quotes that a run finds in articles against rows that readers judged: {@link RowMatching} says which row is
 * which, {@link Judgement} what is true.
 */
final class StatementEvaluation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StatementEvaluation() {}

    /**
     * @param settings    of the run: names, aliases and models count as in a night
     * @param judged      judged rows, see {@link JudgedRows}
     * @param articles    where they stand
     * @param predictions where to write the judged rows and their partners, one JSON object a line in the order of the judged
     *                    file, offsets in code points; if anywhere
     * @param learning    how the confidence of the rows is to be had
     * @throws OperatorMistake where a file cannot be read, naming file and line
     */
    static StatementScores run(
            SparkSession spark,
            NightSettings settings,
            Path judged,
            Path articles,
            Optional<Path> predictions,
            Learning learning) {
        JudgedRows gold = JudgedRows.read(judged, articles);
        Found found = learning.isNone()
                ? new Found(QuotesOfArticles.of(spark, settings, gold.articles().values()), Map.of())
                : QuotesOfArticles.withFeatures(spark, settings, gold.articles().values());
        List<Quote> partners = partners(gold.rows(), found.quotes());
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            JudgedRow row = gold.rows().get(i);
            scored.add(new Scored(row.judgement(), partner(row, partners.get(i))));
        }
        List<Scored> stated = learning.isNone() ? scored : learnt(spark, gold, partners, scored, found, learning);
        predictions.ifPresent(out -> write(out, gold, partners, stated));
        return new StatementScores(stated);
    }

    /**
     * Whether the weights of confidence are learned from the judged rows.
     *
     * @param folds   parts of the articles: the rows of each get their confidence from weights learned on the others; 0 for the
     *                confidence that the run gives them
     * @param weights file into which weights are written that were learned on all of them, if anywhere
     */
    record Learning(int folds, Optional<Path> weights) {
        static final Learning NONE = new Learning(0, Optional.empty());

        boolean isNone() {
            return folds == 0 && weights.isEmpty();
        }
    }

    private static List<Scored> learnt(
            SparkSession spark,
            JudgedRows gold,
            List<Quote> partners,
            List<Scored> scored,
            Found found,
            Learning learning) {
        List<Integer> places = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            if (partners.get(i) != null) {
                places.add(i);
                examples.add(Example.of(
                        gold.rows().get(i).articleId(),
                        found.features().get(partners.get(i).quoteId()),
                        scored.get(i)));
            }
        }
        StatementLearning learner = new StatementLearning(spark);
        learning.weights().ifPresent(file -> StatementLearning.write(learner.learn(examples), file));
        if (learning.folds() == 0) {
            return scored;
        }
        List<Double> confidences = learner.crossValidated(examples, learning.folds());
        List<Scored> stated = new ArrayList<>(scored);
        for (int e = 0; e < examples.size(); e++) {
            int place = places.get(e);
            stated.set(place, scored.get(place).stating(confidences.get(e)));
        }
        return stated;
    }

    /** The partner of each judged row, null where it has none. */
    static List<Quote> partners(List<JudgedRow> rows, Map<String, List<Quote>> quotes) {
        Map<JudgedRow, Quote> partners = new LinkedHashMap<>();
        rows.stream().collect(Collectors.groupingBy(JudgedRow::articleId)).forEach((article, judged) -> {
            List<Quote> found = quotes.getOrDefault(article, List.of());
            int[] partner = RowMatching.partners(
                    judged.stream().map(row -> new Span(row.begin(), row.end())).toList(),
                    found.stream()
                            .map(quote -> new Span(quote.begin(), quote.end()))
                            .toList());
            for (int i = 0; i < partner.length; i++) {
                partners.put(judged.get(i), partner[i] < 0 ? null : found.get(partner[i]));
            }
        });
        List<Quote> inOrder = new ArrayList<>();
        rows.forEach(row -> inOrder.add(partners.get(row)));
        return inOrder;
    }

    private static Partner partner(JudgedRow row, Quote quote) {
        return quote == null ? null : Partner.of(quote, quote.begin() == row.begin() && quote.end() == row.end());
    }

    private static void write(Path out, JudgedRows gold, List<Quote> partners, List<Scored> scored) {
        Map<String, CodePoints> texts = new LinkedHashMap<>();
        gold.articles().forEach((id, article) -> texts.put(id, new CodePoints(article.text())));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            JudgedRow row = gold.rows().get(i);
            lines.add(line(row, partners.get(i), scored.get(i), texts.get(row.articleId())));
        }
        try {
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorMistake("The predictions cannot be written to " + out + ".", e);
        }
    }

    private static String line(JudgedRow row, Quote quote, Scored scored, CodePoints text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", row.line());
        line.put("id", row.articleId());
        line.put("judged_begin", text.ofChar(row.begin()));
        line.put("judged_end", text.ofChar(row.end()));
        line.put("found", quote != null);
        if (quote != null) {
            line.put("begin", text.ofChar(quote.begin()));
            line.put("end", text.ofChar(quote.end()));
            line.put("kind", quote.kind());
            line.put("cue", quote.cue());
            line.put("source_text", quote.sourceText());
            line.put("speaker", quote.speaker());
            line.put("decided_by", quote.decidedBy());
            line.put("act", quote.act());
            line.put("confidence", scored.partner().confidence());
            line.put("true", scored.counts() ? scored.isTrue() : null);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + line, e);
        }
    }
}
