package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Words.Word;
import java.util.Set;

/**
 * Finds the noun phrase that speaks, given the word that signals speech, where no model has marked it. Works without parts
 * of speech: by pronouns, capitals, determiners, commas and the closed classes of words that end a noun phrase.
 */
final class Subjects {
    static final Set<String> PRONOUNS = WordLists.of("subject-pronouns");
    private static final Set<String> DETERMINERS = WordLists.of("determiners");
    private static final Set<String> LINKS = Set.of("of", "for", "from", "at", "with", "in", "on");
    private static final Set<String> STOPS = WordLists.of("phrase-stops");
    private static final Set<String> DAYS = WordLists.of("subject-days", "weekdays");
    private static final Set<String> AFTER_VERB = WordLists.of("after-verbs");
    private static final int LONGEST = Weights.of("quotes").whole("subject_longest");

    private final Words words;

    Subjects(Words words) {
        this.words = words;
    }

    /** A range of words. */
    record Range(int from, int to) {}

    /** The subject before the verb group that begins at the word, within the words from low; null where there is none. */
    Range before(int verb, int low) {
        int last = verb - 1;
        while (last >= low && isAside(last, verb)) {
            last--;
        }
        if (last < low || at(last).isInQuotes()) {
            return null;
        }
        Word word = at(last);
        if (word.lower().equals("who")) {
            int end = last > low && at(last - 1).text().equals(",") ? last - 1 : last;
            Range antecedent = end > low ? phrase(end - 1, low) : null;
            return antecedent == null ? new Range(last, last + 1) : new Range(antecedent.from, last + 1);
        }
        if (word.text().equals(",")) {
            return beforeApposition(last, low);
        }
        if (word.text().equals(")")) {
            int open = last;
            while (open > low && !at(open).text().equals("(")) {
                open--;
            }
            return open > low ? phrase(open - 1, low) : null;
        }
        return phrase(last, low);
    }

    /** Days, adverbs and "on" before them may stand between the subject and its verb. */
    private boolean isAside(int i, int verb) {
        Word word = at(i);
        return DAYS.contains(word.lower())
                || (SpeechVerbs.isAdverb(word.lower())
                        && (!word.isCapital() || word.lower().equals("also")))
                || (word.lower().equals("on")
                        && i + 1 < verb
                        && DAYS.contains(at(i + 1).lower()));
    }

    /** "X, 22, of Flint, Mich., said": the phrase before the first comma that can open the apposition. */
    private Range beforeApposition(int comma, int low) {
        Range best = null;
        for (int i = comma - 1; i > low && i > comma - LONGEST; i--) {
            if (at(i).isInQuotes() || ";:".contains(at(i).text())) {
                break;
            }
            if (at(i).text().equals(",")
                    && !Set.of("and", "but", "or").contains(at(i + 1).lower())) {
                Range named = phrase(i - 1, low);
                boolean hung = named != null
                        && named.from > low
                        && (LINKS.contains(at(named.from - 1).lower())
                                || at(named.from - 1).text().equals(","));
                boolean names = named != null
                        && !DAYS.contains(at(i - 1).lower())
                        && (at(i - 1).isCapital()
                                || DETERMINERS.contains(at(named.from).lower()));
                if (names && (!hung || (best == null && at(i - 1).entity().endsWith("PER")))) {
                    best = named;
                }
            } else if (at(i).text().equals(",") && best != null) {
                break;
            }
        }
        return best;
    }

    /** The subject after an inverted verb: "said John Smith, a doctor"; from is the word after the verb. */
    Range after(int from, int high) {
        int i = from;
        while (i < high && SpeechVerbs.isAdverb(at(i).lower())) {
            i++;
        }
        if (i >= high || at(i).isInQuotes()) {
            return null;
        }
        Word first = at(i);
        if (PRONOUNS.contains(first.lower()) && !first.lower().equals("who")) {
            return new Range(i, i + 1);
        }
        if (!first.isCapital()
                && !DETERMINERS.contains(first.lower())
                && !RoleNouns.isPerson(first.lower())
                && !startsTitledName(i, high)) {
            return null;
        }
        if (DAYS.contains(first.lower())) {
            return null;
        }
        int end = i;
        while (end < high && end < i + LONGEST && inPhrase(end)) {
            end++;
        }
        while (end > i + 1
                && (LINKS.contains(at(end - 1).lower()) || !at(end - 1).isWord())) {
            end--;
        }
        return end > i ? new Range(i, end) : null;
    }

    /**
     * A marked range with the words that belong to it: the noun phrase after a bare article, the rest of a name that it cuts.
     */
    Range completed(Range range, int low, int high) {
        boolean bare = range.to - range.from == 1
                && Set.of("a", "an", "the").contains(at(range.from).lower());
        Range whole = bare ? after(range.from, high) : null;
        if (whole != null) {
            return whole;
        }
        int from = range.from;
        int to = range.to;
        while (to < high && at(to).isName() && (at(to).entity().startsWith("I") || cutsName(to))) {
            to++;
        }
        while (from > low
                && at(from).isName()
                && at(from).entity().startsWith("I")
                && at(from - 1).isName()) {
            from--;
        }
        return new Range(from, to);
    }

    /** "President | Barack Obama", "Mrs. | Clinton". */
    private boolean cutsName(int i) {
        Word before = at(i - 1);
        return at(i).entity().endsWith("PER")
                && before.isCapital()
                && before.isWord()
                && !at(i).isInQuotes()
                && (before.isName()
                        || RoleNouns.isPerson(before.lower())
                        || before.text().endsWith("."));
    }

