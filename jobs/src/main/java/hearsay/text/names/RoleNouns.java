package hearsay.text.names;

import hearsay.settings.WordTable;
import java.util.Map;
import java.util.Set;

/** Nouns that stand for a person by office or trade, and nouns that stand for many people; all in lower case. */
public final class RoleNouns {
    private static final WordTable NOUNS = WordTable.of("role-nouns");
    private static final Set<String> PERSONS = NOUNS.words("who", "person");
    private static final Set<String> GROUPS = NOUNS.words("who", "group");
    private static final Set<String> HEADS = NOUNS.words("head");
    private static final Map<String, String> GENDERS = NOUNS.cells("gender");
    private static final Map<String, String> CANONICAL = NOUNS.cells("canonical");

    private RoleNouns() {}

    /** "m" or "f" where the noun tells, else "". */
    public static String gender(String word) {
        return GENDERS.getOrDefault(word, "");
    }

    /** The same word for nouns of one office: "sen" and "senator", "GOP" and "Republican"; in lower case. */
    public static String canonical(String word) {
        return CANONICAL.getOrDefault(word, word);
    }

    /** Whether a role next to a name may end in the noun: "Kremlin spokesman Dmitry Peskov". */
    static boolean isHead(String word) {
        return HEADS.contains(word);
    }

    public static boolean isPerson(String word) {
        return PERSONS.contains(word);
    }

    public static boolean isGroup(String word) {
        return GROUPS.contains(word) || (word.endsWith("s") && PERSONS.contains(word.substring(0, word.length() - 1)));
    }
}
