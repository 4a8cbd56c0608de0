package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.text.quotes.Words.Word;
import java.util.Set;

/** Tells speech inside quotation marks from titles of works, names of operations and words in doubt. */
final class NamesInMarks {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final int SHORTEST = WEIGHTS.whole("marks_shortest_unmarked");
    private static final int ANNOUNCED_CAPITALS = WEIGHTS.whole("marks_announced_capitals");
    private static final int ANNOUNCED = WEIGHTS.whole("marks_announced");
    private static final int LONGEST_NAME = WEIGHTS.whole("marks_longest_name");
    private static final Set<String> NAMED = WordLists.of("named-in-marks");
    private static final Set<String> SMALL = WordLists.of("title-small-words");

    private final Words words;

    NamesInMarks(Words words) {
        this.words = words;
    }

    /** Whether a sentence in marks is a paragraph of its own, as answers in a dialogue are. */
    private boolean isParagraph(int from, int to) {
        int paragraph = words.at(from).paragraph();
        return to - from >= 3
                && ".!?".contains(words.at(to - 2).text())
                && (from == 0 || words.at(from - 1).paragraph() != paragraph)
                && (to == words.size() || words.at(to).paragraph() != paragraph);
    }

    /**
     * @param tagged the model has read the article and marked none of these words: a word or two are then no speech
     */
    boolean isSpeech(int from, int to, boolean tagged) {
        if (from + 1 < to && words.at(from + 1).lower().startsWith("http")) {
            return false;
        }
        int count = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            if (word.isWord()) {
                count++;
                capitals += word.isCapital()
                                || (SMALL.contains(word.lower()) && count > 1)
                                || Character.isDigit(word.text().charAt(0))
                        ? 1
                        : 0;
            }
        }
        if (count > 0 && count < SHORTEST && isParagraph(from, to)) {
            return true; // "Nobody."
        }
        boolean paused = to - from >= 3 && ",!?".contains(words.at(to - 2).text());
        if (count == 0 || (tagged && count < SHORTEST && !(paused && count > 1))) {
            return false;
        }
        boolean ended = to - from >= 2 && "!?".contains(words.at(to - 2).text());
        String before = from > 0 ? words.at(from - 1).lower() : "";
        boolean announced = NAMED.contains(before)
                || (from > 1
                        && before.equals(",")
                        && NAMED.contains(words.at(from - 2).lower()));
        if (announced && ((capitals == count && count <= ANNOUNCED_CAPITALS) || count <= ANNOUNCED)) {
            return false;
        }
        boolean speaksBefore = SpeechVerbs.of(before) != null || before.equals(",") || before.equals(":");
        return !(capitals == count && count >= 2 && count <= LONGEST_NAME && !ended && !speaksBefore);
    }
}
