package hearsay.text.entities;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Persons of an article whom a bare surname there may mean, each with the weight that the article gives to it; "*" stands for
 * anybody else of that name. Behind them the office that the article gives to the bearer of the surname. Written as "hillary
 * clinton=4|bill clinton=2|@president", the persons in the order in which the article names them; "@president" alone where it
 * names none.
 */
final class Among {
    static final String ANYBODY = "*";
    private static final String OFFICE = "@";

    private Among() {}

    static String written(Map<String, Integer> weights, String office) {
        Stream<String> persons = weights.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        return Stream.concat(persons, office.isEmpty() ? Stream.empty() : Stream.of(OFFICE + office))
                .collect(Collectors.joining("|"));
    }

    /** The weights; anybody where the article names none whom it may mean. */
    static Map<String, Integer> read(String among) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String one : among.split("\\|")) {
            if (one.indexOf('=') > 0) {
                weights.put(one.substring(0, one.indexOf('=')), Integer.parseInt(one.substring(one.indexOf('=') + 1)));
            }
        }
        return weights.isEmpty() ? Map.of(ANYBODY, 1) : weights;
    }

    /** The office, or "". */
    static String office(String among) {
        return among.indexOf(OFFICE) < 0 ? "" : among.substring(among.indexOf(OFFICE) + 1);
    }

    /** Whether the article names somebody whom the surname may mean. */
    static boolean namesAny(String among) {
        return among.indexOf('=') > 0;
    }
}
