package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose words "the statement", "the letter" and the like are, where the source says no more: those of whom it was said to be before. */
final class Documents {
    private static final Set<String> NOUNS = WordLists.of("document-nouns");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "one");
    private static final int WINDOW = Weights.of("quotes").whole("document_window");
    private static final int LONGEST = 4;

    private final Words words;
    private final SourceNames sourceNames;
    /** Word of a document -> who speaks there, nobody where it is not known. */
    private final Map<Integer, List<Person>> issued = new HashMap<>();

    Documents(Words words, SourceNames sourceNames) {
        this.words = words;
        this.sourceNames = sourceNames;
    }

    /** Takes note of who speaks in the documents that a cue or a source names, or the words behind it: "said in a statement". */
    void see(Span span, List<Person> speakers) {
        if (span == null) {
            return;
        }
        int end = words.wordAt(span.end() - 1) + 1;
        for (int i = words.wordAt(span.begin()); i < words.size() && (i < end || isBehind(i, end)); i++) {
            if (NOUNS.contains(words.at(i).lower())) {
                issued.put(i, speakers);
            }
        }
    }

    private boolean isBehind(int i, int end) {
        return i < end + LONGEST + 1
                && words.at(end).lower().equals("in")
                && words.at(i).isWord()
                && !words.at(i).isInQuotes();
    }

    /** The noun of a source such as "the statement" or "the Senate's joint letter", or null: an article before it, nothing behind. */
    String noun(int from, int to) {
        String noun = words.at(to - 1).lower();
        boolean is = NOUNS.contains(noun)
                && to - from <= LONGEST
                && DEFINITE.contains(words.at(from).lower());
        for (int i = from; i < to && is; i++) {
            is = words.at(i).isWord() && !words.at(i).isName();
        }
        return is ? noun : null;
    }

    /**
     * Who issued the document that was last called so, before the source: by a name next to it, or as speakers of the quotation that it
     * was the occasion of. Nobody where the nearest one is another's or "a statement" of somebody unknown.
     *
     * @param persons the article's, by their entity
     */
    List<Person> issuers(String noun, int from, Map<String, Person> persons) {
        for (int i = from - 1; i >= 0 && words.frame(from) - words.frame(i) <= WINDOW; i--) {
            if (words.at(i).isInQuotes() || !words.at(i).lower().equals(noun)) {
                continue;
            }
            if (issued.containsKey(i) && !issued.get(i).isEmpty()) {
                return issued.get(i);
            }
            Name issuer = sourceNames.issuerOf(i);
            if (issuer != null) {
                return List.of(persons.get(issuer.mention().entityId()));
            }
            if (issued.containsKey(i) || isIndefinite(i)) {
                return List.of();
            }
        }
        return List.of();
    }

    private boolean isIndefinite(int noun) {
        for (int i = noun - 1; i >= 0 && i >= noun - LONGEST && words.at(i).isWord(); i--) {
            if (INDEFINITE.contains(words.at(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
