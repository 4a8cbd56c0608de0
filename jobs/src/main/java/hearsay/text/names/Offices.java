package hearsay.text.names;

import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which office a role names, whatever else it says: "vice president" of "former U.S. Vice President", "senator" of "Sen. (R-Ky.)". */
public final class Offices {
    private static final Map<String, String> TELLS = WordTable.of("role-nouns").cells("tells");
    private static final Set<String> COMPOUND = WordLists.of("compound-offices");
    private static final Pattern PARTY = Pattern.compile("\\(.*\\)$");
    private static final Pattern BELONGS = Pattern.compile("\\s(?:of|for|from|at|in|to|on|and|who|with)\\s.*$");
    private static final Pattern STATE = Pattern.compile("(?:^|\\()[RDI][-–—](\\p{Lu}[^()]*)\\)?$");
    private static final Pattern ELECT = Pattern.compile("-(?:elect|designate)\\b");

    /** What {@link #facts} has of somebody's son, wife or brother. */
    public static final String KIN = "kin";

    /** What {@link #hint} has of "Mr.". */
    private static final String ADDRESS = "mr";

    private Offices() {}

    /** What the role tells of a bare name: the office, "mr" for a form of address, which tells that it is a person's, or "". */
    public static String hint(String role) {
        return of(role).isEmpty() && Titles.isAddress(role) ? ADDRESS : of(role);
    }

    /**
     * What a role tells that persons of one surname do not share: the office, the state of "(R-Ky.)" as "of ky", {@link #KIN}, and of a king
     * his country.
     */
    public static Set<String> facts(String role) {
        Set<String> facts = new TreeSet<>();
        String office = of(role);
        if (!office.isEmpty()) {
            facts.add(office);
        }
        Matcher state = role == null ? null : STATE.matcher(role);
        if (state != null && state.find()) {
            facts.add("of " + NameForms.form(state.group(1)));
        }
        if (Titles.isReigning(office)) {
            country(role).ifPresent(country -> facts.add("of " + country));
        }
        if (isKin(role)) {
            facts.add(KIN);
        }
        return facts;
    }

    /** The office in lower case, "" where the role names none that tells persons of one surname apart: of a lawyer, of a son. */
    public static String of(String role) {
        List<String> words = words(role);
        if (words.isEmpty() || !"office".equals(TELLS.get(words.get(words.size() - 1)))) {
            return "";
        }
        String noun = RoleNouns.canonical(words.get(words.size() - 1));
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return COMPOUND.contains(before + " " + noun) ? before + " " + noun : noun;
    }

    /** Whether the role says whose son, wife or brother somebody is. */
    private static boolean isKin(String role) {
        List<String> words = words(role);
        return !words.isEmpty() && "kin".equals(TELLS.get(words.get(words.size() - 1)));
    }

    /** The form of the country that a role such as "Saudi King" names. */
    private static Optional<String> country(String role) {
        return words(role).stream()
                .map(word -> Countries.ofDemonym(word) == null ? Countries.country(word) : Countries.ofDemonym(word))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The words of the role up to its noun. */
    private static List<String> words(String role) {
        if (role == null) {
            return List.of();
        }
        String plain = ELECT.matcher(
                        PARTY.matcher(role.strip()).replaceFirst("").toLowerCase(Locale.ROOT))
                .replaceAll("");
        plain = BELONGS.matcher(plain)
                .replaceFirst("")
                .replace("vice-", "vice ")
                .replace("first-", "first ");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
