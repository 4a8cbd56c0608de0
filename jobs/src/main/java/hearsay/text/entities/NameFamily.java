package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What the whole archive tells about the names with one last word, all Clintons for instance: which type a form has, which
 * full names are one person's, and whom a bare surname means on a day. A function of the set of uses, not of their order.
 */
public final class NameFamily {
    private static final Weights WEIGHTS = Weights.of("names");
    private static final int MIN_ARTICLES_FOR_TYPE = WEIGHTS.whole("type_least_articles");
    private static final int BARE_FOR_EACH_FULL = WEIGHTS.whole("bare_for_each_full");
    private static final double PLACE_SHARE = WEIGHTS.number("place_share");
    private static final double FAR_SHARE = WEIGHTS.number("far_share");
    private static final int FAR_FOR_EACH_BARE = WEIGHTS.whole("far_for_each_bare");
    private static final int FAR_LEAST_COMMON = WEIGHTS.whole("far_least_common");
    private static final double FAR_SUREST = WEIGHTS.number("far_surest");
    private static final double UNEXPLAINED = WEIGHTS.number("unexplained");
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

    private final Map<String, ArchivedName> known = new TreeMap<>();
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
            known.computeIfAbsent(use.type() + " " + use.form(), key -> new ArchivedName(use.type(), use.form()))
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
        Map<String, String> persons = FamilyPersons.names(word, known.values(), fuller, aliases);
        List<NameReading> readings = new ArrayList<>();
        for (ArchivedName name : known.values()) {
            String as = name.type.equals("PER") ? persons.getOrDefault(name.form, name.form) : name.form;
            if (name.home && !(as.equals(name.form) && name.type.equals(name.typeInArticles))) {
                readings.add(
                        new NameReading(name.typeInArticles, name.form, Level.FULL.name(), null, "", name.type, as, 1));
            }
        }
        Map<String, Map<String, Bearer>> byForm = new HashMap<>();
        Map<String, TreeMap<Integer, Long>> bare = bare(clear);
        asked.forEach((name, days) -> {
            String asType = Among.namesAny(name.among()) ? name.type() : clear.getOrDefault(name.form(), name.type());
            boolean person = asType.equals("PER");
            Map<String, Bearer> candidates = name.level().equals(Level.SHORT.name()) || person
                    ? byForm.computeIfAbsent(person + name.form(), key -> candidates(name.form(), person, persons))
                    : Map.of();
            for (int day : days.keySet()) {
                NameReading reading =
                        read(name, asType, day, person ? bare.getOrDefault(name.form(), NEVER) : NEVER, candidates);
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
            if (!Among.namesAny(name.among())
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

    /** Entities that the short form may mean, by type and name. */
    private Map<String, Bearer> candidates(String form, boolean person, Map<String, String> persons) {
        Map<String, Bearer> candidates = new TreeMap<>();
        boolean surname = Transliteration.surname(form).equals(word);
        for (ArchivedName name : known.values()) {
            boolean answers = name.shortForms.containsKey(form)
                    || (name.type.equals("PER")
                            && name.home
                            && ((surname && NameForms.isFull(name.form)) || isCalled(name.form, form)));
            if (answers && person == name.type.equals("PER") && !aliases.splits(form, name.form)) {
                String as = person ? persons.getOrDefault(name.form, name.form) : name.form;
                if (!aliases.splits(form, as)) {
                    candidates
                            .computeIfAbsent(name.type + " " + as, key -> new Bearer(name.type, as))
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
     * The entity that the weeks around the day make likely, else the whole archive where it hardly leaves a doubt; else the name itself,
     * as the type it clearly has. Where the article names persons it may mean, their weights there count too, and the likeliest is
     * taken; where it gives an office, so do the offices that the archive gives to each.
     *
     * @param bare days and articles that have the form and no name it may stand for
     */
    private NameReading read(
            Asked name, String asType, int day, TreeMap<Integer, Long> bare, Map<String, Bearer> candidates) {
        Choice near = choice(name, candidates.values(), bearer -> around(bearer.days, day));
        if (near.best != null && Among.namesAny(name.among())) {
            return reading(name, day, near.best, near.share());
        }
        double places = asType.equals("PER") && Among.office(name.among()).isEmpty() ? placeShare(name.form()) : 0;
        if (places > PLACE_SHARE) {
            return new NameReading(
                    name.type(), name.form(), name.level(), day, name.among(), "LOC", name.form(), steps(places));
        }
        if (near.best != null
                && !near.anotherHolds
                && near.articles >= settings.minShare() * near.of(around(bare, day))) {
            return reading(name, day, near.best, Wilson.interval(near.articles, near.of(around(bare, day)))[0]);
        }
        long alone = bare.values().stream().mapToLong(n -> n).sum();
        Choice far = choice(name, candidates.values(), Bearer::articles);
        if (far.best != null
                && asType.equals("PER")
                && far.share() >= (far.sameOffice ? settings.minShare() : FAR_SHARE)
                && (far.sameOffice || far.articles >= FAR_FOR_EACH_BARE * alone)
                && (far.articles >= FAR_LEAST_COMMON || !FamilyPersons.isCommon(word, Set.of()))) {
            return reading(name, day, far.best, FAR_SUREST * Wilson.interval(far.articles, far.of(0))[0]);
        }
        return asType.equals(name.type()) && !Among.namesAny(name.among())
                ? null
                : new NameReading(
                        name.type(),
                        name.form(),
                        name.level(),
                        day,
                        name.among(),
                        asType,
                        name.form(),
                        asType.equals("PER") ? UNEXPLAINED : 1);
    }

    private static Choice choice(Asked name, Collection<Bearer> candidates, ToLongFunction<Bearer> articles) {
        Map<String, Integer> among = Among.read(name.among());
        String office = Among.office(name.among());
        boolean held = candidates.stream().anyMatch(bearer -> bearer.holds(office));
        boolean heldHere = candidates.stream().anyMatch(bearer -> bearer.isNamed(among) && bearer.holds(office));
        double all = 0;
        double most = 0;
        Bearer best = null;
        for (Bearer bearer : candidates) {
            // of another than the article names only an office tells that is his
            boolean may = office.isEmpty()
                    || !Among.namesAny(name.among())
                    || bearer.isNamed(among)
                    || (!heldHere && bearer.isKnownBy(office));
            double weight =
                    may ? bearer.weight(among) * articles.applyAsLong(bearer) * (held ? bearer.share(office) : 1) : 0;
            all += weight;
            if (weight > most || (weight == most && best != null && bearer.rank(among) < best.rank(among))) {
                most = weight;
                best = weight == 0 ? best : bearer;
            }
        }
        return best == null
                ? new Choice(null, 0, 0, 1, false, false)
                : new Choice(
                        best,
                        articles.applyAsLong(best),
                        most,
                        all,
                        best.holds(office),
                        held && best.isTold() && !best.holds(office));
    }

    /** The share of the articles with the form to which it is a place, of those that use it for a person or a place. */
    private double placeShare(String form) {
        double places = types.getOrDefault(form, Map.of()).getOrDefault("LOC", 0L);
        double persons = types.getOrDefault(form, Map.of()).getOrDefault("PER", 0L)
                + known.values().stream()
                        .filter(name -> name.type.equals("PER"))
                        .mapToLong(name -> name.shortForms.getOrDefault(form, 0L))
                        .sum();
        return places == 0 || GivenNames.isKnown(form) ? 0 : places / (places + persons);
    }

    /**
     * Whom a short form means most likely.
     *
     * @param articles   that have the bearer's full name, near the day or ever
     * @param weight     of the bearer
     * @param all        of all that it may mean
     * @param sameOffice whether the archive gives the bearer the office that the article gives
     * @param anotherHolds whether it gives others of the surname that office, and the bearer only others
     */
    private record Choice(
            Bearer best, long articles, double weight, double all, boolean sameOffice, boolean anotherHolds) {
        double share() {
            return weight / all;
        }

        /** Of how many articles its own are the share: so many more as there are that have the form alone, each third of them. */
        double of(long alone) {
            return Math.max(articles / share(), sameOffice ? 0 : (double) alone / BARE_FOR_EACH_FULL);
        }
    }

    private static NameReading reading(Asked name, int day, Bearer as, double probability) {
        return new NameReading(
                name.type(), name.form(), name.level(), day, name.among(), as.type, as.form(), steps(probability));
    }

    private static double steps(double probability) {
        return Math.min(SUREST, Math.floor(STEPS * probability) / STEPS);
    }

    private long around(TreeMap<Integer, Long> days, int day) {
        return days.subMap(day - settings.windowDays(), true, day + settings.windowDays(), true).values().stream()
                .mapToLong(n -> n)
                .sum();
    }

    private record Asked(String type, String form, String level, String among) {}
}
