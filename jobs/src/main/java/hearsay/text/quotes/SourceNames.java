package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.tables.Mention;
import hearsay.tables.Span;
import java.util.List;
import java.util.Set;

/** The names inside a source span: which of them is the source's head, and whether it is one of several. */
final class SourceNames {
    private static final Set<String> LINKS = WordLists.of("role-prepositions");

    private final Words words;
    private final List<Name> names;

    /** @param names of the article, in the order of the text */
    SourceNames(Words words, List<Name> names) {
        this.words = words;
        this.names = names;
    }

    /**
     * The name in the source that is its head: not hung on another word by a preposition or a possessive; one that ends its
     * noun phrase before one that does not ("Kremlin spokesperson Dmitry Peskov"), a person before a thing.
     */
    Name head(Span source, int firstName, int from, int to) {
        Name best = null;
        int bestRank = 0;
        for (int n = Math.max(0, firstName - 1);
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name name = names.get(n);
            Mention mention = name.mention();
            int begin = words.wordAt(mention.begin());
            int end = Math.min(words.size(), words.wordAt(mention.end() - 1) + 1);
            boolean possessive = end + 1 < to && words.at(end).lower().matches("['’]s?");
            if (mention.end() <= source.begin() || end <= from || possessive || (begin > from && isHung(begin, from))) {
                continue;
            }
            boolean head = end >= to
                    || !words.at(end).isWord()
                    || LINKS.contains(words.at(end).lower())
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
    boolean isOneOfSeveral(Name named, Span source, int from) {
        for (int n = firstFrom(source.begin());
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name other = names.get(n);
            boolean inside = other != named
                    && other.isPerson()
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
        return link + 2 == begin
                && words.at(link + 1).isName()
                && !words.at(link + 1).entity().endsWith("PER");
    }
}
