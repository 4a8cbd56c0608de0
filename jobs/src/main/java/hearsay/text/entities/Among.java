package hearsay.text.entities;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Persons of an article whom a bare surname there may mean, each with the weight that the article gives to it; "*" stands for
 * anybody else of that name. Written as "hillary clinton=4|bill clinton=2", in the order in which the article names them.
 */
final class Among {
    static final String ANYBODY = "*";

    private Among() {}

    static String written(Map<String, Integer> weights) {
        return weights.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("|"));
    }

    static Map<String, Integer> read(String among) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String one : among.split("\\|")) {
            weights.put(one.substring(0, one.indexOf('=')), Integer.parseInt(one.substring(one.indexOf('=') + 1)));
        }
        return weights;
    }
}
