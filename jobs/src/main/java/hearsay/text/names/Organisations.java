package hearsay.text.names;

import hearsay.settings.WordTable;
import java.util.List;
import java.util.Set;

/** What the names of organisations tell about their short forms. */
public final class Organisations {
    private static final WordTable NOUNS = WordTable.of("organisation-nouns");
    /** "Senate" is not short for "Senate Judiciary Committee": the whole is named by such a word, the part by the first. */
    private static final Set<String> PARTS = NOUNS.words();

    /** Those of them that are surnames too: Margaret Court, John Tower, Tom House. */
    private static final Set<String> SURNAMES = NOUNS.words("surname");

    private Organisations() {}

    /** Whether the last word tells that the whole is no short form of its first word, and no person. */
    public static boolean hasOtherHead(String form) {
        return PARTS.contains(form.substring(form.lastIndexOf(' ') + 1));
    }

    /** Whether the last word may be a surname all the same: in "john g tower", not in "hillary clinton white house". */
    public static boolean isSurname(String form) {
        List<String> words = NameForms.words(form);
        int last = words.size() - 1;
        return SURNAMES.contains(words.get(last))
                && words.subList(1, last).stream().allMatch(word -> word.length() == 1);
    }
}
