package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Antecedents.Kind;
import hearsay.text.quotes.Words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be said of someone who may be the antecedent of a pronoun or a role, and for nobody being it. */
final class AntecedentFeatures {
    private static final int MOST_FRAMES = Weights.of("quotes").whole("candidate_most_frames");
    /** Log-odds that the words of a role give, from which on someone is said to bear it. */
    private static final double BORNE = Weights.of("quotes").number("role_borne");

    private static final int UNNAMED_REACH = 3;
    static final Set<String> PRONOUNS = Set.of("he", "she", "him", "her", "his");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> DETERMINERS = WordLists.of("determiners");
    private static final Set<String> ONE = Set.of("a", "an", "another", "one", "some");

    private final Words words;
    private final AntecedentQuestion question;
    private final int most;
    private final int firstSeen;
    private final boolean borne;
    private final boolean possessive;
    private final boolean object;

    /**
     * @param question asked at a word of these
     * @param most     mentions in the article of the candidate that it names most
     * @param firstSeen the first word of the text where a candidate is meant
     * @param borne    whether someone bears the role that is asked for
     */
    AntecedentFeatures(Words words, AntecedentQuestion question, int most, int firstSeen, boolean borne) {
        this.words = words;
        this.question = question;
        this.most = most;
        this.firstSeen = firstSeen;
        this.borne = borne;
        String pronoun = words.at(question.word()).lower();
        possessive = pronoun.equals("his") || pronoun.equals("its") || (pronoun.equals("her") && isBeforeNoun());
        object = !possessive && (pronoun.equals("him") || pronoun.equals("her"));
    }

    private boolean isBeforeNoun() {
        if (question.word() + 1 >= words.size()) {
            return false;
        }
        Word next = words.at(question.word() + 1);
        return next.isWord()
                && !LINKS.contains(next.lower())
                && !DETERMINERS.contains(next.lower())
                && !next.lower().equals("and")
                && !next.lower().equals("that");
    }

    /**
     * The features of a candidate.
     *
     * @param seen where it is meant before the question, in the order of the text; nowhere for who bears a role
     * @param rank how many others were meant since
     */
    Map<String, Double> of(Person person, List<Sighting> seen, int rank) {
        Map<String, Double> values = new HashMap<>();
        values.put("mentions", Math.log(1 + person.mentions));
        put(values, "named_most", person.mentions == most);
        put(values, "last_speaker", person == question.last());
        if (!question.gender().isEmpty()) {
            put(values, "woman", question.gender().equals("f") && person.gender.equals("f"));
            put(values, "man", question.gender().equals("m") && person.gender.equals("m"));
            put(values, "one_word", person.name != null && person.name.indexOf(' ') < 0);
        }
        if (borne) {
            values.putAll(role(person, question));
        }
        if (seen.isEmpty()) {
            values.put("unseen", 1.0);
        } else {
            addPlaces(values, person, seen, rank);
        }
        return values;
    }

    private void addPlaces(Map<String, Double> values, Person person, List<Sighting> seen, int rank) {
        Sighting last = seen.get(seen.size() - 1);
        int frames = words.frame(question.word()) - last.frame();
        values.put("frames", (double) Math.min(frames, MOST_FRAMES));
        values.put("rank", Math.log(1 + rank));
        values.put("seen", Math.log(seen.size()));
        put(values, "same_frame", frames == 0);
        put(values, "frame_before", frames == 1);
        boolean sameParagraph =
                words.at(last.word()).paragraph() == words.at(question.word()).paragraph();
        put(values, "same_paragraph", sameParagraph);
        put(values, "nearest", rank == 0);
        put(values, "subject", last.subject());
        put(
                values,
                "subject_here",
                frames == 0 && seen.stream().anyMatch(s -> s.frame() == last.frame() && s.subject()));
        put(values, "subject_before", subjectBefore(seen));
        put(values, "first_named", seen.get(0).word() == firstSeen);
        put(values, "subjects", seen.stream().filter(Sighting::subject).count() > 1);
        put(values, "possessive", last.possessive());
        put(values, "by_pronoun", isPronoun(last));
        put(
                values,
                "behind_preposition",
                last.word() > 0 && LINKS.contains(words.at(last.word() - 1).lower()));
        put(values, "in_title", seen.stream().anyMatch(s -> words.at(s.word()).isInTitle()));
        if (question.source()) {
            put(values, "source_last_speaker", person == question.last());
            put(values, "source_same_frame", frames == 0);
            put(values, "source_in_content", frames == 0 && isInContent(last));
            put(values, "source_subject", last.subject());
            put(values, "source_subject_before", subjectBefore(seen));
            put(values, "source_nearest", rank == 0);
            put(values, "source_by_pronoun", isPronoun(last));
            put(values, "source_same_paragraph", sameParagraph);
            put(values, "source_named_most", person.mentions == most);
            values.put("source_frames", (double) Math.min(frames, MOST_FRAMES));
            values.put("source_mentions", Math.log(1 + person.mentions));
        } else if (possessive) {
            put(values, "possessive_same_frame", frames == 0);
            put(values, "possessive_subject_here", frames == 0 && last.subject());
            put(values, "possessive_both", last.possessive());
        } else if (object) {
            put(values, "object_same_frame", frames == 0);
            put(values, "object_subject_here", frames == 0 && last.subject());
            put(values, "object_both", !last.subject() && !last.possessive());
        }
    }

