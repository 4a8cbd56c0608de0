package hearsay.tables;

import java.util.List;
import java.util.stream.Stream;

/** Why a quotation has no speaker. Each value is a sentence of its own; {@code %s} stands for the name of an entity. */
public enum NoSpeaker implements Value {
    @Says("such as \"they\", where no two who spoke before can be meant")
    SEVERAL("the source is several people"),
    @Says("such as \"officials\" or \"the report\"")
    GROUP("the source is a group or a thing without a name"),
    @Says("such as \"Ann Lee's supporters\" or \"the Lee campaign\"")
    AROUND("the source is people or a body around somebody, and not he"),
    @Says("\"I\" or \"we\"")
    WRITER("the source is the one who writes or speaks, named nowhere"),
    @Says("such as \"a neighbour\"")
    NO_ENTITY("the source names no entity"),
    @Says("such as \"she was accused\" or \"he is expected\"")
    SPOKEN_OF("the source is spoken of, and does not speak"),
    @Says("there is no source")
    NO_SOURCE("nothing in the text says who speaks"),
    @Says("such as \"the minister\", of whom the article has no name")
    NO_BEARER("no one in the article bears the role"),
    @Says("no name before it fits by gender")
    NO_ANTECEDENT("pronoun without antecedent"),
    @Says("the one candidate is not probable enough")
    ROLE_TOO_FAR("the role is too far from any name"),
    @Says("the one candidate is not probable enough")
    PRONOUN_TOO_FAR("the pronoun is too far from any name"),
    @Says("neither is probable enough")
    TWO_CANDIDATES("two candidates: %s, %s"),
    @Says("the rules failed on the article, or took too long")
    GAVE_UP("the rules gave up: %s");

    /** Reasons by which nobody whom another article names can be meant. */
    public static final List<String> SOMEBODY_ELSE = Stream.of(SEVERAL, GROUP, AROUND, WRITER, NO_ENTITY, SPOKEN_OF)
            .map(NoSpeaker::word)
            .toList();

    private final String word;

    NoSpeaker(String word) {
        this.word = word;
    }

    /** The value of the column, with these names in their places. */
    public String with(String... names) {
        return String.format(word, (Object[]) names);
    }

    @Override
    public String word() {
        return word;
    }
}
