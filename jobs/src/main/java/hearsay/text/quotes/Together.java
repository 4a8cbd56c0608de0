package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.tables.Span;
import hearsay.text.names.RoleNouns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who else a source names beside its head: "Ann Lee and Bob Moss", "Sens. Ann Lee of Ohio, Bob Moss and Cy Fox". */
final class Together {
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> BEFORE_NAMES = WordLists.of("role-modifiers", "determiners");
    private static final Set<String> PAUSES = Set.of(",", "-", "–", "—", ":");
    private static final Pattern AND = Pattern.compile("and|&");
    private static final Pattern TOLD = Pattern.compile("who|whom|whose|which|that|for|to|with|about");
    private static final Set<String> BOTH = Set.of("both", "all", "each", "who", "which", "also", "alike");
    private static final int LONGEST_TITLE = 8;

    private final Words words;
    private final List<Name> names;

    /** @param names of the article, in the order of the text */
    Together(Words words, List<Name> names) {
        this.words = words;
        this.names = names;
    }

    /**
     * Those who speak together with the source's head, each once, in the order of the text; the head alone where nobody is joined to it
     * by "and"; nobody where names explain or describe others, as in "supporters of two men, Ann Lee and Bob Moss".
     *
     * @param from first word of the source
     */
    List<Name> of(Name head, Span source, int from) {
        List<Name> company = new ArrayList<>();
        boolean joined = false;
        int end = from;
        for (int n = Name.firstFrom(names, source.begin());
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name name = names.get(n);
            int begin = words.wordAt(name.mention().begin());
            int behind = words.wordAt(name.mention().end() - 1) + 1;
            if (name.isPerson() != head.isPerson() || isPossessive(behind)) {
                continue;
            }
            String join = company.isEmpty() ? "" : join(end, begin, head.isPerson());
            if (join.isEmpty()) {
                if (joined && company.contains(head)) {
                    break;
                }
                company.clear();
                joined = false;
            }
            joined |= AND.matcher(join).matches();
            company.add(name);
            end = behind;
        }
        Set<String> seen = new HashSet<>();
        List<Name> each = company.stream()
                .filter(name -> seen.add(name.mention().entityId()))
                .toList();
        if (!joined || each.size() < 2 || !company.contains(head)) {
            return List.of(head);
        }
        int first = words.wordAt(company.get(0).mention().begin());
        boolean others = head.isPerson()
                ? explains(from, first)
                : describes(from, first, end, words.wordAt(source.end() - 1) + 1);
        return others ? List.of() : each;
    }

    private boolean isPossessive(int behind) {
        return behind < words.size() && words.at(behind).lower().matches("['’]s?");
    }

    /** The "and" or the comma that joins the name to the one before, "" where neither does. */
    private String join(int end, int begin, boolean persons) {
        int i = begin - 1;
        while (i >= end
                && i > begin - LONGEST_TITLE
                && (persons ? mayTitle(i) : words.at(i).lower().equals("the"))) {
            i--;
        }
        if (i < end
                || !(words.at(i).text().equals(",")
                        || AND.matcher(words.at(i).lower()).matches())) {
            return "";
        }
        if (!persons && i > end && !(i == end + 1 && words.at(end).text().equals(","))) {
            return "";
        }
        for (int told = end; told < i; told++) {
            if (TOLD.matcher(words.at(told).lower()).matches()) {
                return "";
            }
        }
        return words.at(i).lower();
    }

    /** "and former Rep. Bob Moss": what may stand between "and" and the name. */
    private boolean mayTitle(int i) {
        String word = words.at(i).lower();
        return words.at(i).isCapital() || word.equals(".") || RoleNouns.isPerson(word) || BEFORE_NAMES.contains(word);
    }

    /** "Courts in Norton and Sutton", "Norland and Sudland officials": the names of things describe others. */
    private boolean describes(int from, int first, int end, int to) {
        for (int i = from; i < first; i++) {
            String word = words.at(i).lower();
            if (LINKS.contains(word) && !word.equals("of")) {
                return true;
            }
        }
        return end < to
                && words.at(end).isWord()
                && !LINKS.contains(words.at(end).lower())
                && !BOTH.contains(words.at(end).lower());
    }

    /** Whether the words before the first name hold a preposition, and a pause behind it. */
    private boolean explains(int from, int first) {
        boolean hung = false;
        for (int i = from; i < first; i++) {
            hung |= LINKS.contains(words.at(i).lower());
            if (hung && PAUSES.contains(words.at(i).text())) {
                return true;
            }
        }
        return false;
    }
}
