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
    private static final Set<String> SHORT = new HashSet<>();
    private static final Map<String, Integer> WOMEN = new HashMap<>();

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

    /** How many in a hundred bearers of the name are women, or null where nobody has counted. */
    public static Integer women(String given) {
        return WOMEN.get(given);
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
