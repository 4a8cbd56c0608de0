package hearsay.text.quotes;

import hearsay.settings.WordLists;
import hearsay.tables.EntityType;
import hearsay.tables.Mention;
import hearsay.tables.Span;
import hearsay.text.names.PartyMarks;
import java.util.List;
import java.util.Set;

/** The names inside a source span: which of them is the head of the source, and whose document the source is. */
final class SourceNames {
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> DOCUMENTS = WordLists.of("document-nouns");

    private static final int NEAR = 8;
    private static final int LONGEST_APPOSITION = 16;

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
        for (int document = from; document < to; document++) {
            if (DOCUMENTS.contains(words.at(document).lower())) {
                return issuer(source, firstName, document, from, to);
            }
        }
        return null;
    }

    private Name issuer(Span source, int firstName, int document, int from, int to) {
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

    /** The name that a document has next to it in its clause: "Ann Lee's statement", "a letter from Ann Lee"; else null. */
    Name issuerOf(int document) {
        Span frame = words.frames.get(words.frame(document));
        int from = Math.max(frame.begin(), document - NEAR);
        int to = Math.min(frame.end(), document + NEAR);
        Span near = words.span(from, to);
        return issuer(near, Name.firstFrom(names, near.begin()), document, from, to);
    }

    /**
     * Whom "who" or "which" tells of: the name before it, or before what explains the name ("Ann Lee, the
     * chair of the board, who"); else null.
     */
    Name before(int word) {
        Span frame = words.frames.get(words.frame(word));
        for (int n = Name.firstFrom(names, words.at(word).begin()) - 1;
                n >= 0
                        && names.get(n).mention().begin()
                                >= words.at(frame.begin()).begin();
                n--) {
            Name name = names.get(n);
            int end = words.wordAt(name.mention().end() - 1) + 1;
            boolean next =
                    end == word || (end == word - 1 && words.at(end).text().equals(","));
            if (next || (name.isPerson() && explains(end, word))) {
                return name;
            }
            if (name.isPerson()) {
                return null;
            }
        }
        return null;
    }

    /**
     * "Ann Lee ... MORE (R-Ky.) said": the person before the links that a site has glued to the name, where the source is no more than
     * the party behind them; else null.
     */
    Name beforeLinks(int from) {
        boolean linked = from > 0
                && from + 1 < words.size()
                && words.at(from).text().equals("(")
                && words.at(from - 1).text().equals("MORE")
                && PartyMarks.isAt(words.text, words.at(from + 1).begin());
        int n = Name.firstFrom(names, words.at(from).begin()) - 1;
        boolean near = linked
                && n >= 0
                && names.get(n).isPerson()
                && words.at(words.wordAt(names.get(n).mention().begin())).paragraph()
                        == words.at(from).paragraph();
        return near ? names.get(n) : null;
    }

    /** The words between a name and "who" explain the name: a comma, a bracket or "of" begins them, and no verb is among them. */
    private boolean explains(int end, int word) {
        if (word - end > LONGEST_APPOSITION || !words.at(end).lower().matches("[,(]|of")) {
            return false;
        }
        for (int i = end; i < word; i++) {
            String lower = words.at(i).lower();
            SpeechVerbs.Verb verb = SpeechVerbs.of(lower);
            if (SpeechVerbs.isAuxiliary(lower)
                    || lower.equals("and")
                    || (verb != null && !words.at(i).isCapital())) {
                return false;
            }
        }
        return words.at(word - 1).lower().matches("[,)]")
                || words.at(end).lower().equals("of");
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
