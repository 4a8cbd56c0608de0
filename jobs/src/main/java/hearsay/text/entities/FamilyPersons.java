package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Offices;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which full names of one family are one person's, over the whole archive: other spellings, middle names, nicknames, "Jr.", and
 * what articles use for one person. What tells for it is the office, what tells against it is an article that names both.
 */
final class FamilyPersons {
    private static final Weights WEIGHTS = Weights.of("names");
    private static final double LINK_SHARE = WEIGHTS.number("link_share");
    private static final double JR_SHARE = WEIGHTS.number("jr_share");
    private static final int MANY_BEARERS = WEIGHTS.whole("many_bearers");
    private static final Set<String> COMMON = WordLists.of("common-surnames");
    /** Of a son who has his father's name; a king's number is another matter. */
    private static final Set<String> JUNIOR = Set.of("jr", "ii", "iii", "iv");

    private final String word;
    private final Aliases aliases;
    private final Map<String, List<ArchivedName>> persons = new TreeMap<>();
    /** form -> fuller form -> articles that use both for one person */
    private final Map<String, Map<String, Long>> fuller;
    /** every full name to the name of its entity */
    private final Map<String, String> names = new TreeMap<>();

    private final boolean common;

    private FamilyPersons(
            String word, Iterable<ArchivedName> known, Map<String, Map<String, Long>> fuller, Aliases aliases) {
        this.word = word;
        this.aliases = aliases;
        this.fuller = fuller;
        for (ArchivedName name : known) {
            if (name.type.equals("PER")) {
                persons.computeIfAbsent(name.form, form -> new ArrayList<>()).add(name);
            }
        }
        common = isCommon(word, persons.keySet());
    }

    /**
     * Every full name of a person of the family to the name of its entity.
     *
     * @param known  full names; those of no person are not read
     * @param fuller form -> fuller form -> articles that use both for one person
     */
    static Map<String, String> names(
            String word, Iterable<ArchivedName> known, Map<String, Map<String, Long>> fuller, Aliases aliases) {
        FamilyPersons family = new FamilyPersons(word, known, fuller, aliases);
        family.joinVariants();
        family.follow(family.usedTogether());
        family.follow(family.nicknames());
        family.follow(family.juniors());
        return aliases.decided(family.names);
    }

    /** Whether so many bear the surname that it does not tell who is meant: by the list, or by the archive itself. */
    static boolean isCommon(String word, Set<String> fullNames) {
        return COMMON.contains(word)
                || fullNames.stream()
                                .filter(form -> Transliteration.surname(NameForms.surname(form))
                                        .equals(word))
                                .map(NameForms::given)
                                .distinct()
                                .count()
                        >= MANY_BEARERS;
    }

    private void joinVariants() {
        Map<String, Map<String, Long>> groups = new TreeMap<>();
        persons.keySet()
                .forEach(form -> groups.computeIfAbsent(PersonVariants.group(form), group -> new TreeMap<>())
                        .put(form, articlesOf(form)));
        aliases.persons(word) // whom the user names may go by another form in all articles
                .forEach(form -> groups.computeIfPresent(PersonVariants.group(form), (key, group) -> {
                    group.putIfAbsent(form, 0L);
                    return group;
                }));
        groups.values()
                .forEach(group -> PersonVariants.names(group, this::isOneWithoutMiddle)
                        .forEach((form, name) -> names.put(form, aliases.splits(form, name) ? form : name)));
        Map<String, String> spelt = new HashMap<>();
        new TreeSet<>(names.values()).forEach(name -> spelt.putIfAbsent(Transliteration.person(name), name));
        names.replaceAll((form, name) -> {
            String first = spelt.get(Transliteration.person(name));
            return aliases.splits(form, first) || aliases.splits(name, first) ? name : first;
        });
    }

    private void follow(Map<String, String> links) {
        names.replaceAll((form, name) -> {
            Set<String> met = new HashSet<>();
            String to = name;
            while (links.containsKey(to) && met.add(to)) {
                to = links.get(to);
            }
            return to;
        });
    }

    /** "Sarah Huckabee Sanders" is Sarah Sanders, John Bel Edwards is not John Edwards: their offices tell, or an article that has both. */
    private boolean isOneWithoutMiddle(String form, String plain) {
        Facts one = facts(Set.of(form));
        Facts other = facts(Set.of(plain));
        boolean together = fuller.getOrDefault(form, Map.of()).containsKey(plain)
                || fuller.getOrDefault(plain, Map.of()).containsKey(form);
        return !COMMON.contains(word) || one.agreesWith(other) || (together && !one.disagreesWith(other));
    }

    /**
     * Names that articles use for one person although surname or given name differ. A part of a name ("Mohammed bin Zayed") or
     * a name with a word too many ("Jansen Says", of a headline) goes to the name that articles have in the first place, if
     * most that use it do so; one that a particle continues always goes to the longer. Of names of one length ("Mike Pence",
     * "Michael Pence") the one with the short given name goes to the other, else the later in the alphabet: counts, which change
     * with every night, do not choose the name that the id is made of.
     */
    private Map<String, String> usedTogether() {
        Map<String, Map<String, Long>> together = new TreeMap<>();
        fuller.forEach((form, mains) -> mains.forEach((main, n) -> {
            String one = names.getOrDefault(form, form);
            String other = names.getOrDefault(main, main);
            if (!one.equals(other) && !aliases.splits(one, other)) {
                if (areAlike(one, other)) {
                    boolean up = isShort(one, other) || (!isShort(other, one) && one.compareTo(other) > 0);
                    together.computeIfAbsent(up ? one : other, from -> new TreeMap<>())
                            .merge(up ? other : one, n, Long::sum);
                } else if (PersonGroups.isContinued(form, main) || n > LINK_SHARE * articlesOf(form)) {
                    together.computeIfAbsent(one, from -> new TreeMap<>()).merge(other, n, Long::sum);
                }
            }
        }));
        Map<String, String> links = new HashMap<>();
        together.forEach((from, tos) -> links.put(from, Bearer.most(tos)));
        return links;
    }

