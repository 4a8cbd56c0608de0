package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.QuoteAct;
import hearsay.tables.QuoteKind;
import hearsay.tables.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who speaks, what kind of act it is, and how probable it is that a reader would call «speaker, act, words» true.
 *
 * <p>Two logistic regressions over {@link StatementFeatures} say how probable it is that the words are a statement with its right
 * begin and end, and that the speaker is right; a third one joins the two, since both fail on the same sentences. The weights are
 * in {@code weights/statements.csv}, learned by {@code hearsay evaluate --statements ... --learn}.
 */
public final class Statements {
    /** Which of the three regressions a weight belongs to: what stands before the dot of its name. */
    public static final String STATEMENT = "statement.";

    public static final String SPEAKER = "speaker.";
    public static final String JOINED = "joined.";
    /** The constant of a regression. */
    public static final String BASE = "base";

    private static final Weights WEIGHTS = Weights.of("statements");
    private static final Map<String, Double> OF_STATEMENT = WEIGHTS.under(STATEMENT);
    private static final Map<String, Double> OF_SPEAKER = WEIGHTS.under(SPEAKER);
    private static final Map<String, Double> OF_BOTH = WEIGHTS.under(JOINED);

    private Statements() {}

    /**
     * @param speaker           with the probability that the rules give it
     * @param confidence        probability that speaker, act and words are true; 0 without a speaker
     * @param speakerConfidence probability that the speaker is right; 0 without one
     * @param features          name -> value
     */
    public record Statement(
            Speaker speaker, QuoteAct act, double confidence, double speakerConfidence, Map<String, Double> features) {}

    /**
     * What an article's quotations state.
     *
     * @param text       the article's text
     * @param sentences  its sentences in order
     * @param names      its names with their entities, in the order of the text
     * @param quotations its quotations in the order of the text
     * @return as many, in the same order
     */
    public static List<Statement> of(
            String text, List<Sentence> sentences, List<Name> names, List<Quotation> quotations) {
        Words words = Words.of(text, sentences);
        List<Speaker> speakers = Speakers.resolve(words, names, quotations);
        StatementFeatures features = new StatementFeatures(words, names);
        List<Statement> statements = new ArrayList<>(quotations.size());
        for (int q = 0; q < quotations.size(); q++) {
            Quotation quotation = quotations.get(q);
            Speaker speaker = speakers.get(q);
            CueGrammar cue = CueGrammar.of(words, quotation.cue());
            Map<String, Double> values = features.of(quotation, cue, speaker);
            QuoteAct act = act(cue, quotation.kind(), values.containsKey(StatementFeatures.NO_VERB));
            boolean named = speaker.entityId() != null;
            double ofSpeaker = named ? probability(OF_SPEAKER, values) : 0;
            double both = named ? joined(OF_BOTH, probability(OF_STATEMENT, values), ofSpeaker) : 0;
            statements.add(new Statement(speaker, act, round(both), round(ofSpeaker), values));
        }
        return statements;
    }

    /** The features that a regression has weights for, in a fixed order, without {@link #BASE}. */
    public static List<String> names(String regression) {
        return WEIGHTS.under(regression).keySet().stream()
                .filter(name -> !name.equals(BASE))
                .toList();
    }

    /** @param noVerb whether the words name a thing, and say nothing of it */
    private static QuoteAct act(CueGrammar cue, QuoteKind kind, boolean noVerb) {
        if (cue.verb() == CueGrammar.Verb.DENIED || (cue.negated() && kind != QuoteKind.DIRECT)) {
            return QuoteAct.DENIED;
        }
        boolean topical = cue.topical() || cue.verb() == CueGrammar.Verb.TOPIC || cue.verb() == CueGrammar.Verb.NOUN;
        if (topical && noVerb && kind == QuoteKind.INDIRECT) {
            return QuoteAct.TOPIC;
        }
        return switch (cue.verb()) {
            case THINKS, KNOWS -> QuoteAct.THINKS;
            case PLANS -> QuoteAct.PLANS;
            case ASKED -> QuoteAct.ASKED;
            default -> QuoteAct.SAID;
        };
    }

    /**
     * The probability that a logistic regression gives to features.
     *
     * @param weights name of a feature -> weight, and the constant under {@link #BASE}
     */
    public static double probability(Map<String, Double> weights, Map<String, Double> features) {
        double sum = weights.getOrDefault(BASE, 0.0);
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The features of the regression that joins the probabilities of the words and of the speaker: their log-odds. */
    public static Map<String, Double> joining(double statement, double speaker) {
        return Map.of("statement", logOdds(statement), "speaker", logOdds(speaker));
    }

    private static double joined(Map<String, Double> weights, double statement, double speaker) {
        return probability(weights, joining(statement, speaker));
    }

    private static double logOdds(double probability) {
        double bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return Math.log(bounded / (1 - bounded));
    }

    private static double round(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
