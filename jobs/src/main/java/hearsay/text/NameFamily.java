package hearsay.text;

import hearsay.text.LocalEntity.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the whole archive tells about the names with one last word, all Clintons for instance: which type a form has, which
 * full names are one person's, and whom a bare surname means on a day. A function of the set of uses, not of their order.
 */
public final class NameFamily {
    /** Names in so few articles say too little about the type of a name. */
    private static final int MIN_ARTICLES_FOR_TYPE = 4;

    private final String word;
    private final NameSettings settings;
    private final Aliases aliases;
    /** form -> type -> articles */
    private final Map<String, Map<String, Long>> types = new TreeMap<>();
    private final Map<Asked, Set<Integer>> asked = new HashMap<>();
    private final Map<String, Known> known = new TreeMap<>();
    /** form -> fuller form -> articles that use both */
    private final Map<String, Map<String, Long>> fuller = new TreeMap<>();

    /** How names are read. @see hearsay.steps.EntitySettings */
    public record NameSettings(int windowDays, double minShare, double clearType) implements java.io.Serializable {}

    public NameFamily(String word, NameSettings settings, Aliases aliases) {
        this.word = word;
        this.settings = settings;
        this.aliases = aliases;
    }

    public void add(NameUse use) {
        if (use.home()) {
            types.computeIfAbsent(use.form(), form -> new TreeMap<>()).merge(use.type(), 1L, Long::sum);
        }
        if (use.level().equals(Level.FULL.name())) {
            known.computeIfAbsent(use.type() + " " + use.form(), key -> new Known(use.type(), use.form())).add(use);
        } else {
            asked.computeIfAbsent(new Asked(use.type(), use.form(), use.level()), key -> new TreeSet<>()).add(use.day());
        }
        if (use.mainForm() != null) {
            fuller.computeIfAbsent(use.form(), form -> new TreeMap<>()).merge(use.mainForm(), 1L, Long::sum);
        }
    }

    /** Where the archive reads a name otherwise than its article does. */
    public List<NameReading> readings() {
        Map<String, String> clear = clearTypes();
        known.values().forEach(name -> name.type = clear.getOrDefault(name.form, name.type));
        Map<String, String> persons = persons();
        List<NameReading> readings = new ArrayList<>();
        for (Known name : known.values()) {
            String as = name.type.equals("PER") ? persons.getOrDefault(name.form, name.form) : name.form;
            if (name.home && !(as.equals(name.form) && name.type.equals(name.typeInArticles))) {
                readings.add(new NameReading(name.typeInArticles, name.form, Level.FULL.name(), null, name.type, as, 1));
            }
        }
        asked.forEach((name, days) -> {
            String asType = clear.getOrDefault(name.form(), name.type());
            Map<String, Candidate> candidates = name.level().equals(Level.SHORT.name()) || asType.equals("PER")
                    ? candidates(name.form(), asType.equals("PER"), persons)
                    : Map.of();
            for (int day : days) {
                NameReading reading = read(name, asType, day, candidates);
                if (reading != null) {
                    readings.add(reading);
                }
            }
        });
        return readings;
    }

    /** Forms that nearly all articles give one type, those that do not give it included. */
    private Map<String, String> clearTypes() {
        Map<String, String> clear = new HashMap<>();
        types.forEach((form, articles) -> {
            long all = articles.values().stream().mapToLong(n -> n).sum();
            if (articles.size() > 1 && all >= MIN_ARTICLES_FOR_TYPE) {
                articles.forEach((type, n) -> {
                    if (n >= settings.clearType() * all) {
                        clear.put(form, type);
                    }
                });
            }
        });
        return clear;
    }

    /** Every full name of a person to the name of its entity. */
    private Map<String, String> persons() {
        Map<String, Map<String, Long>> groups = new TreeMap<>();
        Map<String, Long> articles = new TreeMap<>();
        for (Known name : known.values()) {
            if (name.type.equals("PER")) {
                groups.computeIfAbsent(PersonVariants.group(name.form), group -> new TreeMap<>())
                        .merge(name.form, name.articles, Long::sum);
            }
        }
        Map<String, String> names = new TreeMap<>();
        groups.values().forEach(group -> PersonVariants.names(group).forEach((form, name) -> {
            String kept = aliases.splits(form, name) ? form : name;
            names.put(form, kept);
            articles.merge(kept, group.get(form), Long::sum);
        }));
        Map<String, String> links = links(names, articles);
        names.replaceAll((form, name) -> {
            String to = name;
            while (links.containsKey(to)) {
                to = links.get(to);
            }
            return to;
        });
        return names;
    }

