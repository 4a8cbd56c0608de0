package hearsay.text.quotes;

import hearsay.settings.Weights;

/** How a source is resolved, each rule with how often it is right given the right source. */
enum SpeakerRule {
    /** The source holds a name of an entity. */
    NAME("name", "sure_name"),
    /** The source ends with the last word of one person's name that the tagger has not seen here. */
    SURNAME("name", "sure_surname"),
    /** The source is a role, and one candidate fits it best. */
    ROLE("role", null),
    /** The source is a role right behind a name: "Harry Reid, the minority leader,". */
    APPOSED("role", "sure_apposed"),
    /** The source is a pronoun for a person. */
    PRONOUN("pronoun", null),
    /** The source is "it", which is often the weather: its candidate counts only in part. */
    THING("pronoun", null);

    private static final String LAST_SPEAKER = "last speaker";
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double TRUST_DIRECT = WEIGHTS.number("trust_direct");
    private static final double TRUST_TAGGED = WEIGHTS.number("trust_tagged");
    private static final double TRUST_UNTAGGED = WEIGHTS.number("trust_untagged");
    private static final double TRUST_RULES = WEIGHTS.number("trust_rules");
    private static final double TRUST_BORROWED = WEIGHTS.number("trust_borrowed");
    private static final double SURE_IT = WEIGHTS.number("sure_it");
    private static final double CHOICE_BASE = WEIGHTS.number("choice_base");
    private static final double CHOICE_SLOPE = WEIGHTS.number("choice_slope");

    final String word;
    final double sure;

    SpeakerRule(String word, String weight) {
        this.word = word;
        this.sure = weight == null ? 1 : Weights.of("quotes").number(weight);
    }

    /**
     * What the tables say of the rule: who marked the source, then how it was resolved.
     *
     * @param tagged   the model marked the source
     * @param borrowed the quotation has no cue, and its source is that of the quotation before
     */
    String decidedBy(boolean tagged, boolean borrowed) {
        return (tagged ? "model " : "rule ") + (borrowed && this != THING ? LAST_SPEAKER : word);
    }

    /**
     * How often the source is the right words, given a quotation.
     *
     * @param articleTagged the model marked anything in the article
     */
    static double trust(Quotation quotation, boolean tagged, boolean articleTagged, boolean borrowed) {
        double trust = quotation.kind().equals("direct")
                ? TRUST_DIRECT
                : tagged ? TRUST_TAGGED : articleTagged ? TRUST_UNTAGGED : TRUST_RULES;
        return trust * (borrowed ? TRUST_BORROWED : 1);
    }

    /** The probability of a candidate for this rule. */
    double probability(double chosen) {
        return this == THING ? SURE_IT * chosen : chosen;
    }

    /** How much of the trust in a source is left where a candidate of this probability was chosen. */
    static double ofChoice(double probability) {
        return CHOICE_BASE + CHOICE_SLOPE * probability;
    }
}
