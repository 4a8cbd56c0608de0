package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Titles;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who the source of a quotation is: the entity that a name, a role ("the Kremlin spokesperson") or a pronoun stands for.
 *
 * <p>The article is read once from its beginning; every "he" and "she" outside quotation marks is given to the person who
 * fits best by gender, nearness, being a subject, and having spoken last, and counts from then on as a mention of that
 * person. What stays in doubt has no speaker, and a reason.
 */
public final class Speakers {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final double PER_FRAME = WEIGHTS.number("candidate_per_frame");
    private static final int MOST_FRAMES = WEIGHTS.whole("candidate_most_frames");
    private static final double SUBJECT = WEIGHTS.number("candidate_subject");
    private static final double POSSESSIVE = WEIGHTS.number("candidate_possessive");
    private static final double SPOKE_LAST = WEIGHTS.number("candidate_spoke_last");
    private static final double MENTIONS = WEIGHTS.number("candidate_mentions");
    private static final double SHE_IS_SHE = WEIGHTS.number("candidate_woman");
    private static final double HE_IS_HE = WEIGHTS.number("candidate_man");
    private static final double OFFICE = WEIGHTS.number("role_office");
    private static final double ROLE_WORD = WEIGHTS.number("role_word");
    private static final double NO_NAME = WEIGHTS.number("role_name_missing");
    private static final double NO_WORD = WEIGHTS.number("role_word_missing");
    private static final double OTHER_PARTY = WEIGHTS.number("role_other_party");
    private static final double BORNE = WEIGHTS.number("role_borne");
    private static final double TRUST_DIRECT = WEIGHTS.number("trust_direct");
    private static final double TRUST_TAGGED = WEIGHTS.number("trust_tagged");
    private static final double TRUST_UNTAGGED = WEIGHTS.number("trust_untagged");
    private static final double TRUST_RULES = WEIGHTS.number("trust_rules");
    private static final double TRUST_BORROWED = WEIGHTS.number("trust_borrowed");
    private static final double SURE_NAME = WEIGHTS.number("sure_name");
    private static final double SURE_SURNAME = WEIGHTS.number("sure_surname");
    private static final double SURE_APPOSED = WEIGHTS.number("sure_apposed");
    private static final double SURE_IT = WEIGHTS.number("sure_it");
    private static final double CHOICE_BASE = WEIGHTS.number("choice_base");
    private static final double CHOICE_SLOPE = WEIGHTS.number("choice_slope");
    /** Below this probability there is no speaker: never a wild guess. */
    private static final double LEAST = WEIGHTS.number("speaker_least");

    /** Scores are log-odds of a kind: that no one at all is meant, for a pronoun, a role someone bears, one that nobody bears. */
    private static final double NOBODY = WEIGHTS.number("nobody_pronoun");
    private static final double NOBODY_WITH_ROLE = WEIGHTS.number("nobody_role_borne");
    private static final double NOBODY_WITHOUT_ROLE = WEIGHTS.number("nobody_role");
    private static final double FAR = WEIGHTS.number("candidate_far");
    private static final double SHARPNESS = WEIGHTS.number("candidate_sharpness");

    private static final String SEVERAL = "the source is several people";
    private static final String GROUP = "the source is a group or a thing without a name";
    private static final String WRITER = "the source is the one who writes or speaks, named nowhere";
    /** Reasons for no speaker by which nobody whom another article names can be meant. */
    public static final Set<String> SOMEBODY_ELSE = Set.of(SEVERAL, GROUP, WRITER);

