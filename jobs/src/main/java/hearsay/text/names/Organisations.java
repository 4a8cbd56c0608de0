package hearsay.text.names;

import java.util.List;
import java.util.Set;

/** What the names of organisations tell about their short forms. */
public final class Organisations {
    /** "Senate" is not short for "Senate Judiciary Committee": the whole is named by such a word, the part by the first. */
    private static final Set<String> PARTS = Set.of(
            "committee", "subcommittee", "caucus", "department", "office", "bureau", "division", "foundation", "party",
            "campaign", "council", "court", "commission", "university", "college", "school", "hospital", "institute",
            "center", "centre", "police", "army", "association", "union", "board", "bank", "ministry", "agency", "league",
            "conference", "convention", "leadership", "republicans", "democrats", "news", "radio", "magazine", "tower",
            "hotel", "organization", "administration", "house", "team", "fund", "trust", "club", "city", "united");

    /** Those of them that are surnames too: Margaret Court, John Tower, Tom House. */
    private static final Set<String> SURNAMES = Set.of("court", "tower", "house", "bank");

    private Organisations() {}

    /** Whether the last word tells that the whole is no short form of its first word, and no person. */
    public static boolean hasOtherHead(String form) {
        return PARTS.contains(form.substring(form.lastIndexOf(' ') + 1));
    }

    /** Whether the last word may be a surname all the same: in "john g tower", not in "hillary clinton white house". */
    public static boolean isSurname(String form) {
        List<String> words = NameForms.words(form);
        int last = words.size() - 1;
        return SURNAMES.contains(words.get(last)) && words.subList(1, last).stream().allMatch(word -> word.length() == 1);
    }
}
