package hearsay.evaluate;

import hearsay.evaluate.ConllFile.GoldToken;
import hearsay.night.Analysis;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Article;
import hearsay.tables.Mention;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Scores the names that the nightly steps find against a gold file. The gold sentences become the lines of articles, their
 * tokens set apart by blanks; a gold token is part of a mention that holds its first char or two thirds of it.
 */
public final class NameEvaluation {
    private NameEvaluation() {}

    /**
     * @param settings    of the run: the model and the limits count as in a night
     * @param gold        CoNLL file, see {@link ConllFile}
     * @param predictions where to write the gold file's tokens with our tags, if anywhere
     * @throws OperatorMistake where the gold file is not one, naming the line
     */
    public static NameScores run(SparkSession spark, NightSettings settings, Path gold, Optional<Path> predictions) {
        ConllFile file = ConllFile.read(gold);
        List<Text> texts = texts(file.tokens());
        Dataset<Row> rows =
                Tables.ARTICLES.rows(spark, texts.stream().map(Text::article).toList());
        Analysis analysis = Analysis.ofAll(spark, settings);
        Map<String, List<Mention>> mentions = analysis
                .mentions(
                        analysis.sentences(rows.repartition(spark.sparkContext().defaultParallelism())))
                .collectAsList()
                .stream()
                .map(Tables.MENTIONS.records()::record)
                .collect(Collectors.groupingBy(Mention::articleId));
        List<String> tags = new ArrayList<>();
        texts.forEach(text -> tags.addAll(text.tags(mentions.getOrDefault(text.id(), List.of()))));
        predictions.ifPresent(out -> write(out, file.withTags(tags)));
        return NameScores.of(
                file.tokens().stream().map(GoldToken::tag).toList(),
                tags,
                file.tokens().stream().map(GoldToken::firstOfSentence).toList());
    }

    /** Some sentences as one article's text, and where its tokens begin in it. */
    private record Text(String id, String text, List<Integer> begins, List<String> tokens) {
        Article article() {
            return Article.ofText(id, text);
        }

        List<String> tags(List<Mention> mentions) {
            List<String> tags = new ArrayList<>(tokens.size());
            List<Mention> inOrder = mentions.stream()
                    .sorted(Comparator.comparingInt(Mention::begin))
                    .toList();
            int next = 0;
            Mention before = null;
            for (int i = 0; i < tokens.size(); i++) {
                int begin = begins.get(i);
                int end = begin + tokens.get(i).length();
                while (next < inOrder.size() && inOrder.get(next).end() <= begin) {
                    next++;
                }
                Mention at = holding(inOrder, next, begin, end);
                tags.add(at == null ? "O" : (at == before ? "I-" : "B-") + at.type());
                before = at;
            }
            return tags;
        }

        private static Mention holding(List<Mention> inOrder, int from, int begin, int end) {
            for (int m = from; m < inOrder.size() && inOrder.get(m).begin() < end; m++) {
                Mention mention = inOrder.get(m);
                int shared = Math.min(end, mention.end()) - Math.max(begin, mention.begin());
                if ((mention.begin() <= begin && begin < mention.end()) || 3 * shared >= 2 * (end - begin)) {
                    return mention;
                }
            }
            return null;
        }
    }

    /** One text per document; a sentence that comes again begins a new one, since repeats within an article give no names. */
    private static List<Text> texts(List<GoldToken> tokens) {
        List<Text> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Integer> begins = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            GoldToken token = tokens.get(i);
            if (token.firstOfSentence() && i > 0) {
                String sentence = sentenceAt(tokens, i);
                if (token.firstOfDocument() || !seen.add(sentence)) {
                    texts.add(new Text("gold" + texts.size(), text.toString(), begins, words));
                    text = new StringBuilder();
                    begins = new ArrayList<>();
                    words = new ArrayList<>();
                    seen = new HashSet<>(Set.of(sentence));
                } else {
                    text.append('\n');
                }
            } else if (i > 0) {
                text.append(' ');
            }
            begins.add(text.length());
            words.add(token.text());
            text.append(token.text());
        }
        texts.add(new Text("gold" + texts.size(), text.toString(), begins, words));
        return texts;
    }

    private static String sentenceAt(List<GoldToken> tokens, int begin) {
        StringBuilder sentence = new StringBuilder(tokens.get(begin).text());
        for (int i = begin + 1; i < tokens.size() && !tokens.get(i).firstOfSentence(); i++) {
            sentence.append(' ').append(tokens.get(i).text());
        }
        return sentence.toString();
    }

    private static void write(Path out, List<String> lines) {
        try {
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorMistake("The predictions cannot be written to " + out + ".", e);
        }
    }
}
