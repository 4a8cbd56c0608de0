package hearsay.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain word lists: {@code hearsay/text/NAME.txt} of the jar, a word or phrase a line, comments (#) and blank lines left out. */
public final class WordLists {
    private static final Pattern MEANS_MORE = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

    private WordLists() {}

    /**
     * The words of all the lists named.
     *
     * @throws IllegalArgumentException if there is no such list
     * @throws IllegalStateException    if a list is empty, has a word twice, or blanks around a word
     */
    public static Set<String> of(String... names) {
        Set<String> words = new HashSet<>();
        for (String name : names) {
            words.addAll(parse(name + ".txt", Resources.lines(name + ".txt")));
        }
        return Set.copyOf(words);
    }

    /**
     * The words of a list as alternatives of a regular expression.
     *
     * @throws IllegalStateException as {@link #of}, and if a word has a char that regular expressions read otherwise
     */
    public static String anyOf(String name) {
        Set<String> words = of(name);
        if (words.stream().anyMatch(word -> MEANS_MORE.matcher(word).find())) {
            throw new IllegalStateException(
                    "word list " + name + ".txt has a word that is no plain text to regular expressions");
        }
        return words.stream().sorted().collect(Collectors.joining("|"));
    }

    static Set<String> parse(String file, List<String> lines) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            if (!line.equals(line.strip())) {
                throw new IllegalStateException("word list " + file + " has blanks around '" + line + "'");
            }
            if (!words.add(line)) {
                throw new IllegalStateException("word list " + file + " has '" + line + "' twice");
            }
        }
        if (words.isEmpty()) {
            throw new IllegalStateException("word list " + file + " has no words");
        }
        return words;
    }
}
