package hearsay.evaluate;

import hearsay.evaluate.AntecedentLearning.Example;
import hearsay.evaluate.GapFile.Pronoun;
import hearsay.evaluate.Reliability.Stated;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.steps.AntecedentsFromArticles.Candidate;
import hearsay.steps.AntecedentsFromArticles.Question;
import hearsay.tables.Article;
import hearsay.tables.Mention;
import hearsay.tables.Span;
import hearsay.text.quotes.Antecedents;
import hearsay.text.quotes.Antecedents.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Scores whom a run takes pronouns for against those whom they mean, and has examples to learn from of them. */
final class AntecedentEvaluation {
    private AntecedentEvaluation() {}

    /**
     * @param settings of the run: names, aliases and models count as in a night
     * @param gold     see {@link GapFile}
     * @param weights  file into which weights are written that were learned from these pronouns, if anywhere
     * @throws OperatorMistake where a file cannot be read, naming file and line
     */
    static AntecedentScores run(SparkSession spark, NightSettings settings, Path gold, Optional<Path> weights) {
        List<Pronoun> pronouns = GapFile.read(gold);
        Map<String, Article> articles = new LinkedHashMap<>();
        pronouns.forEach(pronoun -> articles.put(pronoun.id(), Article.ofText(pronoun.id(), pronoun.text())));
        AntecedentsOfArticles read = AntecedentsOfArticles.of(spark, settings, articles.values());
        List<Example> examples = answered(pronouns, read.mentions(), read.questions()).stream()
                .map(Answered::example)
                .toList();
        weights.ifPresent(file -> AntecedentLearning.write(
                AntecedentLearning.learn(examples, Antecedents.names(Kind.PRONOUN)), Kind.PRONOUN.prefix(), file));
        return new AntecedentScores(
                pronouns.size(), examples.size(), choices(examples, Antecedents.weights(Kind.PRONOUN)));
    }

    /** A pronoun of the file with the question that the run asked there. */
    record Answered(Question question, Example example) {}

    /**
     * The pronouns of the file that the run asks for.
     *
     * @param mentions  of the articles, by article_id, which is the pronoun's id
     * @param questions of the articles, the same way
     */
    static List<Answered> answered(
            List<Pronoun> pronouns, Map<String, List<Mention>> mentions, Map<String, List<Question>> questions) {
        List<Answered> answered = new ArrayList<>();
        for (Pronoun pronoun : pronouns) {
            Optional<Question> asked = questions.getOrDefault(pronoun.id(), List.of()).stream()
                    .filter(question -> question.begin() == pronoun.begin()
                            && question.kind().equals(Kind.PRONOUN.name()))
                    .findFirst();
            List<Mention> named = mentions.getOrDefault(pronoun.id(), List.of());
            asked.ifPresent(question -> answered.add(new Answered(question, example(pronoun, question, named))));
        }
        return answered;
    }

    /** Where neither name is the antecedent, it is anyone else; where the run does not know the right name, it is nobody. */
    private static Example example(Pronoun pronoun, Question question, List<Mention> mentions) {
        Set<String> a = entities(mentions, pronoun.a());
        Set<String> b = entities(mentions, pronoun.b());
        boolean neither = !pronoun.isA() && !pronoun.isB();
        Set<String> named = new HashSet<>(pronoun.isA() || neither ? a : Set.of());
        named.addAll(pronoun.isB() || neither ? b : Set.of());
        boolean known = question.candidates().stream().anyMatch(candidate -> named.contains(candidate.entityId()));
        List<Map<String, Double>> alternatives = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Candidate candidate : question.candidates()) {
            Map<String, Double> features = new HashMap<>();
            for (int i = 0; i < candidate.names().size(); i++) {
                features.put(candidate.names().get(i), candidate.values().get(i));
            }
            alternatives.add(features);
            boolean isNamed = named.contains(candidate.entityId());
            right.add(neither ? !isNamed : known ? isNamed : candidate.entityId() == null);
        }
        return new Example(alternatives, right);
    }

    private static Set<String> entities(List<Mention> mentions, Span name) {
        Set<String> entities = new HashSet<>();
        mentions.stream()
                .filter(mention ->
                        mention.entityId() != null && mention.begin() < name.end() && name.begin() < mention.end())
                .forEach(mention -> entities.add(mention.entityId()));
        return entities;
    }

    /**
     * The probability of the best candidate, and whether it is right; where the antecedent is neither of the two names, whoever
     * else is taken counts as right.
     */
    static List<Stated> choices(List<Example> examples, Map<String, Double> weights) {
        List<Stated> choices = new ArrayList<>();
        for (Example example : examples) {
            List<Double> probabilities = Antecedents.probabilities(weights, example.alternatives());
            int best = -1;
            for (int a = 0; a < probabilities.size(); a++) {
                boolean someone = !example.alternatives().get(a).containsKey(Antecedents.NOBODY);
                if (someone && (best < 0 || probabilities.get(a) > probabilities.get(best))) {
                    best = a;
                }
            }
            choices.add(new Stated(
                    best < 0 ? 0 : probabilities.get(best),
                    best >= 0 && example.right().get(best)));
        }
        return choices;
    }
}