    /**
     * A nickname to the full given name: where they share an office or state, and where few have the surname; if the archive knows many
     * of the surname, not where their offices differ. Of several (Steve Miller may be Stephen or Steven) the office alone tells.
     */
    private Map<String, String> nicknames() {
        Map<String, Set<String>> entities = entities();
        Map<String, String> links = new HashMap<>();
        for (String shortName : entities.keySet()) {
            List<String> full = entities.keySet().stream()
                    .filter(other -> isShort(shortName, other)
                            && NameForms.suffix(shortName).equals(NameForms.suffix(other))
                            && PersonGroups.sameNames(shortName, other)
                            && !aliases.splits(shortName, other)
                            && !areApart(entities.get(shortName), entities.get(other)))
                    .toList();
            List<String> agreeing = full.stream()
                    .filter(other -> facts(entities.get(shortName)).agreesWith(facts(entities.get(other))))
                    .toList();
            if (agreeing.size() == 1) {
                links.put(shortName, agreeing.get(0));
            } else if (full.size() == 1
                    && !COMMON.contains(word)
                    && !(common && facts(entities.get(shortName)).disagreesWith(facts(entities.get(full.get(0)))))) {
                links.put(shortName, full.get(0));
            }
        }
        return links;
    }

    /** "Joseph R. Biden Jr." to Joe Biden: where they share an office, or one is named far more often and no article names both. */
    private Map<String, String> juniors() {
        Map<String, Set<String>> entities = entities();
        Map<String, String> links = new HashMap<>();
        for (String junior : entities.keySet()) {
            if (!JUNIOR.contains(NameForms.suffix(junior))) {
                continue;
            }
            List<String> plain = entities.keySet().stream()
                    .filter(other -> NameForms.suffix(other).isEmpty()
                            && PersonGroups.sameNames(junior, other)
                            && !aliases.splits(junior, other)
                            && isOneWithoutJunior(entities.get(junior), entities.get(other)))
                    .toList();
            if (plain.size() == 1) {
                links.put(junior, plain.get(0));
            }
        }
        return links;
    }

    private boolean isOneWithoutJunior(Set<String> junior, Set<String> plain) {
        Facts one = facts(junior);
        Facts other = facts(plain);
        long few = Math.min(one.articles, other.articles);
        boolean rare = few <= JR_SHARE * Math.max(one.articles, other.articles);
        return !one.counts.containsKey(Offices.KIN)
                && (one.agreesWith(other) || (rare && !one.disagreesWith(other) && besides(junior, plain) == 0));
    }

    /** Whether half of the articles that have the rarer of the names name both, each as a person. */
    private boolean areApart(Set<String> some, Set<String> others) {
        return 2 * besides(some, others) >= Math.min(facts(some).articles, facts(others).articles);
    }

    private long besides(Set<String> some, Set<String> others) {
        return some.stream()
                .flatMap(form -> archived(form).stream())
                .flatMap(name -> name.beside.entrySet().stream())
                .filter(beside -> others.contains(beside.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Name of an entity -> the forms that name it, of those that have the surname of the family. */
    private Map<String, Set<String>> entities() {
        Map<String, Set<String>> entities = new TreeMap<>();
        names.forEach((form, name) -> {
            if (NameUse.family(name).equals(word) && NameForms.isFull(name) && !NameForms.isReigning(name)) {
                entities.computeIfAbsent(name, key -> new TreeSet<>()).add(form);
            }
        });
        return entities;
    }

    private Facts facts(Set<String> forms) {
        Map<String, Long> counts = new HashMap<>();
        long articles = 0;
        for (String form : forms) {
            archived(form).forEach(name -> name.facts.forEach((fact, n) -> counts.merge(fact, n, Long::sum)));
            articles += articlesOf(form);
        }
        return new Facts(counts, articles);
    }

    private boolean areAlike(String one, String other) {
        return NameUse.family(other).equals(word)
                && NameForms.words(one).size() == NameForms.words(other).size();
    }

    private static boolean isShort(String one, String other) {
        return GivenNames.isShort(NameForms.given(one), NameForms.given(other));
    }

    /** None where no article has the form, but the user's file of people. */
    private List<ArchivedName> archived(String form) {
        return persons.getOrDefault(form, List.of());
    }

    private long articlesOf(String form) {
        return archived(form).stream().mapToLong(name -> name.articles).sum();
    }

    /** What the roles next to some names tell, and in how many articles the names stand. */
    private record Facts(Map<String, Long> counts, long articles) {
        boolean agreesWith(Facts other) {
            return offices().anyMatch(other.counts::containsKey);
        }

        boolean disagreesWith(Facts other) {
            return offices().findAny().isPresent() && other.offices().findAny().isPresent() && !agreesWith(other);
        }

        private Stream<String> offices() {
            return counts.keySet().stream().filter(fact -> !fact.equals(Offices.KIN));
        }
    }
}
