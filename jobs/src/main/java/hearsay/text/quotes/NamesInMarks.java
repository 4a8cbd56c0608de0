package hearsay.text.quotes;

import hearsay.text.quotes.Words.Word;
import java.util.Set;

/** Tells speech inside quotation marks from titles of works, names of operations and words in doubt. */
final class NamesInMarks {
    private static final Set<String> NAMED = Set.of("operation", "film", "movie", "book", "novel", "memoir", "song", "album",
            "series", "show", "program", "programme", "sitcom", "play", "musical", "magazine", "newspaper", "podcast", "podcasts",
            "documentary", "titled", "entitled", "episode", "single", "hit", "painting", "poem", "opera", "nbc’s", "cbs’s",
            "abc’s", "cnn’s", "codenamed", "code-named", "dubbed", "nicknamed", "named", "exercise", "mission", "operations",
            "comedy", "drama", "thriller", "bestseller", "column", "essay", "segment");
    private static final Set<String> SMALL = Set.of("the", "a", "an", "of", "and", "in", "on", "to", "for", "with", "at", "by",
            "from", "or", "is", "as");

    private final Words words;

    NamesInMarks(Words words) {
        this.words = words;
    }

    /**
     * @param tagged the model has read the article and marked none of these words: a word or two are then no speech
     */
    boolean isSpeech(int from, int to, boolean tagged) {
        int count = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            if (word.isWord()) {
                count++;
                capitals += word.isCapital() || SMALL.contains(word.lower()) && count > 1
                        || Character.isDigit(word.text().charAt(0)) ? 1 : 0;
            }
        }
        boolean paused = to - from >= 3 && ",!?".contains(words.at(to - 2).text());
        if (count == 0 || tagged && count < 4 && !(paused && count > 1)) {
            return false;
        }
        boolean ended = to - from >= 2 && "!?".contains(words.at(to - 2).text());
        String before = from > 0 ? words.at(from - 1).lower() : "";
        boolean announced = NAMED.contains(before) || from > 1 && before.equals(",") && NAMED.contains(words.at(from - 2).lower());
        if (announced && (capitals == count && count <= 10 || count <= 4)) {
            return false;
        }
        boolean speaksBefore = SpeechVerbs.of(before) != null || before.equals(",") || before.equals(":");
        return !(capitals == count && count >= 2 && count <= 8 && !ended && !speaksBefore);
    }
}
