package hearsay.text.names;

import hearsay.settings.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What given names tell: the gender of most bearers, and which is short for which. */
public final class GivenNames {
    private static final Map<String, String> GENDERS = new HashMap<>();
    private static final Map<String, Set<String>> RELATED = new HashMap<>();
    /** Names of the news that nearly all bearers of one gender have, whatever lists say. */
    private static final Set<String> MORE = new HashSet<>();

    private static final Set<String> SHORT = new HashSet<>();
    private static final Map<String, Integer> WOMEN = new HashMap<>();
    /** Of the names that both lists have and one gives to one gender, the other disagrees in 107 of 6,400. */
    private static final Map<String, Integer> LISTED = Map.of("m", 4, "f", 96);

    static {
        for (String line : Resources.lines("given-names-women.tsv")) {
            int tab = line.indexOf('\t');
            WOMEN.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
        }
        for (String list : List.of("given-names.tsv", "given-names-more.tsv")) {
            for (String line : Resources.lines(list)) {
                GENDERS.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
            }
        }
        Resources.lines("given-names-more.tsv").forEach(line -> MORE.add(line.substring(0, line.indexOf('\t'))));
        for (String line : Resources.lines("given-names-short.csv")) {
            String[] names = line.split(",");
            for (int i = 1; i < names.length; i++) {
                SHORT.add(names[i] + " " + names[0]);
                RELATED.computeIfAbsent(names[i], name -> new TreeSet<>()).add(names[0]);
                RELATED.computeIfAbsent(names[0], name -> new TreeSet<>()).add(names[i]);
            }
        }
    }

    private GivenNames() {}

    /** "m", "f", or "" where the name is unknown or borne by both. */
    public static String gender(String given) {
        return GENDERS.getOrDefault(given, "").replace("b", "");
    }

    /** How many in a hundred bearers of the name are women, or null where no list tells. */
    public static Integer women(String given) {
        Integer counted = WOMEN.get(given);
        boolean listed =
                counted == null || (counted > LISTED.get("m") && counted < LISTED.get("f") && MORE.contains(given));
        return listed ? LISTED.getOrDefault(gender(given), counted) : counted;
    }

    public static boolean isKnown(String given) {
        return GENDERS.containsKey(given);
    }

    /** The names that the name is short for, and those that are short for it. */
    public static Set<String> related(String given) {
        return RELATED.getOrDefault(given, Set.of());
    }

    public static boolean isShort(String shortName, String name) {
        return SHORT.contains(shortName + " " + name);
    }
}
