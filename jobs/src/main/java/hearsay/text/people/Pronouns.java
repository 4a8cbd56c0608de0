package hearsay.text.people;

import hearsay.tables.Mention;
import hearsay.tables.Pronoun;
import hearsay.tables.Sentence;
import hearsay.tables.SentenceKind;
import hearsay.text.names.NameForms;
import hearsay.text.names.RoleNouns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pronouns by which an article goes on about a person: the first "he" or "she" outside quotation marks behind a name, in its
 * sentence or in the next, where these name no other person up to there. It asks for nobody's gender, so it can tell one.
 */
public final class Pronouns {
    private static final Map<String, Pronoun> PRONOUNS = Map.of(
            "he", Pronoun.HE,
            "him", Pronoun.HE,
            "his", Pronoun.HE,
            "himself", Pronoun.HE,
            "she", Pronoun.SHE,
            "her", Pronoun.SHE,
            "hers", Pronoun.SHE,
            "herself", Pronoun.SHE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[\"“”]");

    private final Map<String, Pronoun> found = new HashMap<>();
    /** Persons that this sentence and the one before name up to the word that is read. */
    private List<Mention> here = new ArrayList<>();

    private List<Mention> before = new ArrayList<>();
    private boolean inMarks;
    /** Whether a man, a wife and their like stand behind the last name, whom a pronoun may mean. */
    private boolean another;

    private Pronouns() {}

    /**
     * @param sentences of one article, in the order of the text
     * @param mentions  of the same article, in the order of the text
     * @return mention_id of persons -> the pronoun behind them
     */
    public static Map<String, Pronoun> of(List<Sentence> sentences, List<Mention> mentions) {
        Map<Integer, List<Mention>> persons = new HashMap<>();
        for (Mention mention : mentions) {
            if (mention.type().equals("PER")) {
                persons.computeIfAbsent(mention.sentence(), sentence -> new ArrayList<>())
                        .add(mention);
            }
        }
        Pronouns pronouns = new Pronouns();
        int paragraph = -1;
        for (Sentence sentence : sentences) {
            if (sentence.paragraph() != paragraph) {
                pronouns.inMarks = false;
                paragraph = sentence.paragraph();
            }
            pronouns.read(sentence, persons.getOrDefault(sentence.sentence(), List.of()));
        }
        return pronouns.found;
    }

    private void read(Sentence sentence, List<Mention> persons) {
        before = here;
        here = new ArrayList<>();
        if (!sentence.kind().equals(SentenceKind.BODY.word())) {
            before = new ArrayList<>();
            return;
        }
        Matcher word = WORD.matcher(sentence.text());
        int next = 0;
        while (word.find()) {
            int at = sentence.begin() + word.start();
            while (next < persons.size() && persons.get(next).begin() <= at) {
                here.add(persons.get(next++));
                another = false;
            }
            boolean inName = next > 0 && at < persons.get(next - 1).end();
            if (!inName) {
                read(word.group());
            }
        }
    }

    private void read(String word) {
        if (word.equals("\"")) {
            inMarks = !inMarks;
        } else if (word.equals("“") || word.equals("”")) {
            inMarks = word.equals("“");
        } else {
            String lower = word.toLowerCase(Locale.ROOT);
            Pronoun pronoun = inMarks ? null : PRONOUNS.get(lower);
            if (pronoun != null) {
                meet(pronoun);
            } else if (!RoleNouns.gender(lower).isEmpty() && !isRoleOfLast(lower)) {
                another = true;
            }
        }
    }

    private void meet(Pronoun pronoun) {
        Mention only = null;
        for (List<Mention> named : List.of(before, here)) {
            for (Mention mention : named) {
                if (only != null && !surname(only).equals(surname(mention))) {
                    return;
                }
                only = mention;
            }
        }
        if (only != null && !another) {
            found.putIfAbsent(only.mentionId(), pronoun);
        }
    }

    private boolean isRoleOfLast(String noun) {
        List<Mention> named = here.isEmpty() ? before : here;
        return !named.isEmpty()
                && named.get(named.size() - 1).role() != null
                && named.get(named.size() - 1).role().toLowerCase(Locale.ROOT).contains(noun);
    }

    private static String surname(Mention mention) {
        return NameForms.surname(NameForms.person(NameForms.form(mention.text())));
    }
}