    /** The verb group right before a content whose cue nobody knows: the word before it, with "that" or a preposition. */
    Range verbBefore(int content, int low) {
        int last = content - 1;
        while (last > low && (LINKS.contains(at(last).lower()) || AFTER_VERB.contains(at(last).lower()))) {
            last--;
        }
        Word word = last >= low && last >= content - 3 ? at(last) : null;
        boolean verb = word != null
                && word.isWord()
                && !word.isInQuotes()
                && !word.isName()
                && !STOPS.contains(word.lower())
                && !DETERMINERS.contains(word.lower())
                && !Character.isDigit(word.text().charAt(0))
                && (!word.isCapital() || word.isInTitle())
                && last > low;
        return verb ? new Range(last, content) : null;
    }

    /** "...,” Bennett shot back": the word behind a pronoun or name that follows a comma and a closing mark. */
    Range verbAfter(int content, int high) {
        if (content < 2
                || content + 1 >= high
                || !at(content - 1).isInQuotes()
                || !",?!".contains(at(content - 2).text())) {
            return null;
        }
        int i = content;
        if (Set.of("he", "she", "they", "i", "we").contains(at(i).lower())) {
            i++;
        } else {
            while (i < high && i < content + 5 && at(i).isCapital() && at(i).isWord() && !at(i).isInQuotes()) {
                i++;
            }
        }
        boolean verb = i > content
                && i < high
                && at(i).isWord()
                && !at(i).isCapital()
                && !at(i).isInQuotes()
                && !STOPS.contains(at(i).lower())
                && !LINKS.contains(at(i).lower());
        return verb ? new Range(i, i + 1) : null;
    }

    /** Can the phrase speak? Not one bare noun such as "concerns". */
    boolean speaks(Range phrase) {
        Word word = at(phrase.from);
        return phrase.to - phrase.from > 1
                || word.isCapital()
                || PRONOUNS.contains(word.lower())
                || RoleNouns.isPerson(word.lower())
                || RoleNouns.isGroup(word.lower())
                || word.attribution().endsWith("SOURCE");
    }

    private boolean startsTitledName(int i, int high) {
        for (int j = i; j < high && j < i + 6 && inPhrase(j); j++) {
            if (RoleNouns.isPerson(at(j).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean inPhrase(int i) {
        Word word = at(i);
        return !word.isInQuotes()
                && (word.isWord() || word.text().equals("&") || word.text().equals("("))
                && !word.text().equals("(")
                && (!STOPS.contains(word.lower())
                        || (word.isCapital() && !word.lower().equals("who")))
                && !DAYS.contains(word.lower());
    }

    /** The noun phrase that ends with the word. */
    Range phrase(int last, int low) {
        Word head = at(last);
        if (PRONOUNS.contains(head.lower())) {
            return new Range(last, last + 1);
        }
        if (!head.isWord()
                || head.isInQuotes()
                || (STOPS.contains(head.lower()) && (!head.isCapital() || last == low))
                || (Character.isDigit(head.text().charAt(0)) && !head.lower().endsWith("-year-old"))
                || SpeechVerbs.isAuxiliary(head.lower())) {
            return null;
        }
        int from = last;
        boolean determined = DETERMINERS.contains(head.lower());
        while (from > low && from > last - LONGEST && !determined) {
            Word previous = at(from - 1);
            boolean possessive =
                    previous.lower().equals("’s") || previous.lower().equals("'s");
            if (previous.isInQuotes() || (!previous.isWord() && !previous.text().equals("&"))) {
                break;
            }
            if (previous.lower().equals("and")
                    && from - 2 >= low
                    && at(from).isName()
                    && at(from - 2).isName()) {
                from -= 2; // "Ann Lee and Bob Moss"
                continue;
            }
            if ((STOPS.contains(previous.lower()) && !possessive)
                    || (SpeechVerbs.isAuxiliary(previous.lower()) && !possessive)) {
                break;
            }
            if (at(from).isCapital() && !previous.isCapital() && !possessive && !describes(from - 1, low)) {
                break;
            }
            if (LINKS.contains(previous.lower())) {
                int link = from - 2;
                boolean ofPhrase = link >= low && isNominal(link);
                if (!ofPhrase) {
                    break;
                }
            } else if (PRONOUNS.contains(previous.lower()) && !DETERMINERS.contains(previous.lower())) {
                break;
            }
            from--;
            determined = DETERMINERS.contains(previous.lower()) && !continuesBefore(from, low);
        }
        while (from < last && (LINKS.contains(at(from).lower()) || SpeechVerbs.isAdverb(at(from).lower()))) {
            from++;
        }
        return new Range(from, last + 1);
    }

    /** Do the lower-case words that end here describe the name after them: "campaign manager", "the", "of"? */
    private boolean describes(int last, int low) {
        for (int i = last; i >= low && i > last - 6 && !at(i).isInQuotes(); i--) {
            String word = at(i).lower();
            if (DETERMINERS.contains(word)
                    || RoleNouns.isPerson(word)
                    || RoleNouns.isGroup(word)
                    || LINKS.contains(word)
                    || word.equals("former")
                    || word.equals("'s")
                    || word.equals("’s")) {
                return i == last || !LINKS.contains(word);
            }
            if (at(i).isCapital() || !at(i).isWord() || STOPS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** A determiner ends the phrase to the left unless a preposition hangs it on another one: "a spokesman for the group". */
    private boolean continuesBefore(int determiner, int low) {
        return determiner - 2 >= low && LINKS.contains(at(determiner - 1).lower()) && isNominal(determiner - 2);
    }

    private boolean isNominal(int i) {
        Word word = at(i);
        if (word.isInQuotes() || !word.isWord()) {
            return false;
        }
        if (RoleNouns.isPerson(word.lower()) || RoleNouns.isGroup(word.lower())) {
            return true;
        }
        return word.isName() && at(i + 1).lower().equals("of");
    }

    private Word at(int i) {
        return words.at(i);
    }
}
