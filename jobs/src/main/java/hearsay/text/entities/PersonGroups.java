package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which full names of persons are one person's: "Donald J. Trump" and "Donald Trump", not "George W. Bush" and "George H.W. Bush". */
final class PersonGroups {
    private static final int MOST_WORDS = Weights.of("names").whole("name_most_words");

    private final Map<String, Integer> counts;
    private final Aliases aliases;

    /** @param counts full forms of persons, and how often each stands in the text */
    PersonGroups(Map<String, Integer> counts, Aliases aliases) {
        this.counts = new TreeMap<>(counts);
        this.aliases = aliases;
    }

    /** Every form to the main form of its group: see {@link #mainForm}. */
    Map<String, String> mainForms() {
        List<List<String>> groups = new ArrayList<>();
        Map<String, Set<Integer>> byKey = new HashMap<>();
        List<String> forms = new ArrayList<>(counts.keySet());
        // long names first: a short one joins a group only if it agrees with all of it and with no other group
        forms.sort(Comparator.comparing((String form) -> -NameForms.words(form).size())
                .thenComparing(form -> form));
        for (String form : forms) {
            Set<Integer> near = new TreeSet<>();
            sought(form).forEach(key -> near.addAll(byKey.getOrDefault(key, Set.of())));
            List<Integer> fitting = near.stream()
                    .filter(group -> groups.get(group).stream().allMatch(other -> onePerson(form, other)))
                    .toList();
            int group = fitting.size() == 1 ? fitting.get(0) : groups.size();
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(form);
            kept(form)
                    .forEach(key ->
                            byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(group));
        }
        Map<String, String> main = new HashMap<>();
        for (List<String> group : groups) {
            String first = mainForm(group);
            group.forEach(form -> main.put(form, first));
        }
        return main;
    }

    /** By what a name is found: its given name with its surname, and the parts that it may be called by. */
    private static List<String> kept(String form) {
        List<String> words = NameForms.words(form);
        List<String> keys = new ArrayList<>(List.of(key(NameForms.given(form), form)));
        for (int cut = 1; cut < words.size() - 1 && words.size() <= MOST_WORDS; cut++) {
            keys.add(String.join(" ", words.subList(0, words.size() - cut)));
            keys.add(String.join(" ", words.subList(cut, words.size())));
        }
        return keys;
    }

    /** The keys of the names that may be the same person's. */
    private static List<String> sought(String form) {
        List<String> keys = new ArrayList<>(List.of(key(NameForms.given(form), form), form));
        GivenNames.related(NameForms.given(form)).forEach(given -> keys.add(key(given, form)));
        return keys;
    }

    private static String key(String given, String form) {
        return Transliteration.given(given) + "\n" + Transliteration.surname(NameForms.surname(form));
    }

    /**
     * The most frequent, a pope's with his title first, of equals the shortest: a headline's "Jansen Says" is no name. But what a
     * particle continues goes on, and a double surname alone belongs to the name that has a given name too.
     */
    private String mainForm(List<String> group) {
        String first = group.stream()
                .min(Comparator.comparing((String form) -> !NameForms.isReigning(form))
                        .thenComparing(form -> -counts.get(form))
                        .thenComparing(form -> NameForms.words(form).size())
                        .thenComparing(form -> form))
                .orElseThrow();
        for (String form :
                group.stream().sorted(Comparator.comparing(String::length)).toList()) {
            if (isContinued(first, form)
                    || (form.endsWith(" " + first) && !GivenNames.isKnown(NameForms.given(first)))) {
                first = form;
            }
        }
        return first;
    }

    /** "mohammed bin zayed" by "mohammed bin zayed al nahyan". */
    static boolean isContinued(String form, String longer) {
        return longer.startsWith(form + " ")
                && NameForms.PARTICLES.contains(
                        longer.substring(form.length() + 1).split(" ")[0]);
    }

    private boolean onePerson(String a, String b) {
        if (NameForms.isReigning(a) && NameForms.isReigning(b)) {
            return !aliases.splits(a, b)
                    && NameForms.withoutSuffix(a).equals(NameForms.withoutSuffix(b))
                    && (a.equals(NameForms.withoutSuffix(a)) || b.equals(NameForms.withoutSuffix(b)));
        }
        return !aliases.splits(a, b)
                && NameForms.suffix(a).equals(NameForms.suffix(b))
                && (sameNames(a, b) || isPart(a, b) || isPart(b, a));
    }

    static boolean sameNames(String a, String b) {
        return Transliteration.surname(NameForms.surname(a)).equals(Transliteration.surname(NameForms.surname(b)))
                && givenAgree(NameForms.given(a), NameForms.given(b))
                && middlesAgree(NameForms.middle(a), NameForms.middle(b));
    }

    /** "mohammed bin zayed" and "al nahyan" of "mohammed bin zayed al nahyan", "ocasio cortez" of "alexandria ocasio cortez". */
    private static boolean isPart(String part, String whole) {
        return (whole.startsWith(part + " ") || whole.endsWith(" " + part))
                && NameForms.words(part).size() > 1;
    }

    static boolean givenAgree(String a, String b) {
        return Transliteration.given(a).equals(Transliteration.given(b))
                || GivenNames.isShort(a, b)
                || GivenNames.isShort(b, a);
    }

    /** Where both have middle names, they must agree letter by letter as far as one is an initial. */
    static boolean middlesAgree(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return true;
        }
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            boolean agree = a.get(i).equals(b.get(i))
                    || (Math.min(a.get(i).length(), b.get(i).length()) == 1
                            && a.get(i).charAt(0) == b.get(i).charAt(0));
            if (!agree) {
                return false;
            }
        }
        return true;
    }
}
