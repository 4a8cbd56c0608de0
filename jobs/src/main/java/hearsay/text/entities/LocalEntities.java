package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.tables.Mention;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.names.Countries;
import hearsay.text.names.GivenNames;
import hearsay.text.names.KnownNames;
import hearsay.text.names.KnownNames.Known;
import hearsay.text.names.NameForms;
import hearsay.text.names.Offices;
import hearsay.text.names.Organisations;
import hearsay.text.names.Titles;
import hearsay.text.names.Transliteration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which mentions of one article name the same thing, by the article alone: full names and the surnames, initials and
 * given names that stand for them, acronyms and their long forms, countries by any of their names. A function of the
 * mentions and their places, nothing else.
 */
public final class LocalEntities {
    private static final List<String> TYPES = List.of("PER", "ORG", "LOC", "MISC");
    private static final Weights WEIGHTS = Weights.of("names");
    private static final double ONE_CANDIDATE = WEIGHTS.number("one_candidate");
    private static final int IN_FULL = WEIGHTS.whole("mention_in_full");
    private static final int LAST_NAMED = WEIGHTS.whole("mention_last");
    private static final int ANYBODY_ELSE = WEIGHTS.whole("anybody_else");
    private static final double UNEXPLAINED = WEIGHTS.number("unexplained");
    private static final double VOTE = WEIGHTS.number("type_vote");
    private static final int HEADLINES = WEIGHTS.whole("headline_sentences");

    private final List<Mention> mentions;
    private final Aliases aliases;
    private final String[] forms;
    private final String[] types;
    private final GrowingEntity[] groups;
    private final double[] confidences;
    private final Set<String> surnames = new HashSet<>();
    private final Map<String, GrowingEntity> byKey = new LinkedHashMap<>();
    /** word in one spelling -> persons who have it in their full name, in the order of the text */
    private final Map<String, Set<GrowingEntity>> personsByWord = new HashMap<>();
    /** form -> first sentence below the headlines that has it */
    private final Map<String, Integer> firstUses = new HashMap<>();

    private LocalEntities(List<Mention> mentions, Aliases aliases) {
        this.mentions = mentions;
        this.aliases = aliases;
        forms = new String[mentions.size()];
        types = new String[mentions.size()];
        groups = new GrowingEntity[mentions.size()];
        confidences = new double[mentions.size()];
    }

    /**
     * @param mentions the mentions of one article in the order of the text
     * @param aliases  the user's word on names
     */
    public static LocalEntities of(List<Mention> mentions, Aliases aliases) {
        LocalEntities local = new LocalEntities(mentions, aliases);
        local.nameForms();
        local.settle();
        local.groupFullPersons();
        local.groupOthers();
        local.groupShortPersons();
        return local;
    }

    /** The entity that mention {@code i} names; mentions of one thing give equal entities. */
    public LocalEntity entity(int i) {
        return groups[i].entity();
    }

    /** How sure the article alone makes it that mention {@code i} names that entity. */
    public double confidence(int i) {
        return confidences[i];
    }

    /**
     * Every mention's form, and the type that most mentions of this form have in the article; but where a person of the
     * article has that word in the name, every mention's own: Denzel Washington may speak in Washington.
     */
    private void nameForms() {
        Map<String, double[]> votes = new HashMap<>();
        Set<String> wordsOfPersons = new HashSet<>();
        for (int i = 0; i < forms.length; i++) {
            forms[i] = NameForms.form(NameForms.withReigning(
                    mentions.get(i).text(), mentions.get(i).role()));
            votes.computeIfAbsent(forms[i], form -> new double[TYPES.size()])[
                            Math.max(0, TYPES.indexOf(mentions.get(i).type()))] +=
                    VOTE + mentions.get(i).confidence();
            if (mentions.get(i).type().equals("PER") && NameForms.isFull(NameForms.person(forms[i]))) {
                wordsOfPersons.addAll(NameForms.words(forms[i]));
                if (mentions.get(i).text().indexOf(' ') > 0) {
                    surnames.add(NameForms.surname(NameForms.person(forms[i])));
                }
            }
        }
        for (int i = 0; i < forms.length; i++) {
            types[i] = wordsOfPersons.contains(forms[i]) ? mentions.get(i).type() : most(votes.get(forms[i]));
            if (types[i].equals("PER")
                    && forms[i].indexOf(' ') > 0
                    && Organisations.hasOtherHead(forms[i])
                    && !(Organisations.isSurname(forms[i]) && isGivenName(NameForms.given(forms[i])))) {
                types[i] = "ORG";
            }
        }
    }