    /** Whether someone bears the role, as far as the words tell. */
    static boolean fitsRole(Person person, AntecedentQuestion question) {
        Map<String, Double> values = role(person, question);
        return Antecedents.logOdds(Antecedents.weights(Kind.ROLE), values) >= BORNE;
    }

    /** The office weighs most; "US" in "the US president" tells two presidents apart, a party who it cannot be. */
    private static Map<String, Double> role(Person person, AntecedentQuestion question) {
        Map<String, Double> values = new HashMap<>();
        put(values, "office", person.roleWords.contains(question.noun()));
        for (Map.Entry<String, Boolean> word : question.wanted().entrySet()) {
            if (!word.getKey().equals(question.noun())) {
                boolean has = person.roleWords.contains(word.getKey());
                values.merge(has ? "word" : word.getValue() ? "name_missing" : "word_missing", 1.0, Double::sum);
            }
        }
        put(
                values,
                "other_party",
                (question.wanted().containsKey("republican") && person.roleWords.contains("democrat"))
                        || (question.wanted().containsKey("democrat") && person.roleWords.contains("republican")));
        return values;
    }

    /**
     * The features of nobody.
     *
     * @param candidates how many there are
     */
    Map<String, Double> ofNobody(int candidates) {
        Map<String, Double> values = new HashMap<>();
        values.put(Antecedents.NOBODY, 1.0);
        put(values, "nobody_borne", borne);
        values.put("nobody_candidates", Math.log(1 + candidates));
        put(values, "nobody_source", question.source());
        int frame = words.frame(question.word());
        Span here = words.frames.get(frame);
        put(values, "nobody_unnamed_here", isUnnamed(here.begin(), question.word()));
        if (frame > 0) {
            Span before = words.frames.get(frame - 1);
            put(values, "nobody_unnamed_before", isUnnamed(before.begin(), before.end()));
        }
        return values;
    }

    /** Whether someone without a name is spoken of: "a woman", "another officer". */
    private boolean isUnnamed(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            String gender = RoleNouns.gender(word.lower());
            boolean fits = question.gender().isEmpty() || gender.isEmpty() || gender.equals(question.gender());
            if (RoleNouns.isPerson(word.lower()) && fits && !word.isCapital() && !isBeforeName(i)) {
                for (int j = Math.max(from, i - UNNAMED_REACH); j < i; j++) {
                    if (ONE.contains(words.at(j).lower())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isBeforeName(int i) {
        return i + 1 < words.size()
                && (words.at(i + 1).isName() || words.at(i + 1).text().equals(","));
    }

    private boolean subjectBefore(List<Sighting> seen) {
        int frame = words.frame(question.word()) - 1;
        return seen.stream().anyMatch(s -> s.frame() == frame && s.subject());
    }

    private boolean isPronoun(Sighting sighting) {
        return sighting.end() == sighting.word() + 1
                && PRONOUNS.contains(words.at(sighting.word()).lower());
    }

    private boolean isInContent(Sighting sighting) {
        return words.at(sighting.word()).attribution().endsWith("CONTENT");
    }

    private static void put(Map<String, Double> values, String name, boolean holds) {
        if (holds) {
            values.put(name, 1.0);
        }
    }
}
