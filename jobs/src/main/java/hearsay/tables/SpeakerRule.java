package hearsay.tables;

/** How the speaker is found, given the source of a quotation: the rest of {@code quotes.decided_by}. */
public enum SpeakerRule implements Value {
    @Says("the source holds the name of an entity, or of several joined by \"and\"")
    NAME,
    @Says("the source ends with the last word of one person's name, and the model tagged no name there")
    SURNAME,
    @Says("the source is a role, and one of those who bear it fits best")
    ROLE,
    @Says(
            "the source is a role or a party right behind a name, as in \"Harry Reid, the minority leader,\" or \"Harry Reid (D-Nev.)\"")
    APPOSITION,
    @Says("the source is \"who\" or \"which\" right behind a name")
    RELATIVE,
    @Says(
            "the source is a document, and its words are those of the one whom it, or what was said of it before, names as its author or issuer")
    ISSUER,
    @Says("the source is a pronoun for a person, and one antecedent fits best")
    PRONOUN,
    @Says("the source is \"they\", \"both\" or \"the senators\", and means the several who spoke last")
    TOGETHER,
    @Says("the source is \"it\", and one organisation or place fits best")
    IT,
    @Says(
            "the source is a noun such as \"the committee\" or \"a spokesman\", and stands for an organisation that the article names")
    BODY,
    @Says("the quotation has no cue, and a name stands under it")
    SIGNED,
    @Says("the quotation has no cue of its own, and goes on with the source of the one before")
    LAST_SPEAKER,
    @Says("the quotation has no source, and the article quotes the same words once more with one, as a heading does")
    REPEATED,
    @Says("the article does not say who speaks; other outlets that carry the words name the speaker")
    GROUP;

    /** The value of {@code decided_by} for a source that was marked so. */
    public String decidedBy(SourceMark mark) {
        return mark.word() + " " + word();
    }

    /** @throws IllegalArgumentException where no rule has this value of {@code decided_by} */
    public static SpeakerRule of(String decidedBy) {
        SourceMark mark = SourceMark.of(decidedBy);
        String word = mark == null ? decidedBy : decidedBy.substring(mark.word().length() + 1);
        for (SpeakerRule rule : values()) {
            if (rule.word().equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule decides by \"" + decidedBy + "\"");
    }
}