    /** "Margaret" of Margaret Court; not "Clinton" of Clinton House, where a Clinton is in the article. */
    private boolean isGivenName(String word) {
        return GivenNames.isKnown(word) && !surnames.contains(word);
    }

    private static String most(double[] votes) {
        int most = 0;
        for (int type = 1; type < votes.length; type++) {
            most = votes[type] > votes[most] ? type : most;
        }
        return TYPES.get(most);
    }

    /** Aliases of the user, countries and peoples. */
    private void settle() {
        Set<String> explained = LongForms.explainedInBrackets(mentions, forms);
        for (int i = 0; i < forms.length; i++) {
            Alias alias = aliases.merge(forms[i]);
            if (alias == null && types[i].equals("PER")) {
                alias = aliases.merge(NameForms.person(forms[i]));
                alias = alias == null
                        ? aliases.merge(NameForms.form(mentions.get(i).text()))
                        : alias;
            }
            if (alias != null) {
                forms[i] = NameForms.form(alias.name());
                types[i] = alias.type();
            }
            String country = mentions.get(i).text().equalsIgnoreCase("us")
                            && !mentions.get(i).text().equals("US")
                    ? null // the pronoun, which the tagger now and then takes for the country
                    : Countries.country(forms[i]);
            if (country != null && aliases.splits(forms[i], country)) {
                country = null;
            }
            Known known = alias != null || explained.contains(forms[i])
                    ? null
                    : KnownNames.of(types[i], forms[i], mentions.get(i).text());
            if (known != null && aliases.splits(forms[i], known.form())) {
                known = null;
            }
            if (known != null) {
                join(i, known.type(), known.form(), Level.SETTLED, 1);
            } else if (alias == null && !types[i].equals("PER") && KnownNames.ofMember(forms[i]) != null) {
                join(i, "MISC", KnownNames.member(forms[i]), Level.SETTLED, 1);
            } else if (country != null && !types[i].equals("PER") && !types[i].equals("MISC")) {
                join(i, "LOC", country, Level.SETTLED, 1);
            } else if (Countries.ofDemonym(forms[i]) != null && !types[i].equals("PER")) {
                join(i, "MISC", Countries.demonym(forms[i]), Level.SETTLED, 1);
            } else if (country != null && !types[i].equals("PER")) {
                join(i, "LOC", country, Level.SETTLED, 1);
            } else if (alias != null) {
                join(i, alias.type(), NameForms.typed(alias.type(), forms[i]), Level.FULL, 1);
                groups[i].fullMentions++;
            }
        }
    }

