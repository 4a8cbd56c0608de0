package hearsay.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tagger reads at once: consecutive sentences of one article, as many as fit. Neighbouring sentences help with names
 * (Luoma and Pyysalo 2020) and are where the source of a quotation often stands; full windows also waste nothing on padding.
 */
public final class Windows {
    /** Training windows hold up to about this many words. */
    public static final int WORDS = 160;

    /** Of BERT's 512 positions, with room for words that fall into more pieces than {@link #pieces} expects. */
    static final int PIECES = 300;

    /** Words read twice where a sentence is longer than a window; half of them count for each side. */
    private static final int OVERLAP = 32;

    private Windows() {}

    /**
     * @param begin first word read
     * @param end   word after the last read
     * @param keepBegin first word whose tags count
     * @param keepEnd   word after the last whose tags count
     */
    public record Window(int begin, int end, int keepBegin, int keepEnd) {}

    /**
     * Windows over the words of an article; every word counts in exactly one of them.
     *
     * @param words        all words of the article that are to be tagged, in order
     * @param sentenceEnds index after the last word of each sentence, ascending, the last one {@code words.size()}
     */
    public static List<Window> over(List<String> words, List<Integer> sentenceEnds) {
        List<Window> windows = new ArrayList<>();
        int begin = 0;
        int end = 0;
        int pieces = 0;
        for (int sentenceEnd : sentenceEnds) {
            int more = pieces(words, end, sentenceEnd);
            if (end > begin && (sentenceEnd - begin > WORDS || pieces + more > PIECES)) {
                windows.add(new Window(begin, end, begin, end));
                begin = end;
                pieces = 0;
            }
            if (sentenceEnd - begin > WORDS || more > PIECES) {
                windows.addAll(ofLongSentence(words, begin, sentenceEnd));
                begin = sentenceEnd;
                pieces = 0;
            } else {
                pieces += more;
            }
            end = sentenceEnd;
        }
        if (end > begin) {
            windows.add(new Window(begin, end, begin, end));
        }
        return windows;
    }

    private static List<Window> ofLongSentence(List<String> words, int begin, int end) {
        List<Window> windows = new ArrayList<>();
        int keepBegin = begin;
        int at = begin;
        while (keepBegin < end) {
            int to = at;
            for (int pieces = 0; to < end && to - at < WORDS && (to == at || pieces <= PIECES); to++) {
                pieces += pieces(words.get(to));
            }
            int overlap = Math.min(OVERLAP, (to - at) / 4);
            int keepEnd = to == end ? end : to - overlap / 2;
            windows.add(new Window(at, to, keepBegin, keepEnd));
            keepBegin = keepEnd;
            at = Math.max(at + 1, to - overlap);
        }
        return windows;
    }

    private static int pieces(List<String> words, int begin, int end) {
        int sum = 0;
        for (int i = begin; i < end; i++) {
            sum += pieces(words.get(i));
        }
        return sum;
    }

    /** Word pieces to expect: plain words fall into few, capitals, digits and other scripts into many. */
    private static int pieces(String word) {
        boolean plain = word.chars().skip(1).allMatch(c -> c >= 'a' && c <= 'z');
        return plain ? 1 + word.length() / 6 : 1 + word.length() / 2;
    }
}
