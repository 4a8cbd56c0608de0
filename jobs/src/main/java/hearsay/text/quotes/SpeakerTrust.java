package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.QuoteKind;
import hearsay.tables.SpeakerRule;

/** How often the rules are right: the source given a quotation, and the speaker given the right source. */
final class SpeakerTrust {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double TRUST_DIRECT = WEIGHTS.number("trust_direct");
    private static final double TRUST_TAGGED = WEIGHTS.number("trust_tagged");
    private static final double TRUST_UNTAGGED = WEIGHTS.number("trust_untagged");
    private static final double TRUST_RULES = WEIGHTS.number("trust_rules");
    private static final double TRUST_BORROWED = WEIGHTS.number("trust_borrowed");
    private static final double SURE_NAME = WEIGHTS.number("sure_name");
    private static final double SURE_SURNAME = WEIGHTS.number("sure_surname");
    private static final double SURE_APPOSED = WEIGHTS.number("sure_apposed");
    private static final double SURE_RELATIVE = WEIGHTS.number("sure_relative");
    private static final double SURE_ISSUER = WEIGHTS.number("sure_issuer");
    private static final double SURE_BODY = WEIGHTS.number("sure_body");
    private static final double SURE_TOGETHER = WEIGHTS.number("sure_together");
    private static final double SURE_REPEATED = WEIGHTS.number("sure_repeated");
    private static final double SURE_IT = WEIGHTS.number("sure_it");
    private static final double CHOICE_BASE = WEIGHTS.number("choice_base");
    private static final double CHOICE_SLOPE = WEIGHTS.number("choice_slope");

    private SpeakerTrust() {}

    /**
     * How often the source is the right words, given a quotation.
     *
     * @param tagged        the model marked the source
     * @param articleTagged the model marked anything in the article
     * @param borrowed      the quotation has no cue, and its source is that of the quotation before
     */
    static double ofSource(QuoteKind kind, boolean tagged, boolean articleTagged, boolean borrowed) {
        double trust = kind == QuoteKind.DIRECT
                ? TRUST_DIRECT
                : tagged ? TRUST_TAGGED : articleTagged ? TRUST_UNTAGGED : TRUST_RULES;
        return trust * (borrowed ? TRUST_BORROWED : 1);
    }

    /** How often a rule that chooses among no candidates is right. */
    static double of(SpeakerRule rule) {
        return switch (rule) {
            case NAME -> SURE_NAME;
            case SURNAME -> SURE_SURNAME;
            case APPOSITION -> SURE_APPOSED;
            case RELATIVE -> SURE_RELATIVE;
            case ISSUER -> SURE_ISSUER;
            case BODY -> SURE_BODY;
            case TOGETHER -> SURE_TOGETHER;
            case REPEATED -> SURE_REPEATED;
            case ROLE, PRONOUN, IT, LAST_SPEAKER, SIGNED, GROUP ->
                throw new IllegalArgumentException(rule + " chooses");
        };
    }

    /** The probability of a candidate for this rule: "it" is often the weather, so its candidate counts only in part. */
    static double ofCandidate(SpeakerRule rule, double chosen) {
        return rule == SpeakerRule.IT ? SURE_IT * chosen : chosen;
    }

    /** How much of the trust in a source is left where a candidate of this probability was chosen. */
    static double ofChoice(double probability) {
        return CHOICE_BASE + CHOICE_SLOPE * probability;
    }
}
