package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.tables.EntityType;
import hearsay.tables.Mention;
import hearsay.tables.Span;
import java.util.List;
import java.util.Set;

/** The names inside a source span: which of them is the source's head, and whether it is one of several. */
final class SourceNames {
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> DOCUMENTS = WordLists.of("document-nouns");

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

    /**
     * The name of whom a document is from, where the source is one: "Ann Lee's letter", "the DEA assessment", "a report by the DEA";
     * else null.
     *
     * @param firstName number of a name that ends before the source or in it
     */
    Name issuer(Span source, int firstName, int from, int to) {
        int document = from;
        while (document < to && !DOCUMENTS.contains(words.at(document).lower())) {
            document++;
        }
        if (document == to) {
            return null;
        }
        boolean by = document + 1 < to && words.at(document + 1).lower().matches("by|from");
        for (int n = Math.max(0, firstName - 1);
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name name = names.get(n);
            int begin = words.wordAt(name.mention().begin());
            int end = words.wordAt(name.mention().end() - 1) + 1;
            boolean inside = name.mention().end() > source.begin() && end > from;
            if (inside && end <= document && mayIssue(name, end, document)) {
                return name;
            }
            if (inside && by && begin > document && mayFollow(document + 2, begin)) {
                return name;
            }
        }
        return null;
    }

    /** The name stands right before the document, or has it by a possessive: no preposition or comma lies between. */
    private boolean mayIssue(Name name, int end, int document) {
        boolean possessive = end < document && words.at(end).lower().matches("['’]s?");
        for (int i = end; i < document; i++) {
            if (LINKS.contains(words.at(i).lower()) || words.at(i).text().equals(",")) {
                return false;
            }
        }
        return possessive || name.mention().type().equals(EntityType.ORG.word());
    }

    /** Titles may stand before the name, but no comma. */
    private boolean mayFollow(int from, int begin) {
        for (int i = from; i < begin; i++) {
            if (!words.at(i).isWord() || LINKS.contains(words.at(i).lower())) {
                return false;
            }
        }
        return true;
    }

    /** The name that ends right before the word, or before a comma there: "Ann Lee, who"; else null. */
    Name before(int word, int firstName) {
        int last = word > 0 && words.at(word - 1).text().equals(",") ? word - 2 : word - 1;
        for (int n = Math.max(0, firstName - 1); n >= 0 && n < names.size() && last >= 0; n++) {
            Mention mention = names.get(n).mention();
            if (mention.begin() > words.at(last).begin()) {
                return null;
            }
            if (mention.end() == words.at(last).end()) {
                return names.get(n);
            }
        }
        return null;
    }

    /** "Ann Lee and Bob Moss": another person's name, joined to this one by "and". */
    boolean isOneOfSeveral(Name named, Span source, int from) {
        for (int n = Name.firstFrom(names, source.begin());
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            Name other = names.get(n);
            boolean inside = other != named
                    && other.isPerson()
                    && !other.mention().entityId().equals(named.mention().entityId());
            Name later = inside && other.mention().begin() < named.mention().begin() ? named : other;
            int before = inside ? words.wordAt(later.mention().begin()) - 1 : -1;
            if (before > from
                    && words.at(before).lower().matches("and|&")
                    && (later == named || !isTold(words.wordAt(named.mention().end()), before))) {
                return true;
            }
        }
        return false;
    }

    /** "Ann Lee, who worked for Bob Moss and Cy Fox": what is told of the one names the others. */
    private boolean isTold(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.at(i).lower().matches("who|whom|whose|which|that|for|to|with|about")) {
                return true;
            }
        }
        return false;
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
