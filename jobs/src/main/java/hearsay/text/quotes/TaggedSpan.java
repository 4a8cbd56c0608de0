package hearsay.text.quotes;

import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.List;

/** A stretch of words that the model tagged as source, cue or content. */
record TaggedSpan(String label, int from, int to) {

    /**
     * The stretches in order. A source or cue wholly inside quotation marks is speech within speech: the outer speaker counts,
     * so it is left out.
     */
    static List<TaggedSpan> in(Words words) {
        List<TaggedSpan> spans = new ArrayList<>();
        int from = -1;
        String label = null;
        for (int i = 0; i <= words.size(); i++) {
            String tag = i < words.size() ? words.at(i).attribution() : "O";
            boolean goesOn = label != null
                    && tag.equals("I-" + label)
                    && words.at(i).paragraph() == words.at(i - 1).paragraph();
            if (goesOn) {
                continue;
            }
            if (label != null && keep(words, label, from, i)) {
                spans.add(new TaggedSpan(label, from, i));
            }
            label = tag.equals("O") ? null : tag.substring(2);
            from = i;
        }
        return spans;
    }

    private static boolean keep(Words words, String label, int from, int to) {
        Word first = words.at(from);
        return label.equals("CONTENT")
                || !first.isInQuotes()
                || first.quoted() != words.at(to - 1).quoted();
    }
}
