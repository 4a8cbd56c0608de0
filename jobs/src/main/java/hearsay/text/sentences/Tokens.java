package hearsay.text.sentences;

import hearsay.settings.WordTable;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as the tagger saw them in training; jobs/training/tokens.py holds the same rules and a test compares the two.
 *
 * <p>Quotation marks, brackets, dashes and the hyphens of compounds stand alone, so that "Iran-Israel" can hold two names;
 * possessives and n't come off as in CoNLL-2003; abbreviations and initials keep their full stop. Spark NLP's own tokenizer
 * is not used: it leaves a curly possessive on its word, which no training text has.
 */
public final class Tokens {
    private static final WordTable WORDS = WordTable.of("abbreviations");
    /** Abbreviations that keep their full stop; a single capital letter, an initial, keeps it too. */
    private static final Set<String> ABBREVIATIONS = WORDS.words("token");

    /** In capitals, these are words more often than abbreviations at the end of a sentence. */
    private static final Set<String> WORDS_IN_CAPITALS = WORDS.words("word_in_capitals");

    private static final Pattern TOKEN = Pattern.compile(
            "https?://\\S++|www\\.\\S++"
                    + "|(?:\\p{L}\\.){2,}+"
                    + "|Ph\\.D\\."
                    + "|(?<abbreviation>\\p{L}++)\\."
                    + "|\\p{Nd}++(?:[.,]\\p{Nd}++)*+\\p{L}*+"
                    + "|[\\p{L}\\p{N}]+?(?=n['’]t(?![\\p{L}\\p{N}_]))"
                    + "|n['’]t(?![\\p{L}\\p{N}_])"
                    + "|['’](?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}_])"
                    + "|[\\p{L}\\p{N}]++"
                    + "|''|``|-{2,}+|\\.{2,}+|\\*{2,}+|_++"
                    + "|[^\\s\\p{Z}]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATED = Pattern.compile("[\\p{L}\\p{N}]+?(?=n['’]t$)", Pattern.CASE_INSENSITIVE);

    private Tokens() {}

    /** Spans of the words of {@code text} between two chars, in order; white space belongs to none. */
    public static List<Span> in(String text, int begin, int end) {
        List<Span> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).region(begin, end);
        int at = begin;
        while (matcher.region(at, end).find()) {
            String word = matcher.group("abbreviation");
            at = word == null || keepsFullStop(word)
                    ? matcher.end()
                    : matcher.start() + withoutNegation(word, text, matcher.start(), end);
            tokens.add(new Span(matcher.start(), at));
        }
        return tokens;
    }

    public static List<String> words(String text) {
        return in(text, 0, text.length()).stream()
                .map(t -> text.substring(t.begin(), t.end()))
                .toList();
    }

    private static boolean keepsFullStop(String word) {
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        if (word.length() == 1) {
            return capitals && !word.equals("I");
        }
        String capitalised = word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(word)
                || (capitals && ABBREVIATIONS.contains(capitalised) && !WORDS_IN_CAPITALS.contains(capitalised));
    }

    /** Length of the word, or of what stands before n't in it. */
    private static int withoutNegation(String word, String text, int begin, int end) {
        Matcher negated = NEGATED.matcher(text.substring(begin, Math.min(begin + word.length() + 2, end)));
        return negated.find() ? negated.end() : word.length();
    }
}
