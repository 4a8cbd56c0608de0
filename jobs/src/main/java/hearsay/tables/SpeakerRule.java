package hearsay.tables;

/** How the speaker is found, given the source of a quotation: the rest of {@code quotes.decided_by}. */
public enum SpeakerRule implements Value {
    NAME("name", "the source holds the name of an entity"),
    SURNAME("surname", "the source ends with the last word of one person's name, and the model tagged no name there"),
    ROLE("role", "the source is a role, and one of those who bear it fits best"),
    APPOSITION("apposition", "the source is a role right behind a name, as in \"Harry Reid, the minority leader,\""),
    RELATIVE("relative", "the source is \"who\" or \"which\" right behind a name"),
    ISSUER(
            "issuer",
            "the source is a document, and its words are those of the one whom it names as its author or issuer"),
    PRONOUN("pronoun", "the source is a pronoun for a person, and one antecedent fits best"),
    THING("it", "the source is \"it\", and one organisation or place fits best"),
    LAST_SPEAKER("last speaker", "the quotation has no cue of its own, and goes on with the source of the one before"),
    GROUP("group", "the article does not say who speaks; other outlets that carry the words name the speaker");

    private final String word;
    private final String says;

    SpeakerRule(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /** The value of {@code decided_by} for a source that was marked so. */
    public String decidedBy(SourceMark mark) {
        return mark.word() + " " + word;
    }

    /** @throws IllegalArgumentException where no rule has this value of {@code decided_by} */
    public static SpeakerRule of(String decidedBy) {
        SourceMark mark = SourceMark.of(decidedBy);
        String word = mark == null ? decidedBy : decidedBy.substring(mark.word().length() + 1);
        for (SpeakerRule rule : values()) {
            if (rule.word.equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule decides by \"" + decidedBy + "\"");
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String says() {
        return says;
    }
}