    /**
     * Names that articles use for one person although surname or given name differ ("Mohammed bin Zayed" and "Mohammed bin
     * Zayed Al Nahyan", "Mike Pence" and "Michael Pence"): from the one with fewer words, then in fewer articles, to the
     * other. That order is total, so links never run in a circle; those to another family only go to names of more words.
     */
    private Map<String, String> links(Map<String, String> names, Map<String, Long> articles) {
        Map<String, Map<String, Long>> together = new TreeMap<>();
        Comparator<String> fullest = Comparator.comparing((String name) -> NameForms.words(name).size())
                .thenComparing(name -> articles.getOrDefault(name, 0L))
                .thenComparing(Comparator.reverseOrder());
        fuller.forEach((form, mains) -> mains.forEach((main, n) -> {
            String one = names.getOrDefault(form, form);
            String other = names.getOrDefault(main, main);
            boolean foreign = !NameUse.family(main).equals(word);
            boolean up = !foreign || NameForms.words(other).size() > NameForms.words(one).size();
            if (!one.equals(other) && up && !aliases.splits(one, other)) {
                String to = foreign || fullest.compare(one, other) < 0 ? other : one;
                together.computeIfAbsent(to.equals(one) ? other : one, from -> new TreeMap<>()).merge(to, n, Long::sum);
            }
        }));
        Map<String, String> links = new HashMap<>();
        together.forEach((from, tos) -> links.put(from, most(tos)));
        return links;
    }

    private static String most(Map<String, Long> counts) {
        return Collections.max(counts.entrySet(), Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey();
    }

    /** Entities that the short form may mean, by type and name. */
    private Map<String, Candidate> candidates(String form, boolean person, Map<String, String> persons) {
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Known name : known.values()) {
            boolean answers = name.shortForms.contains(form)
                    || name.type.equals("PER") && name.home && isCalled(name.form, form);
            if (answers && person == name.type.equals("PER") && !aliases.splits(form, name.form)) {
                String as = person ? persons.getOrDefault(name.form, name.form) : name.form;
                if (!aliases.splits(form, as)) {
                    candidates.computeIfAbsent(name.type + " " + as, key -> new Candidate(name.type, as)).add(name);
                }
            }
        }
        return candidates;
    }

    /** "trump" and "d trump" of "donald trump". */
    private static boolean isCalled(String person, String form) {
        String surname = NameForms.surname(person);
        return NameForms.isFull(person)
                && (form.equals(surname) || form.equals(NameForms.given(person).charAt(0) + " " + surname));
    }

    /** The entity that the weeks around the day make likely; else the name itself, as the type it clearly has. */
    private NameReading read(Asked name, String asType, int day, Map<String, Candidate> candidates) {
        long all = 0;
        long most = 0;
        Candidate best = null;
        for (Candidate candidate : candidates.values()) {
            long articles = candidate.around(day, settings.windowDays());
            all += articles;
            if (articles > most) {
                most = articles;
                best = candidate;
            }
        }
        double share = all == 0 ? 0 : (double) most / all;
        if (best != null && share >= settings.minShare()) {
            return new NameReading(name.type(), name.form(), name.level(), day, best.type, best.form, share);
        }
        return asType.equals(name.type())
                ? null
                : new NameReading(name.type(), name.form(), name.level(), day, asType, name.form(), 1);
    }

    private record Asked(String type, String form, String level) {}

    /** A full name, and how many articles have it each day. */
    private static final class Known {
        final String typeInArticles;
        final String form;
        final Map<Integer, Long> days = new TreeMap<>();
        final Set<String> shortForms = new TreeSet<>();
        String type;
        boolean home;
        long articles;

        Known(String type, String form) {
            this.typeInArticles = type;
            this.type = type;
            this.form = form;
        }

        void add(NameUse use) {
            days.merge(use.day(), 1L, Long::sum);
            shortForms.addAll(use.shortForms());
            home |= use.home();
            articles++;
        }
    }

    private static final class Candidate {
        final String type;
        final String form;
        final TreeMap<Integer, Long> days = new TreeMap<>();

        Candidate(String type, String form) {
            this.type = type;
            this.form = form;
        }

        void add(Known name) {
            name.days.forEach((day, articles) -> days.merge(day, articles, Long::sum));
        }

        long around(int day, int window) {
            return days.subMap(day - window, true, day + window, true).values().stream().mapToLong(n -> n).sum();
        }
    }
}
