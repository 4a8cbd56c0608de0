package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Antecedents.Alternative;
import hearsay.text.quotes.Antecedents.Asked;
import hearsay.text.quotes.Antecedents.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the article's entities are meant, as far as it has been read, and who of them fits a pronoun or a role best. */
final class Candidates {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final int WINDOW_FRAMES = WEIGHTS.whole("candidate_window");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");

    private final Words words;
    private final Collection<Person> persons;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /** @param persons the entities that the article names */
    Candidates(Words words, Collection<Person> persons) {
        this.words = words;
        this.persons = persons;
    }

    /** The best candidate and the next, null where there is none, and the best one's probability. */
    record Choice(Person person, Person second, double probability) {}

    /** The pronouns and roles that were asked for, in the order of asking. */
    List<Asked> asked() {
        return asked;
    }

    /** Takes note that an entity is meant here; words from first to before end. */
    void see(int word, int end, Person person, boolean subject, boolean possessive) {
        sightings.add(new Sighting(word, end, words.frame(word), person, subject && !possessive, possessive));
    }

    /** The first person of its frame before any verb of speech or preposition next to it is taken for the subject. */
    boolean isSubject(int word) {
        Span frame = words.frames.get(words.frame(word));
        for (int i = sightings.size() - 1; i >= 0 && sightings.get(i).frame() == words.frame(word); i--) {
            if (sightings.get(i).person().person && !sightings.get(i).possessive()) {
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
        for (int s = sightings.size() - 1; s >= 0 && sightings.get(s).frame() == words.frame(from); s--) {
            Sighting sighting = sightings.get(s);
            if (sighting.person().person && sighting.end() == from - 1) {
                return sighting.person();
            }
        }
        return null;
    }

    /** Where else than at the source of a quotation a pronoun stands. */
    Choice read(int word, String gender, Person last) {
        return choose(new AntecedentQuestion(Kind.PRONOUN, word, gender, last, false, null, Map.of()), true);
    }

    /** The best candidate for a pronoun that is the source of a quotation. */
    Choice choose(int word, String gender, Person last, Boolean people) {
        return choose(word, gender, last, people, null, Map.of());
    }

    /**
     * The best candidate for a source.
     *
     * @param word   where the pronoun or role stands
     * @param gender "m", "f", or "" where it tells none
     * @param last   who spoke last, or null
     * @param people null or TRUE for persons only, FALSE for organisations and places only
     * @param noun   the head of a role, or null for a pronoun
     * @param wanted the words of the role, and whether they are names: "Kentucky", "Republican"
     */
    Choice choose(int word, String gender, Person last, Boolean people, String noun, Map<String, Boolean> wanted) {
        boolean persons = people == null || people;
        Kind kind = noun != null ? Kind.ROLE : persons ? Kind.PRONOUN : Kind.IT;
        return choose(new AntecedentQuestion(kind, word, gender, last, true, noun, wanted), persons);
    }

    private Choice choose(AntecedentQuestion question, boolean onlyPersons) {
        Map<Person, List<Sighting>> seen = seen(question, onlyPersons);
        boolean borne = question.noun() != null
                && persons.stream()
                        .anyMatch(person -> person.person
                                && !opposite(person.gender, question.gender())
                                && AntecedentFeatures.fitsRole(person, question));
        if (borne) {
            persons.stream()
                    .filter(person -> person.person && !opposite(person.gender, question.gender()))
                    .forEach(person -> seen.putIfAbsent(person, List.of()));
        }
        List<Person> candidates = List.copyOf(seen.keySet());
        int first = seen.values().stream()
                .flatMap(List::stream)
                .mapToInt(Sighting::word)
                .min()
                .orElse(-1);
        AntecedentFeatures features = new AntecedentFeatures(words, question, mostMentions(candidates), first, borne);
        List<Alternative> alternatives = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            Person person = candidates.get(c);
            alternatives.add(new Alternative(person.id, features.of(person, seen.get(person), c)));
        }
        alternatives.add(new Alternative(null, features.ofNobody(candidates.size())));
        asked.add(new Asked(words.at(question.word()).begin(), question.kind(), alternatives));
        return choice(candidates, Antecedents.probabilities(question.kind(), alternatives));
    }

    private static int mostMentions(List<Person> candidates) {
        return candidates.stream().mapToInt(person -> person.mentions).max().orElse(0);
    }

    /** @param probabilities of the candidates, and of nobody */
    private static Choice choice(List<Person> candidates, List<Double> probabilities) {
        List<Integer> ranked = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -probabilities.get(c))
                        .thenComparing(c -> candidates.get(c).id))
                .toList();
        return ranked.isEmpty()
                ? new Choice(null, null, 0)
                : new Choice(
                        candidates.get(ranked.get(0)),
                        ranked.size() > 1 ? candidates.get(ranked.get(1)) : null,
                        probabilities.get(ranked.get(0)));
    }

    /** Where those are meant who may be meant here, the nearest first; the places in the order of the text. */
    private Map<Person, List<Sighting>> seen(AntecedentQuestion question, boolean onlyPersons) {
        int frame = words.frame(question.word());
        Map<Person, List<Sighting>> seen = new LinkedHashMap<>();
        for (int s = sightings.size() - 1; s >= 0; s--) {
            Sighting sighting = sightings.get(s);
            if (question.noun() == null && frame - sighting.frame() > WINDOW_FRAMES) {
                break;
            }
            Person person = sighting.person();
            if (person.person == onlyPersons && !opposite(person.gender, question.gender())) {
                seen.computeIfAbsent(person, p -> new ArrayList<>()).add(0, sighting);
            }
        }
        return seen;
    }

    private static boolean opposite(String known, String wanted) {
        return !known.isEmpty() && !wanted.isEmpty() && !known.equals(wanted);
    }
}
