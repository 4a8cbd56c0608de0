package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.names.RoleNouns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the article's entities are meant, as far as it has been read, and who of them fits a pronoun or a role best. */
final class Candidates {
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

    /** Scores are log-odds of a kind: that no one at all is meant, for a pronoun, a role someone bears, one that nobody bears. */
    private static final double NOBODY = WEIGHTS.number("nobody_pronoun");

    private static final double NOBODY_WITH_ROLE = WEIGHTS.number("nobody_role_borne");
    private static final double NOBODY_WITHOUT_ROLE = WEIGHTS.number("nobody_role");
    private static final double FAR = WEIGHTS.number("candidate_far");
    private static final double SHARPNESS = WEIGHTS.number("candidate_sharpness");
    private static final int WINDOW_FRAMES = WEIGHTS.whole("candidate_window");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");

    private final Words words;
    private final Collection<Person> persons;
    private final List<Sighting> sightings = new ArrayList<>();

    /** @param persons the entities that the article names */
    Candidates(Words words, Collection<Person> persons) {
        this.words = words;
        this.persons = persons;
    }

    /** A place where an entity is meant, by name or pronoun. */
    record Sighting(int word, int end, int frame, Person person, boolean subject, boolean possessive) {}

    /** The best candidate and the next, null where there is none, and the best one's probability. */
    record Choice(Person person, Person second, double probability) {}

    /** Takes note that an entity is meant here; words from first to before end. */
    void see(int word, int end, Person person, boolean subject, boolean possessive) {
        sightings.add(new Sighting(word, end, words.frame(word), person, subject && !possessive, possessive));
    }

    /** The first person of its frame before any verb of speech or preposition next to it is taken for the subject. */
    boolean isSubject(int word) {
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
            if (!words.at(i).isCapital()
                    && !RoleNouns.isPerson(before)
                    && !before.equals("the")
                    && !before.equals("former")) {
                break;
            }
        }
        return true;
    }

    /** "Harry Reid, the minority leader,": the person named right before the role. */
    Person apposed(int from) {
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

    /** The best candidate for a pronoun. */
    Choice choose(int word, String gender, Person last, Boolean people) {
        return choose(word, gender, last, people, null, Map.of());
    }

    /**
     * The best candidate.
     *
     * @param word   where the pronoun or role stands
     * @param gender "m", "f", or "" where it tells none
     * @param last   who spoke last, or null
     * @param people null or TRUE for persons only, FALSE for organisations and places only
     * @param noun   the head of a role, or null for a pronoun
     * @param wanted the words of the role, and whether they are names: "Kentucky", "Republican"
     */
    Choice choose(int word, String gender, Person last, Boolean people, String noun, Map<String, Boolean> wanted) {
        boolean onlyPersons = people == null || people;
        int frame = words.frame(word);
        Map<Person, Double> scores = new LinkedHashMap<>();
        for (int s = sightings.size() - 1; s >= 0; s--) {
            Sighting sighting = sightings.get(s);
            int distance = frame - sighting.frame;
            if (noun == null && distance > WINDOW_FRAMES) {
                break;
            }
            Person person = sighting.person;
            if (person.person != onlyPersons || (!gender.isEmpty() && opposite(person.gender, gender))) {
                continue;
            }
            double score = -PER_FRAME * Math.min(distance, MOST_FRAMES)
                    + (sighting.subject ? SUBJECT : 0)
                    - (sighting.possessive ? POSSESSIVE : 0);
            scores.merge(person, score, Math::max);
        }
        boolean borne = noun != null
                && persons.stream()
                        .anyMatch(person -> person.person
                                && roleFit(person, noun, wanted) >= BORNE
                                && !opposite(person.gender, gender));
        if (borne) {
            for (Person person : persons) {
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
                .sorted(Map.Entry.<Person, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().id))
                .toList();
        if (ranked.isEmpty()) {
            return new Choice(null, null, 0);
        }
        double best = ranked.get(0).getValue();
        double total =
                Math.exp(SHARPNESS * ((noun == null ? NOBODY : borne ? NOBODY_WITH_ROLE : NOBODY_WITHOUT_ROLE) - best));
        for (Map.Entry<Person, Double> entry : ranked) {
            total += Math.exp(SHARPNESS * (entry.getValue() - best));
        }
        return new Choice(
                ranked.get(0).getKey(), ranked.size() > 1 ? ranked.get(1).getKey() : null, 1 / total);
    }

    /** The office weighs most; "US" in "the US president" tells two presidents apart, a party who it cannot be. */
    private static double roleFit(Person person, String noun, Map<String, Boolean> wanted) {
        double fit = person.roleWords.contains(noun) ? OFFICE : 0;
        for (Map.Entry<String, Boolean> word : wanted.entrySet()) {
            if (!word.getKey().equals(noun)) {
                fit += person.roleWords.contains(word.getKey()) ? ROLE_WORD : word.getValue() ? NO_NAME : NO_WORD;
            }
        }
        boolean otherParty = (wanted.containsKey("republican") && person.roleWords.contains("democrat"))
                || (wanted.containsKey("democrat") && person.roleWords.contains("republican"));
        return otherParty ? fit - OTHER_PARTY : fit;
    }

    private static boolean opposite(String known, String wanted) {
        return !known.isEmpty() && !wanted.isEmpty() && !known.equals(wanted);
    }
}
