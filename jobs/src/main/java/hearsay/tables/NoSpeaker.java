package hearsay.tables;

import java.util.List;
import java.util.stream.Stream;

/** Why a quotation has no speaker. Each value is a sentence of its own; {@code %s} stands for the name of an entity. */
public enum NoSpeaker implements Value {
    SEVERAL("the source is several people", "such as \"they\", or two names with \"and\""),
    GROUP("the source is a group or a thing without a name", "such as \"officials\" or \"the report\""),
    WRITER("the source is the one who writes or speaks, named nowhere", "\"I\" or \"we\""),
    NO_ENTITY("the source names no entity", "such as \"a neighbour\""),
    SPOKEN_OF("the source is spoken of, and does not speak", "such as \"she was accused\" or \"he is expected\""),
    NO_SOURCE("nothing in the text says who speaks", "there is no source"),
    NO_BEARER("no one in the article bears the role", "such as \"the minister\", of whom the article has no name"),
    NO_ANTECEDENT("pronoun without antecedent", "no name before it fits by gender"),
    ROLE_TOO_FAR("the role is too far from any name", "the one candidate is not probable enough"),
    PRONOUN_TOO_FAR("the pronoun is too far from any name", "the one candidate is not probable enough"),
    TWO_CANDIDATES("two candidates: %s, %s", "neither is probable enough"),
    GAVE_UP("the rules gave up: %s", "the rules failed on the article, or took too long");

    /** Reasons by which nobody whom another article names can be meant. */
    public static final List<String> SOMEBODY_ELSE =
            Stream.of(SEVERAL, GROUP, WRITER, SPOKEN_OF).map(NoSpeaker::word).toList();

    private final String word;
    private final String says;

    NoSpeaker(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /** The value of the column, with these names in their places. */
    public String with(String... names) {
        return String.format(word, (Object[]) names);
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
