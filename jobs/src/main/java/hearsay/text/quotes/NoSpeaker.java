package hearsay.text.quotes;

import java.util.Set;

/** Why a quotation has no speaker, as the tables say it. */
final class NoSpeaker {
    static final String SEVERAL = "the source is several people";
    static final String GROUP = "the source is a group or a thing without a name";
    static final String WRITER = "the source is the one who writes or speaks, named nowhere";
    static final String NO_ENTITY = "the source names no entity";
    static final String NO_SOURCE = "nothing in the text says who speaks";
    static final String NO_BEARER = "no one in the article bears the role";
    static final String NO_ANTECEDENT = "pronoun without antecedent";

    /** Reasons by which nobody whom another article names can be meant. */
    static final Set<String> SOMEBODY_ELSE = Set.of(SEVERAL, GROUP, WRITER);

    private NoSpeaker() {}

    /** @param source "role" or "pronoun" */
    static String tooFar(String source) {
        return "the " + source + " is too far from any name";
    }

    static String twoCandidates(String first, String second) {
        return "two candidates: " + first + ", " + second;
    }
}
