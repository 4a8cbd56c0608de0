package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Words.Word;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells people and bodies around somebody from himself: "Trump allies", "the Clinton campaign", "a Reid staffer". */
final class Entourage {
    private static final Set<String> PEOPLE = WordLists.of("entourage-nouns");
    private static final Set<String> DOCUMENTS = WordLists.of("document-nouns");
    private static final Set<String> STOPS =
            WordLists.of("role-prepositions", "clause-conjunctions", "determiners", "entourage-stops");
    /** "Roy LeeGOP": a headline is glued to the name, and its noun is not the name's. */
    private static final Pattern GLUED = Pattern.compile(".*\\p{Ll}\\p{Lu}\\p{Lu}.*|.*\\p{Ll}{3}\\p{Lu}\\p{Ll}.*");

    private static final int REACH = 4;

    private final Words words;

    Entourage(Words words) {
        this.words = words;
    }

    /**
     * The word behind a person's name that says that others are meant; -1 where he is meant himself.
     *
     * @param to word behind the source
     */
    int noun(Name named, int to) {
        if (!named.isPerson() || GLUED.matcher(named.mention().text()).matches()) {
            return -1;
        }
        int noun = -1;
        int first = words.wordAt(named.mention().end() - 1) + 1;
        for (int i = first; i < to && i < first + REACH; i++) {
            Word word = words.at(i);
            if (!word.isWord() || STOPS.contains(word.lower()) || word.entity().endsWith("PER")) {
                break;
            }
            noun = isNoun(word.lower()) ? i : noun;
        }
        return noun;
    }

    private static boolean isNoun(String word) {
        return PEOPLE.contains(word)
                || (!DOCUMENTS.contains(word) && (RoleNouns.isGroup(word) || RoleNouns.isPerson(word)));
    }
}
