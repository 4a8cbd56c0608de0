package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final Weights WEIGHTS = Weights.of("names");
    private static final int MIN_ARTICLES_FOR_TYPE = WEIGHTS.whole("type_least_articles");
    private static final int BARE_FOR_EACH_FULL = WEIGHTS.whole("bare_for_each_full");
    private static final double LINK_SHARE = WEIGHTS.number("link_share");
    private static final int STEPS = WEIGHTS.whole("confidence_steps");
    private static final double SUREST = WEIGHTS.number("surest");

    private static final TreeMap<Integer, Long> NEVER = new TreeMap<>();

    private final String word;
    private final NameSettings settings;
    private final Aliases aliases;
    /** form -> type -> articles */
    private final Map<String, Map<String, Long>> types = new TreeMap<>();
    /** name -> day -> articles */
    private final Map<Asked, TreeMap<Integer, Long>> asked = new HashMap<>();

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
            known.computeIfAbsent(use.type() + " " + use.form(), key -> new Known(use.type(), use.form()))
                    .add(use);
        } else {
            asked.computeIfAbsent(new Asked(use.type(), use.form(), use.level(), use.among()), key -> new TreeMap<>())
                    .merge(use.day(), 1L, Long::sum);
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
                readings.add(
                        new NameReading(name.typeInArticles, name.form, Level.FULL.name(), null, "", name.type, as, 1));
            }
        }
        Map<String, Map<String, Candidate>> byForm = new HashMap<>();
        Map<String, TreeMap<Integer, Long>> bare = bare(clear);
        asked.forEach((name, days) -> {
            String asType = clear.getOrDefault(name.form(), name.type());
            boolean person = asType.equals("PER");
            Map<String, Candidate> candidates = name.level().equals(Level.SHORT.name()) || person
                    ? byForm.computeIfAbsent(person + name.form(), key -> candidates(name.form(), person, persons))
                    : Map.of();
            for (int day : days.keySet()) {
                long alone = person ? around(bare.getOrDefault(name.form(), NEVER), day) : 0;
                NameReading reading = read(name, asType, day, alone, candidates);
                if (reading != null) {
                    readings.add(reading);
                }
            }
        });
        return readings;
    }

    /** Forms of persons, and how many articles have each of them alone on each day. */
    private Map<String, TreeMap<Integer, Long>> bare(Map<String, String> clear) {
        Map<String, TreeMap<Integer, Long>> bare = new HashMap<>();
        asked.forEach((name, days) -> {
            if (name.among().isEmpty()
                    && clear.getOrDefault(name.form(), name.type()).equals("PER")) {
                TreeMap<Integer, Long> ofForm = bare.computeIfAbsent(name.form(), form -> new TreeMap<>());
                days.forEach((day, articles) -> ofForm.merge(day, articles, Long::sum));
            }
        });
        return bare;
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
        for (Known name : known.values()) {
            if (name.type.equals("PER")) {
                groups.computeIfAbsent(PersonVariants.group(name.form), group -> new TreeMap<>())
                        .merge(name.form, name.articles, Long::sum);
            }
        }
        for (String form : aliases.persons(word)) { // whom the user names may go by another form in all articles
            groups.computeIfPresent(PersonVariants.group(form), (key, group) -> {
                group.putIfAbsent(form, 0L);
                return group;
            });
        }
        Map<String, String> names = new TreeMap<>();
        groups.values()
                .forEach(group -> PersonVariants.names(group)
                        .forEach((form, name) -> names.put(form, aliases.splits(form, name) ? form : name)));
        Map<String, String> spelt = new HashMap<>();
        new TreeSet<>(names.values()).forEach(name -> spelt.putIfAbsent(Transliteration.person(name), name));
        names.replaceAll((form, name) -> {
            String first = spelt.get(Transliteration.person(name));
            return aliases.splits(form, first) || aliases.splits(name, first) ? name : first;
        });
        Map<String, String> links = links(names);
        names.replaceAll((form, name) -> {
            Set<String> met = new HashSet<>();
            String to = name;
            while (links.containsKey(to) && met.add(to)) {
                to = links.get(to);
            }
            return to;
        });
        return aliases.decided(names);
    }

    /**
     * Names that articles use for one person although surname or given name differ. A part of a name ("Mohammed bin Zayed") or
     * a name with a word too many ("Jansen Says", of a headline) goes to the name that articles have in the first place, if
     * most that use it do so; one that a particle continues always goes to the longer. Of names of one length ("Mike Pence",
     * "Michael Pence") the one with the short given name goes to the other, else the later in the alphabet: counts, which change
     * with every night, do not choose the name that the id is made of.
     */
    private Map<String, String> links(Map<String, String> names) {
        Map<String, Map<String, Long>> together = new TreeMap<>();
        fuller.forEach((form, mains) -> mains.forEach((main, n) -> {
            String one = names.getOrDefault(form, form);
            String other = names.getOrDefault(main, main);
            if (!one.equals(other) && !aliases.splits(one, other)) {
                if (areNicknames(one, other)) {
                    boolean up = isShort(one, other) || (!isShort(other, one) && one.compareTo(other) > 0);
                    together.computeIfAbsent(up ? one : other, from -> new TreeMap<>())
                            .merge(up ? other : one, n, Long::sum);
                } else if (PersonGroups.isContinued(form, main) || n > LINK_SHARE * articlesOf(form)) {
                    together.computeIfAbsent(one, from -> new TreeMap<>()).merge(other, n, Long::sum);
                }
            }
        }));
        Map<String, String> links = new HashMap<>();
        together.forEach((from, tos) -> links.put(from, most(tos)));
        return links;
    }

    private boolean areNicknames(String one, String other) {
        return NameUse.family(other).equals(word)
                && NameForms.words(one).size() == NameForms.words(other).size();
    }

    private static boolean isShort(String one, String other) {
        return GivenNames.isShort(NameForms.given(one), NameForms.given(other));
    }

    private long articlesOf(String form) {
        return types.getOrDefault(form, Map.of()).values().stream()
                .mapToLong(n -> n)
                .sum();
    }

    private static String most(Map<String, Long> counts) {
        return Collections.max(
                        counts.entrySet(),
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey();
    }

    /** Entities that the short form may mean, by type and name. */
    private Map<String, Candidate> candidates(String form, boolean person, Map<String, String> persons) {
        Map<String, Candidate> candidates = new TreeMap<>();
        boolean surname = Transliteration.surname(form).equals(word);
        for (Known name : known.values()) {
            boolean answers = name.shortForms.contains(form)
                    || (name.type.equals("PER")
                            && name.home
                            && ((surname && NameForms.isFull(name.form)) || isCalled(name.form, form)));
            if (answers && person == name.type.equals("PER") && !aliases.splits(form, name.form)) {
                String as = person ? persons.getOrDefault(name.form, name.form) : name.form;
                if (!aliases.splits(form, as)) {
                    candidates
                            .computeIfAbsent(name.type + " " + as, key -> new Candidate(name.type, as))
                            .add(name);
                }
            }
        }
        return candidates;
    }

    /** "trump jr" and "d trump" of "donald trump jr". */
    private static boolean isCalled(String person, String form) {
        String surname = NameForms.surname(person);
        return NameForms.isFull(person)
                && (form.equals(NameForms.given(person).charAt(0) + " " + surname)
                        || form.equals(surname + " " + NameForms.suffix(person)));
    }

    /**
     * The entity that the weeks around the day make likely; else the name itself, as the type it clearly has. Where the article
     * names persons it may mean, their weights there count too, and the likeliest is taken.
     *
     * @param alone articles around the day that have the form and no name it may stand for
     */
    private NameReading read(Asked name, String asType, int day, long alone, Map<String, Candidate> candidates) {
        Map<String, Integer> among = name.among().isEmpty() ? Map.of(Among.ANYBODY, 1) : Among.read(name.among());
        double all = 0;
        long most = 0;
        Candidate best = null;
        for (Candidate candidate : candidates.values()) {
            long inArticle = candidate.weight(among);
            long weight = inArticle == 0 ? 0 : inArticle * around(candidate.days, day);
            all += weight;
            if (weight > most || (weight == most && best != null && candidate.rank(among) < best.rank(among))) {
                most = weight;
                best = weight == 0 ? best : candidate;
            }
        }
        if (best != null && !name.among().isEmpty()) {
            return reading(name, day, best, most / all);
        }
        all = Math.max(all, (double) alone / BARE_FOR_EACH_FULL);
        if (best != null && most >= settings.minShare() * all) {
            return reading(name, day, best, Wilson.interval(most, all)[0]);
        }
        return asType.equals(name.type()) && name.among().isEmpty()
                ? null
                : new NameReading(name.type(), name.form(), name.level(), day, name.among(), asType, name.form(), 1);
    }

    private static NameReading reading(Asked name, int day, Candidate as, double probability) {
        double share = Math.min(SUREST, Math.floor(STEPS * probability) / STEPS);
        return new NameReading(name.type(), name.form(), name.level(), day, name.among(), as.type, as.form(), share);
    }

    private long around(TreeMap<Integer, Long> days, int day) {
        return days.subMap(day - settings.windowDays(), true, day + settings.windowDays(), true).values().stream()
                .mapToLong(n -> n)
                .sum();
    }

    private record Asked(String type, String form, String level, String among) {}

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

    /** Names that are one entity's. */
    private static final class Candidate {
        final String type;
        final String name;
        final TreeMap<Integer, Long> days = new TreeMap<>();
        final Map<String, Long> forms = new TreeMap<>();
        boolean home;

        Candidate(String type, String name) {
            this.type = type;
            this.name = name;
        }

        void add(Known known) {
            known.days.forEach((day, articles) -> days.merge(day, articles, Long::sum));
            forms.put(known.form, known.articles);
            home |= known.home;
        }

        /** What it is read as: its name, or a form that another family names. */
        String form() {
            return home ? name : most(forms);
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
    }
}