    private void groupFullPersons() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < forms.length; i++) {
            if (types[i].equals("PER") && isFullName(i)) {
                counts.merge(NameForms.person(forms[i]), 1, Integer::sum);
            }
        }
        Map<String, String> main = aliases.decided(new PersonGroups(counts, aliases).mainForms());
        Map<String, Set<String>> titled = titled(main);
        main.replaceAll((form, name) -> titled.getOrDefault(form, Set.of()).size() == 1
                ? titled.get(form).iterator().next()
                : name);
        for (int i = 0; i < forms.length; i++) {
            String person = NameForms.person(forms[i]);
            if (groups[i] == null && types[i].equals("PER") && isFullName(i) && main.containsKey(person)) {
                join(i, "PER", main.get(person), Level.FULL, 1);
                groups[i].addFull(mentions.get(i), person);
            }
        }
        byKey.values().stream()
                .filter(GrowingEntity::isPerson)
                .forEach(person -> person.names()
                        .flatMap(name -> NameForms.words(name).stream())
                        .forEach(word -> personsByWord
                                .computeIfAbsent(Transliteration.surname(word), key -> new LinkedHashSet<>())
                                .add(person)));
        for (GrowingEntity person : byKey.values()) {
            if (person.isPerson()) {
                personsWith(NameForms.surname(person.form)).stream()
                        .filter(other -> other != person && other.hasSurnameLike(NameForms.surname(person.form)))
                        .forEach(other -> person.beside.add(other.form));
            }
        }
    }

    private Set<GrowingEntity> personsWith(String word) {
        return personsByWord.getOrDefault(Transliteration.surname(word), Set.of());
    }

    /** "prince mohammed" to the names of all whom the article calls prince and by a full name that begins so. */
    private Map<String, Set<String>> titled(Map<String, String> main) {
        Map<String, Set<String>> titled = new HashMap<>();
        for (int i = 0; i < forms.length; i++) {
            String person = NameForms.person(forms[i]);
            String before =
                    forms[i].substring(0, forms[i].length() - person.length()).strip();
            String title = before.isEmpty()
                    ? Titles.reigning(mentions.get(i).role())
                    : before.substring(before.lastIndexOf(' ') + 1);
            if (main.containsKey(person)
                    && Titles.isReigning(title)
                    && !aliases.splits(title + " " + NameForms.given(person), person)) {
                titled.computeIfAbsent(title + " " + NameForms.given(person), form -> new TreeSet<>())
                        .add(main.get(person));
            }
        }
        return titled;
    }

    /** Given name and surname; not "Trump-Clinton", two surnames of the article tied together. */
    private boolean isFullName(int i) {
        String person = NameForms.person(forms[i]);
        String text = mentions.get(i).text();
        boolean tied = text.indexOf(' ') < 0 && text.indexOf('-') > 0;
        return NameForms.isFull(person) && !(tied && surnames.containsAll(NameForms.words(person)));
    }

    private void groupOthers() {
        Map<String, String> longForms = new LongForms(mentions, forms, types, i -> groups[i] == null, aliases).find();
        for (int i = 0; i < forms.length; i++) {
            if (groups[i] != null || types[i].equals("PER") || isPersonAfterAll(i)) {
                continue;
            }
            String form = NameForms.typed(types[i], forms[i]);
            String longForm = longForms.get(types[i] + " " + form);
            if (longForm != null) {
                int space = longForm.indexOf(' ');
                join(i, longForm.substring(0, space), longForm.substring(space + 1), Level.FULL, ONE_CANDIDATE);
                groups[i].shortForms.add(form);
            } else if (form.indexOf(' ') < 0
                    && LongForms.isAcronym(mentions.get(i).text())) {
                join(i, types[i], form, Level.SHORT, 1);
            } else {
                join(i, types[i], form, form.indexOf(' ') < 0 ? Level.WORD : Level.FULL, 1);
            }
        }
    }

    /** An organisation or thing of one word that is the surname of a person in the article: the tagger's slip. */
    private boolean isPersonAfterAll(int i) {
        return !types[i].equals("LOC")
                && forms[i].indexOf(' ') < 0
                && personsWith(forms[i]).stream().anyMatch(person -> person.hasSurname(forms[i]));
    }

    private void groupShortPersons() {
        for (int i = 0; i < forms.length; i++) {
            if (mentions.get(i).sentence() > HEADLINES) {
                firstUses.merge(forms[i], mentions.get(i).sentence(), Math::min);
            }
        }
        Map<String, List<GrowingEntity>> known = new HashMap<>();
        String[] hints = ShortNames.hints(mentions, forms, i -> groups[i] == null);
        for (int i = 0; i < forms.length; i++) {
            if (groups[i] != null) {
                continue;
            }
            String form = NameForms.person(forms[i]);
            String shortForm = NameForms.shortForm(form);
            List<GrowingEntity> candidates = known.computeIfAbsent(
                    form, key -> ShortNames.candidates(form, personsWith(NameForms.surname(shortForm)), aliases));
            if (candidates.isEmpty()) {
                join(
                        i,
                        "PER",
                        (shortForm + " " + NameForms.suffix(form)).strip(),
                        Level.SHORT,
                        UNEXPLAINED,
                        Among.written(Map.of(), hints[i]));
            } else {
                choose(i, candidates, shortForm);
            }
        }
    }

    /**
     * One of several of that surname: the one of the gender that the title tells, and of the office. Where that leaves more than one,
     * or one whom the article gives no such office, the archive decides, by the weight that the article gives to each: how often it
     * names the person in full, and whom of them last.
     */
    private void choose(int i, List<GrowingEntity> candidates, String shortForm) {
        List<GrowingEntity> left = candidates;
        String gender = Titles.gender(mentions.get(i).role());
        if (left.size() > 1 && !gender.isEmpty()) {
            List<GrowingEntity> fitting =
                    left.stream().filter(person -> person.mayBe(gender, i)).toList();
            left = fitting.isEmpty() ? left : fitting;
        }
        String office = Offices.of(mentions.get(i).role());
        if (left.size() > 1 && !office.isEmpty()) {
            List<GrowingEntity> fitting = left.stream()
                    .filter(person -> person.facts.contains(office))
                    .toList();
            left = fitting.isEmpty() ? left : fitting;
        }
        left.forEach(person -> person.shortForms.add(shortForm));
        boolean anotherOffice = !office.isEmpty() && !left.get(0).facts.contains(office);
        if (left.size() == 1 && !anotherOffice && !isAboutAnother(left.get(0), shortForm)) {
            groups[i] = left.get(0);
            left.get(0).indexes.add(i);
            confidences[i] = ONE_CANDIDATE;
            return;
        }
        GrowingEntity last = nearest(i, left);
        Map<String, Integer> weights = new LinkedHashMap<>();
        left.stream()
                .sorted(Comparator.comparing(person -> person.indexes.get(0)))
                .forEach(person ->
                        weights.put(person.form, IN_FULL * person.fullMentions + (person == last ? LAST_NAMED : 0)));
        if (left.size() == 1) {
            weights.put(Among.ANYBODY, ANYBODY_ELSE);
        }
        join(i, "PER", shortForm, Level.SHORT, UNEXPLAINED, Among.written(weights, office));
    }

    /** Whether the article uses the surname before it names the person in full, headline apart: it is about another then. */
    private boolean isAboutAnother(GrowingEntity person, String shortForm) {
        return person.hasSurname(shortForm)
                && firstUses.getOrDefault(shortForm, Integer.MAX_VALUE)
                        < mentions.get(person.indexes.get(0)).sentence();
    }

    /** The person named in full last before mention {@code i}, else first after it. */
    private GrowingEntity nearest(int i, List<GrowingEntity> candidates) {
        for (int before = i - 1; before >= 0; before--) {
            if (candidates.contains(groups[before]) && isFullAt(before)) {
                return groups[before];
            }
        }
        for (int after = i + 1; after < forms.length; after++) {
            if (candidates.contains(groups[after]) && isFullAt(after)) {
                return groups[after];
            }
        }
        return candidates.get(0);
    }

    private boolean isFullAt(int i) {
        return NameForms.isFull(NameForms.person(forms[i]));
    }

    private void join(int i, String type, String form, Level level, double confidence) {
        join(i, type, form, level, confidence, "");
    }

    private void join(int i, String type, String form, Level level, double confidence, String among) {
        GrowingEntity group = byKey.computeIfAbsent(
                type + " " + form + " " + among, key -> new GrowingEntity(mentions, type, form, level, among));
        groups[i] = group;
        group.indexes.add(i);
        confidences[i] = confidence;
    }
}
