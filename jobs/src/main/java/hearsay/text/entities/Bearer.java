package hearsay.text.entities;

import hearsay.settings.Weights;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entity that a short form may mean, by all its full names. */
final class Bearer {
    private static final Weights WEIGHTS = Weights.of("names");
    private static final double OFFICE_PRIOR = WEIGHTS.number("office_prior");
    private static final int OFFICE_LEAST = WEIGHTS.whole("office_least_articles");

    final String type;
    final TreeMap<Integer, Long> days = new TreeMap<>();

    private final String name;
    private final Map<String, Long> forms = new TreeMap<>();
    private final Map<String, Long> facts = new HashMap<>();
    private boolean home;
    private long told;

    Bearer(String type, String name) {
        this.type = type;
        this.name = name;
    }

    void add(ArchivedName known) {
        known.days.forEach((day, articles) -> days.merge(day, articles, Long::sum));
        known.facts.forEach((fact, articles) -> facts.merge(fact, articles, Long::sum));
        forms.put(known.form, known.articles);
        home |= known.home;
        told += known.told;
    }

    /** What it is read as: its name, or a form that another family names. */
    String form() {
        return home ? name : most(forms);
    }

    long articles() {
        return days.values().stream().mapToLong(n -> n).sum();
    }

    /** The share of the articles with its offices that have this one, as one more article of no office would have it. */
    double share(String office) {
        return office.isEmpty() ? 1 : (facts.getOrDefault(office, 0L) + OFFICE_PRIOR) / (told + 1);
    }

    boolean holds(String office) {
        return facts.containsKey(office);
    }

    /** Whether the archive gives it any office. */
    boolean isTold() {
        return told > 0;
    }

    /** Whether it is known by the office more than by others, in articles enough. */
    boolean isKnownBy(String office) {
        long so = facts.getOrDefault(office, 0L);
        return so >= OFFICE_LEAST && 2 * so >= told;
    }

    boolean isNamed(Map<String, Integer> among) {
        return forms.keySet().stream().anyMatch(among::containsKey);
    }

    /** The greatest weight that the article gives to one of its names. */
    int weight(Map<String, Integer> among) {
        int most = forms.keySet().stream()
                .mapToInt(form -> among.getOrDefault(form, 0))
                .max()
                .orElse(0);
        return most > 0 ? most : among.getOrDefault(Among.ANYBODY, 0);
    }

    /** Its place in the article among the persons it may mean. */
    int rank(Map<String, Integer> among) {
        List<String> order = List.copyOf(among.keySet());
        return forms.keySet().stream()
                .mapToInt(order::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(order.size());
    }

    /** The one that is counted most, of equals the first in the alphabet. */
    static String most(Map<String, Long> counts) {
        return Collections.max(
                        counts.entrySet(),
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey();
    }
}