    private static final int WINDOW_FRAMES = WEIGHTS.whole("candidate_window");
    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> FIRST = Set.of("i", "me", "my", "we", "us", "our", "you", "your", "mine", "ours");
    private static final Set<String> THINGS = Set.of("it", "its", "itself");
    private static final Set<String> MANY = WordLists.of("several-people");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "his", "her", "their", "its");

    private final Words words;
    private final boolean articleTagged;
    private final List<Name> names;
    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Set<Person>> byLastWord = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    /**
     * A name in the text with its entity.
     *
     * @param roles what the entity is called in the article and by the days before it
     */
    public record Name(Mention mention, String entityName, List<String> roles) {
        boolean isPerson() {
            return mention.type().equals("PER");
        }
    }

    /**
     * The speaker of a quotation, or why there is none.
     *
     * @param decidedBy  "model" or "rule" for who marked the source, then how it was resolved: name, role, pronoun, last speaker
     * @param confidence probability that the speaker is right; without a speaker, that of the best candidate
     */
    public record Speaker(String entityId, String name, String decidedBy, double confidence, String noSpeakerBecause) {}

    /** A place where an entity is meant, by name or pronoun. */
    private record Sighting(int word, int end, int frame, Person person, boolean subject, boolean possessive) {}

    private static final class Person {
        final String id;
        final String name;
        final boolean person;
        final Set<String> roleWords = new HashSet<>();
        String gender = "";
        int mentions;

        Person(String id, String name, boolean person) {
            this.id = id;
            this.name = name;
            this.person = person;
        }
    }

    private Speakers(Words words, List<Name> names) {
        this.words = words;
        articleTagged = words.words.stream().anyMatch(word -> !word.attribution().equals("O"));
        this.names = names.stream()
                .filter(name -> name.mention().entityId() != null)
                .sorted(Comparator.comparingInt((Name name) -> name.mention().begin()).thenComparingInt(n -> n.mention().end()))
                .toList();
        this.names.forEach(this::meet);
        this.names.stream().filter(Name::isPerson).forEach(name -> byLastWord
                .computeIfAbsent(name.mention().text().substring(name.mention().text().lastIndexOf(' ') + 1), word -> new HashSet<>())
                .add(persons.get(name.mention().entityId())));
        persons.values().forEach(this::guessGender);
    }

    /**
     * The speakers of an article's quotations.
     *
     * @param text       the article's text
     * @param sentences  its sentences in order
     * @param names      its names with their entities
     * @param quotations its quotations in the order of the text
     * @return as many, in the same order
     */
    public static List<Speaker> resolve(
            String text, List<Sentence> sentences, List<Name> names, List<Quotation> quotations) {
        return new Speakers(Words.of(text, sentences), names).resolve(quotations);
    }

    private void meet(Name name) {
        Mention mention = name.mention();
        Person person = persons.computeIfAbsent(
                mention.entityId(), id -> new Person(id, name.entityName(), mention.type().equals("PER")));
        person.mentions++;
        name.roles().forEach(role -> addRole(person, role));
        if (mention.role() != null) {
            addRole(person, mention.role());
            String gender = Titles.gender(mention.role());
            person.gender = gender.isEmpty() ? person.gender : gender;
        }
        readAround(mention, person);
        int before = words.wordAt(mention.begin()) - 1;
        if (person.person && before >= 0 && words.at(before).end() <= mention.begin()) {
            String gender = Titles.gender(words.at(before).text());
            person.gender = gender.isEmpty() ? person.gender : gender;
        }
    }

    /** "Senator Ann Lee of Vermont", "Ann Lee (R-Iowa)", "Ann Lee, D-Ohio": where an office holder comes from. */
    private void readAround(Mention mention, Person person) {
        int after = words.wordAt(mention.end());
        if (!person.person || after + 1 >= words.size()) {
            return;
        }
        String next = words.at(after).lower();
        Word place = words.at(after + 1);
        if (next.equals("of") && mention.role() != null && place.isCapital()) {
            addRole(person, place.text());
            if (after + 2 < words.size() && words.at(after + 2).isName()) {
                addRole(person, words.at(after + 2).text());
            }
        } else if ((next.equals("(") || next.equals(",")) && place.text().matches("[RD]-\\p{L}+.*")) {
            addRole(person, place.text().startsWith("R") ? "republican" : "democrat");
            addRole(person, place.text().substring(2));
        }
    }

    private static void addRole(Person person, String role) {
        for (String word : role.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")) {
            if (word.length() > 1) {
                person.roleWords.add(RoleNouns.canonical(word));
            }
        }
    }

    private void guessGender(Person person) {
        if (person.gender.isEmpty() && person.person) {
            person.gender = person.roleWords.stream().map(RoleNouns::gender).filter(g -> !g.isEmpty()).findFirst().orElse("");
        }
        if (person.gender.isEmpty() && person.person && person.name != null) {
            String form = NameForms.person(NameForms.form(person.name));
            if (form.indexOf(' ') > 0) {
                person.gender = GivenNames.gender(NameForms.given(form));
            }
        }
    }

    private List<Speaker> resolve(List<Quotation> quotations) {
        Map<Integer, List<Integer>> bySourceWord = new HashMap<>();
        Set<Integer> inContent = new HashSet<>();
        for (int q = 0; q < quotations.size(); q++) {
            Span source = quotations.get(q).source();
            if (source != null) {
                bySourceWord.computeIfAbsent(words.wordAt(source.begin()), w -> new ArrayList<>()).add(q);
            }
        }
        Speaker[] speakers = new Speaker[quotations.size()];
        int next = 0;
        Person last = null;
        for (int i = 0; i < words.size(); i++) {
            while (next < names.size() && names.get(next).mention().end() <= words.at(i).begin()) {
                next++;
            }
            for (int q : bySourceWord.getOrDefault(i, List.of())) {
                Quotation quotation = quotations.get(q);
                speakers[q] = speaker(quotation, next, last);
                if (speakers[q].entityId() != null) {
                    last = persons.get(speakers[q].entityId());
                    see(i, i + 1, last, true, false);
                }
            }
            Word word = words.at(i);
            if (!word.isInQuotes() && next < names.size() && names.get(next).mention().begin() <= word.begin()
                    && (i == 0 || words.at(i - 1).end() <= names.get(next).mention().begin())) {
                sight(i, names.get(next));
            } else if (!word.isInQuotes() && (word.lower().equals("he") || word.lower().equals("she"))
                    && !bySourceWord.containsKey(i)) {
                Choice choice = choose(i, word.lower().equals("he") ? "m" : "f", last, null);
                if (choice.person != null && choice.probability > LEAST) {
                    see(i, i + 1, choice.person, true, false);
                }
            }
        }
        for (int q = 0; q < speakers.length; q++) {
            speakers[q] = speakers[q] != null ? speakers[q] : none("nothing in the text says who speaks", 0);
        }
        return List.of(speakers);
    }

    private void sight(int i, Name name) {
        int after = words.wordAt(name.mention().end());
        boolean possessive = after < words.size() && words.at(after).lower().matches("['’]s");
        see(i, after, persons.get(name.mention().entityId()), isSubject(i), possessive);
    }

    private void see(int word, int end, Person person, boolean subject, boolean possessive) {
        sightings.add(new Sighting(word, end, words.frame(word), person, subject && !possessive, possessive));
    }

    /** The first person of its frame before any verb of speech or preposition next to it is taken for the subject. */
    private boolean isSubject(int word) {
        Span frame = words.frames.get(words.frame(word));
        for (int i = sightings.size() - 1; i >= 0 && sightings.get(i).frame == words.frame(word); i--) {
            if (sightings.get(i).person.person && !sightings.get(i).possessive) {
                return false;
            }
        }
        for (int i = word - 1; i >= frame.begin() && i >= word - 5; i--) {
            String before = words.at(i).lower();
            if (LINKS.contains(before)) {
                return false;
            }
            if (!words.at(i).isCapital() && !RoleNouns.isPerson(before) && !before.equals("the") && !before.equals("former")) {
                break;
            }
        }
        return true;
    }

    private Speaker speaker(Quotation quotation, int firstName, Person last) {
        Span source = quotation.source();
        int from = words.wordAt(source.begin());
        int to = Math.max(from + 1, words.wordAt(source.end() - 1) + 1);
        to = Math.min(to, words.size());
        boolean tagged = words.at(from).attribution().endsWith("SOURCE");
        boolean borrowed = quotation.cue() == null;
        String by = borrowed ? "last speaker" : null;
        String who = tagged ? "model " : "rule ";
        double trust = trust(quotation, tagged) * (borrowed ? TRUST_BORROWED : 1);
        Name named = named(source, firstName, from, to);
        if (named != null && isOneOfSeveral(named, source, from)) {
            return none(SEVERAL, 0);
        }
        if (named != null) {
            Person person = persons.get(named.mention().entityId());
            return decided(person, who + (by == null ? "name" : by), trust * SURE_NAME);
        }
        Person called = called(from, to);
        if (called != null) {
            return decided(called, who + (by == null ? "name" : by), trust * SURE_SURNAME);
        }
        String head = words.at(from).lower();
        if (to - from == 1 || HE.contains(head) && to - from == 1) {
            if (FIRST.contains(head)) {
                return none(WRITER, 0);
            }
            if (HE.contains(head) || SHE.contains(head)) {
                Choice choice = choose(from, HE.contains(head) ? "m" : "f", last, null);
                return choice.speaker(who + (by == null ? "pronoun" : by), trust, "pronoun");
            }
            if (THINGS.contains(head)) {
                Choice choice = choose(from, "", last, Boolean.FALSE);
                return choice.halved().speaker(who + "pronoun", trust, "pronoun"); // "it" is often the weather
            }
            if (MANY.contains(head)) {
                return none(SEVERAL, 0);
            }
        }
        return byRole(from, to, last, who + (by == null ? "role" : by), trust);
    }

    /**
     * How often the source is the right words, given a quotation: counted on 64 held-out articles of PolNeAR's training part
     * with the model's tags, and on 150 others for an article without any tags.
     */
    private double trust(Quotation quotation, boolean tagged) {
        if (quotation.kind().equals("direct")) {
            return TRUST_DIRECT;
        }
        return tagged ? TRUST_TAGGED : articleTagged ? TRUST_UNTAGGED : TRUST_RULES;
    }

    private Speaker decided(Person person, String by, double confidence) {
        return new Speaker(person.id, person.name, by, round(confidence), null);
    }

    private static Speaker none(String because, double confidence) {
        return new Speaker(null, null, null, round(confidence), because);
    }

    private static double round(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    /**
     * The name in the source that is its head: not hung on another word by a preposition or a possessive; one that ends its
     * noun phrase before one that does not ("Kremlin spokesperson Dmitry Peskov"), a person before a thing.
     */
    private Name named(Span source, int firstName, int from, int to) {
        Name best = null;
        int bestRank = 0;
        for (int n = Math.max(0, firstName - 1); n < names.size() && names.get(n).mention().begin() < source.end(); n++) {
            Name name = names.get(n);
            Mention mention = name.mention();
            int begin = words.wordAt(mention.begin());
            int end = Math.min(words.size(), words.wordAt(mention.end() - 1) + 1);
            boolean possessive = end + 1 < to && words.at(end).lower().matches("['’]s?");
            if (mention.end() <= source.begin() || end <= from || possessive || begin > from && isHung(begin, from)) {
                continue;
            }
            boolean head = end >= to || !words.at(end).isWord() || LINKS.contains(words.at(end).lower())
                    || words.at(end).lower().matches("['’]s?|who|and");
            int rank = name.isPerson() ? head ? 3 : 1 : head ? 2 : 0;
            if (rank > bestRank) {
                best = name;
                bestRank = rank;
            }
        }
        return best;
    }

    /** "Ann Lee and Bob Moss": another person's name, joined to this one by "and". */
    private boolean isOneOfSeveral(Name named, Span source, int from) {
        for (int n = firstFrom(source.begin()); n < names.size() && names.get(n).mention().begin() < source.end(); n++) {
            Name other = names.get(n);
            boolean inside = other != named && other.isPerson()
                    && !other.mention().entityId().equals(named.mention().entityId());
            Name later = inside && other.mention().begin() < named.mention().begin() ? named : other;
            int before = inside ? words.wordAt(later.mention().begin()) - 1 : -1;
            if (before > from && words.at(before).lower().matches("and|&")) {
                return true;
            }
        }
        return false;
    }

    /** The first name that begins at the char or after. */
    private int firstFrom(int begin) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).mention().begin() < begin) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The person of the article who bears the word, a surname as a rule, where the tagger has not seen the name here. */
    private Person called(int from, int to) {
        Word last = words.at(to - 1);
        if (to - from > 3 || !last.isCapital()) {
            return null;
        }
        Set<Person> called = byLastWord.getOrDefault(last.text(), Set.of());
        return called.size() == 1 ? called.iterator().next() : null;
    }

    /** Is there a preposition between the word and the comma, or the beginning, before it? */
    private boolean isHung(int begin, int from) {
        for (int i = begin - 1; i >= from; i--) {
            String word = words.at(i).lower();
            if (word.equals(",") || word.equals("and") || word.equals("(") || word.equals("—")) {
                return word.equals("and") && i > from && isHung(i, from);
            }
            if (LINKS.contains(word)) {
                return !startsWithRoleOf(i, begin);
            }
        }
        return false;
    }

    /** "Prime Minister of Hungary Viktor Orban": the preposition's own name comes first. */
    private boolean startsWithRoleOf(int link, int begin) {
        return link + 2 == begin && words.at(link + 1).isName() && !words.at(link + 1).entity().endsWith("PER");
    }

    /** The person who bears the role that the source names, such as "the Kentucky Republican". */
    private Speaker byRole(int from, int to, Person last, String by, double trust) {
        int end = from;
        while (end < to && !words.at(end).text().equals(",") && !(end > from && LINKS.contains(words.at(end).lower()))
                && !words.at(end).lower().equals("who")) {
            end++;
        }
        int head = end - 1;
        if (head < from) {
            return none("the source names no entity", 0);
        }
        String noun = words.at(head).lower();
        if (RoleNouns.isGroup(noun) || MANY.contains(words.at(from).lower())) {
            return none(GROUP, 0);
        }
        if (!RoleNouns.isPerson(noun)) {
            return none("the source names no entity", 0);
        }
        String first = words.at(from).lower();
        boolean definite = DEFINITE.contains(first) || words.at(from).isCapital() && !first.equals("a") && !first.equals("an");
        if (!definite) {
            return none("the source names no entity", 0);
        }
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            String word = words.at(i).lower();
            if (words.at(i).isWord() && !DEFINITE.contains(word) && !LINKS.contains(word) && word.length() > 1) {
                wanted.put(RoleNouns.canonical(word), words.at(i).isCapital() && i > from);
            }
        }
        Person apposed = apposed(from);
        if (apposed != null) {
            return decided(apposed, by, trust * SURE_APPOSED);
        }
        Choice choice = choose(from, RoleNouns.gender(noun), last, Boolean.TRUE, RoleNouns.canonical(noun), wanted);
        return choice.speaker(by, trust, "role");
    }

    /** "Harry Reid, the minority leader,": the person named right before the role. */
    private Person apposed(int from) {
        if (from < 2 || !words.at(from - 1).text().equals(",")) {
            return null;
        }
        for (int s = sightings.size() - 1; s >= 0 && sightings.get(s).frame == words.frame(from); s--) {
            Sighting sighting = sightings.get(s);
            if (sighting.person.person && sighting.end == from - 1) {
                return sighting.person;
            }
        }
        return null;
    }

    /** The best candidate and its probability. */
    private final class Choice {
        final Person person;
        final Person second;
        final double probability;

        Choice(Person person, Person second, double probability) {
            this.person = person;
            this.second = second;
            this.probability = probability;
        }

        Choice halved() {
            return new Choice(person, second, SURE_IT * probability);
        }

        Speaker speaker(String by, double trust, String what) {
            if (person == null) {
                return none(what.equals("role") ? "no one in the article bears the role" : "pronoun without antecedent", 0);
            }
            if (probability < LEAST) {
                return none(second == null ? "the " + what + " is too far from any name"
                        : "two candidates: " + person.name + ", " + second.name, probability * trust);
            }
            return decided(person, by, trust * (CHOICE_BASE + CHOICE_SLOPE * probability));
        }
    }

    private Choice choose(int word, String gender, Person last, Boolean people) {
        return choose(word, gender, last, people, null, Map.of());
    }

    /**
     * @param people null or TRUE for persons only, FALSE for organisations and places only
     * @param noun   the head of a role, or null for a pronoun
     * @param wanted the words of the role, and whether they are names: "Kentucky", "Republican"
     */
    private Choice choose(int word, String gender, Person last, Boolean people, String noun, Map<String, Boolean> wanted) {
        boolean onlyPersons = people == null || people;
        int frame = words.frame(word);
        Map<Person, Double> scores = new LinkedHashMap<>();
        Set<Person> seen = new HashSet<>();
        for (int s = sightings.size() - 1; s >= 0; s--) {
            Sighting sighting = sightings.get(s);
            int distance = frame - sighting.frame;
            if (noun == null && distance > WINDOW_FRAMES) {
                break;
            }
            Person person = sighting.person;
            if (person.person != onlyPersons || !gender.isEmpty() && opposite(person.gender, gender)) {
                continue;
            }
            double score = -PER_FRAME * Math.min(distance, MOST_FRAMES) + (sighting.subject ? SUBJECT : 0)
                    - (sighting.possessive ? POSSESSIVE : 0);
            scores.merge(person, score, Math::max);
            seen.add(person);
        }
        boolean borne = noun != null && persons.values().stream()
                .anyMatch(person -> person.person && roleFit(person, noun, wanted) >= BORNE && !opposite(person.gender, gender));
        if (borne) {
            for (Person person : persons.values()) {
                if (person.person && !opposite(person.gender, gender)) {
                    scores.putIfAbsent(person, FAR);
                }
            }
        }
        scores.replaceAll((person, score) -> score
                + (person == last ? SPOKE_LAST : 0)
                + MENTIONS * Math.log(1 + person.mentions)
                + (!gender.isEmpty() && person.gender.equals(gender) ? gender.equals("f") ? SHE_IS_SHE : HE_IS_HE : 0)
                + (borne ? roleFit(person, noun, wanted) : 0));
        List<Map.Entry<Person, Double>> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<Person, Double>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().id))
                .toList();
        if (ranked.isEmpty()) {
            return new Choice(null, null, 0);
        }
        double best = ranked.get(0).getValue();
        double total = Math.exp(SHARPNESS * ((noun == null ? NOBODY : borne ? NOBODY_WITH_ROLE : NOBODY_WITHOUT_ROLE) - best));
        for (Map.Entry<Person, Double> entry : ranked) {
            total += Math.exp(SHARPNESS * (entry.getValue() - best));
        }
        return new Choice(ranked.get(0).getKey(), ranked.size() > 1 ? ranked.get(1).getKey() : null, 1 / total);
    }

    /** The office weighs most; "US" in "the US president" tells two presidents apart, a party who it cannot be. */
    private static double roleFit(Person person, String noun, Map<String, Boolean> wanted) {
        double fit = person.roleWords.contains(noun) ? OFFICE : 0;
        for (Map.Entry<String, Boolean> word : wanted.entrySet()) {
            if (!word.getKey().equals(noun)) {
                fit += person.roleWords.contains(word.getKey()) ? ROLE_WORD : word.getValue() ? NO_NAME : NO_WORD;
            }
        }
        boolean otherParty = wanted.containsKey("republican") && person.roleWords.contains("democrat")
                || wanted.containsKey("democrat") && person.roleWords.contains("republican");
        return otherParty ? fit - OTHER_PARTY : fit;
    }

    private static boolean opposite(String known, String wanted) {
        return !known.isEmpty() && !wanted.isEmpty() && !known.equals(wanted);
    }
}
