package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import hearsay.tables.EntityType;
import hearsay.tables.Mention;
import hearsay.tables.Span;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Words.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The organisation that a source without a person's name stands for: the one a spokesman speaks for, and the one that "the committee"
 * or "the newspaper" was called before.
 */
final class Bodies {
    private static final WordTable TABLE = WordTable.of("body-nouns");
    /** Noun that stands for a body -> the kind of body. */
    private static final Map<String, String> KINDS = TABLE.cells("called");
    /** Word in the name of a body -> the kind that it tells. */
    private static final Map<String, String> NAMED = TABLE.cells("named");

    private static final Set<String> SPOKESMEN = Set.of("spokesman", "spokeswoman", "spokesperson");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> FOR = Set.of("for", "of", "from", "at", "with");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that");
    private static final Set<String> INDEFINITE =
            Set.of("a", "an", "another", "one", "two", "several", "some", "other");
    private static final Set<String> ANOTHER = Set.of(
            "small", "smaller", "large", "larger", "other", "same", "only", "new", "next", "lower", "entire", "whole");
    private static final Set<String> GROUPS =
            Set.of("association", "union", "foundation", "institute", "center", "council", "network", "group");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}");
    private static final Pattern FIRM = Pattern.compile(".*\\b(?:Inc|Corp|Co|Ltd|LLC|plc)\\b.*");
    /** "Obama administration", but not "Federal Aviation Administration". */
    private static final Pattern ADMINISTRATION = Pattern.compile("\\p{Lu}[\\p{L}.'’-]+ [Aa]dministration");
    /** Kinds of which an article has one as a rule: the only one that it has named is meant, however far. */
    private static final Set<String> ONE_OF_ITS_KIND = Set.of("administration", "campaign");

    private static final Set<String> OWN = Set.of("his", "her");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?");
    private static final int WINDOW = Weights.of("quotes").whole("body_window");
    private static final int REACH = 3;

    private final Words words;
    private final List<Name> names;

    /** @param names of the article, in the order of the text */
    Bodies(Words words, List<Name> names) {
        this.words = words;
        this.names = names;
    }

    /**
     * The name of the body, or null.
     *
     * @param from first word of the source
     * @param to   word behind it
     */
    Name of(Span source, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SPOKESMEN.contains(words.at(i).lower())) {
                return spokenFor(source, i, from, to);
            }
        }
        return calledBefore(source, from, to);
    }

    /** "a spokesman for Ann Lee, who leads the Road Board": the thing is no source, whether spoken for or told of somebody. */
    boolean isSpokenFor(Name named, int from) {
        int begin = words.wordAt(named.mention().begin());
        for (int i = from; !named.isPerson() && i + 1 < begin; i++) {
            if (SPOKESMEN.contains(words.at(i).lower())
                    && FOR.contains(words.at(i + 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "a Pentagon spokesman", "a spokeswoman for Google": never the person whom somebody speaks for. */
    private Name spokenFor(Span source, int spokesman, int from, int to) {
        boolean behind =
                spokesman + 1 < to && FOR.contains(words.at(spokesman + 1).lower());
        int first = behind ? spokesman + 2 : from;
        int last = behind ? spokesman + 2 : spokesman;
        while (behind && last < to && !words.at(last).text().equals(",") && last < first + 12) {
            last++;
        }
        if (!behind && spokesman + 1 < to && words.at(spokesman + 1).isCapital()) {
            return null; // a name that the tagger has not seen
        }
        Name body = null;
        for (int n = Name.firstFrom(names, source.begin());
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name name = names.get(n);
            int begin = words.wordAt(name.mention().begin());
            int end = words.wordAt(name.mention().end() - 1) + 1;
            if (begin < first || end > last) {
                continue;
            }
            if (name.isPerson()) {
                return null;
            }
            body = isBody(name) && reaches(begin, end, first, last, behind) ? name : body;
        }
        return body;
    }

    private static boolean isBody(Name name) {
        String type = name.mention().type();
        return type.equals(EntityType.ORG.word()) || type.equals(EntityType.LOC.word());
    }

    /** The name is what is spoken for, and no part of it: no other noun takes it for a description. */
    private boolean reaches(int begin, int end, int first, int last, boolean behind) {
        if (behind) {
            for (int i = first; i < begin; i++) {
                if (LINKS.contains(words.at(i).lower()) || words.at(i).lower().equals("and")) {
                    return false;
                }
            }
        }
        for (int i = end; i < last; i++) {
            String word = words.at(i).lower();
            boolean possessive = POSSESSIVE.matcher(word).matches();
            if (behind && LINKS.contains(word)) {
                return true;
            }
            if (behind
                    && !possessive
                    && (RoleNouns.isPerson(word)
                            || words.at(i).isName()
                            || words.at(i).isCapital())) {
                return false;
            }
            if (!behind && (!words.at(i).isWord() || LINKS.contains(word) || i - end >= REACH)) {
                return false;
            }
        }
        return true;
    }

    /** "The committee": the nearest organisation before it of that kind, where no other committee came between. */
    private Name calledBefore(Span source, int from, int to) {
        int head = to - 1;
        String noun = words.at(head).lower();
        String kind = KINDS.get(noun);
        boolean only = ONE_OF_ITS_KIND.contains(kind == null ? "" : kind);
        String first = words.at(from).lower();
        if (kind == null || to - from > 4 || !(DEFINITE.contains(first) || (only && OWN.contains(first)))) {
            return null;
        }
        for (int i = from + 1; i < to; i++) {
            String word = words.at(i).lower();
            if (!words.at(i).isWord() || LINKS.contains(word) || ANOTHER.contains(word)) {
                return null;
            }
        }
        Name found = null;
        for (int n = Name.firstFrom(names, source.begin()) - 1; n >= 0; n--) {
            Name name = names.get(n);
            int begin = words.wordAt(name.mention().begin());
            int distance = words.frame(from) - words.frame(begin);
            if ((distance > WINDOW && !only) || (found != null && !only && distance > distance(found, from))) {
                break;
            }
            if (words.at(begin).isInQuotes() || !fits(name.mention(), kind) || !bears(name, from + 1, head)) {
                continue;
            }
            if (found != null
                    && !found.mention().entityId().equals(name.mention().entityId())) {
                return null;
            }
            found = name;
        }
        return found == null
                        || anotherCameBetween(noun, words.wordAt(found.mention().end()), from)
                ? null
                : found;
    }

    private int distance(Name name, int from) {
        return words.frame(from) - words.frame(words.wordAt(name.mention().begin()));
    }

    /** The capital words of "the Senate panel" are in the name. */
    private boolean bears(Name name, int from, int head) {
        for (int i = from; i < head; i++) {
            Word word = words.at(i);
            if (word.isCapital()
                    && !name.mention().text().contains(word.text())
                    && !String.valueOf(name.entityName()).contains(word.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Mention mention, String kind) {
        String told = kindOf(mention.text());
        boolean organisation = mention.type().equals(EntityType.ORG.word());
        boolean acronym = ACRONYM.matcher(mention.text()).matches();
        return switch (kind) {
            case "firm" ->
                organisation
                        && ((told.isEmpty() && !acronym)
                                || FIRM.matcher(mention.text()).matches());
            case "group" ->
                organisation
                        && (told.isEmpty() || GROUPS.contains(told))
                        && !FIRM.matcher(mention.text()).matches();
            case "agency" ->
                organisation && (told.equals("agency") || told.equals("department") || (told.isEmpty() && acronym));
            case "administration" ->
                organisation && ADMINISTRATION.matcher(mention.text()).matches();
            default -> told.equals(kind) && !mention.type().equals(EntityType.PER.word());
        };
    }

    /** The kind that the last telling word of a name tells, "" where none does. */
    private static String kindOf(String name) {
        String told = "";
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            told = NAMED.getOrDefault(word, told);
        }
        return told;
    }

    /** "... met a group of farmers. The group said": another one of the kind has been introduced. */
    private boolean anotherCameBetween(String noun, int after, int from) {
        for (int i = after; i < from; i++) {
            if (words.at(i).lower().equals(noun)) {
                for (int j = i - 1; j >= after && j > i - 5 && words.at(j).isWord(); j--) {
                    boolean apposed = j - 1 == after && words.at(after).text().equals(",");
                    if (INDEFINITE.contains(words.at(j).lower()) && !apposed) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
