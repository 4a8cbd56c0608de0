package hearsay.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What given names tell: the gender of most bearers, and which is short for which. */
final class GivenNames {
    private static final Map<String, String> GENDERS = new HashMap<>();
    private static final Set<String> SHORT = new HashSet<>();

    static {
        for (String list : List.of("given-names.tsv", "given-names-more.tsv")) {
            for (String line : Resources.lines(list)) {
                GENDERS.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
            }
        }
        for (String line : Resources.lines("given-names-short.csv")) {
            String[] names = line.split(",");
            for (int i = 1; i < names.length; i++) {
                SHORT.add(names[i] + " " + names[0]);
            }
        }
    }

    private GivenNames() {}

    /** "m", "f", or "" where the name is unknown or borne by both. */
    static String gender(String given) {
        return GENDERS.getOrDefault(given, "").replace("b", "");
    }

    static boolean isKnown(String given) {
        return GENDERS.containsKey(given);
    }

    static boolean isShort(String shortName, String name) {
        return SHORT.contains(shortName + " " + name);
    }
}
