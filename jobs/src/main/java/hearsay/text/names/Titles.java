package hearsay.text.names;

import hearsay.settings.WordTable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles before names: which words they are, which of them tell a woman from a man. */
public final class Titles {
    private static final WordTable TITLES = WordTable.of("titles");
    private static final Set<String> WORDS = TITLES.words("before");
    private static final Map<String, String> GENDERS = TITLES.cells("gender");
    private static final Set<String> REIGNING = TITLES.words("reigning");
    private static final String CAPITALS = "short or capitals";

    private static final Set<String> ABBREVIATED = Stream.of("short", CAPITALS)
            .flatMap(cell -> TITLES.words("opens", cell).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Titles that are no given name of anybody, at the front of a name. */
    private static final Pattern LEADING = Pattern.compile("^(?:(?:"
            + anyOf(ABBREVIATED.stream().map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)))
            + ")\\.?|(?:" + anyOf(TITLES.words("opens", CAPITALS).stream().map(word -> word.toUpperCase(Locale.ROOT)))
            + ")\\.|(?i:" + anyOf(TITLES.words("opens", "word").stream()) + "))\\s+(?=\\p{Lu})");

    private static final Pattern PARTY = Pattern.compile("\\s\\([RDI].*\\)$");

    private Titles() {}

    /** How many chars of a title open the name; 0 where none does or nothing would be left of the name. */
    static int leading(String name) {
        Matcher title = LEADING.matcher(name);
        return title.find() && title.end() < name.length() ? title.end() : 0;
    }

    /** Whether the word, in lower case and without its dot, is written short for a title: "sen", "mr". */
    static boolean isAbbreviated(String word) {
        return ABBREVIATED.contains(word);
    }

    /** Whether the word, in lower case and without its dot, is a title and no part of a name. */
    public static boolean isTitle(String word) {
        return WORDS.contains(word);
    }

    /** Whether the word, in lower case, is the title of a king, a pope and their like. */
    public static boolean isReigning(String word) {
        return REIGNING.contains(word);
    }

    /** "prince" where the role ends in such a title, as "Crown Prince" does; else "". */
    public static String reigning(String role) {
        String title = role == null ? "" : word(role);
        boolean written = isReigning(title)
                && Character.isUpperCase(role.charAt(role.strip().lastIndexOf(' ') + 1));
        return written ? title : "";
    }

    /** Whether the role is nothing but a form of address such as "Mr.", which says nothing about the person. */
    public static boolean isAddress(String role) {
        return !gender(role).isEmpty()
                && role.strip().indexOf(' ') < 0
                && role.strip().length() <= 7
                && !Set.of("king", "queen", "prince").contains(word(role));
    }

    /** "m" or "f" where the last word of a title before a name tells, else "". */
    public static String gender(String role) {
        if (role == null) {
            return "";
        }
        return GENDERS.getOrDefault(word(role), "");
    }

    private static String word(String role) {
        String stripped = PARTY.matcher(role.strip()).replaceFirst("");
        return stripped.substring(stripped.lastIndexOf(' ') + 1)
                .toLowerCase(Locale.ROOT)
                .replace(".", "");
    }

    private static String anyOf(Stream<String> words) {
        return words.sorted().collect(Collectors.joining("|"));
    }
}
