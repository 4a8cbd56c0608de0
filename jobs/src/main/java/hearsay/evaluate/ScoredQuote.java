package hearsay.evaluate;

import hearsay.tables.QuoteKind;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quotation as the scorer sees it: its words, its kind, and whom its source names. */
final class ScoredQuote {
    private static final Set<String> PRONOUNS =
            Set.of(("i me my we us our you your he him his she her hers it its they them"
                            + " their who whom whose which that this these those one ones himself herself itself themselves")
                    .split(" "));
    private static final int UNICODE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern LEAD = Pattern.compile("^\\W*(?:(?:the|a|an|by|to|from|of)\\s+)*", UNICODE);
    private static final Pattern CUT = Pattern.compile(
            "[,(;:—–]| - |\\b(?:who|whom|whose|which|that|of|for|in|from|at|with|on|by|to|and|or)\\b", UNICODE);
    private static final Pattern GENITIVE = Pattern.compile("['’](s)?$");

    final BitSet words;
    final QuoteKind kind;
    final String speaker;
    final BitSet speakerWords;
    final String head;
    final String cue;
    final String text;
    final String because;

    ScoredQuote(
            ScoredText text, List<Stretch> parts, String speaker, List<Stretch> speakerAt, String cue, String because) {
        words = text.words(parts);
        kind = text.kind(words);
        this.speaker = speaker == null || speaker.isEmpty() ? null : speaker;
        BitSet at = text.words(speakerAt);
        BitSet content = new BitSet();
        at.stream()
                .filter(i -> !ScoredText.SMALL.contains(text.word(i)) && !ScoredText.TITLES.contains(text.word(i)))
                .forEach(content::set);
        speakerWords = content.isEmpty() ? at : content;
        head = head(this.speaker);
        this.cue = cue;
        this.because = because;
        this.text = parts.isEmpty()
                ? ""
                : CodePoints.squash(text.points.substring(
                        parts.get(0).begin(), parts.get(parts.size() - 1).end()));
    }

    /** How many words both have. */
    static int both(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }

    /** Whether two quotations that were matched name one source. */
    static boolean sameSpeaker(ScoredQuote predicted, ScoredQuote gold) {
        return predicted.speakerWords.intersects(gold.speakerWords)
                || (predicted.head != null && predicted.head.equals(gold.head) && !PRONOUNS.contains(predicted.head));
    }

    /** Whether two quotations may be of one source, as far as their words tell. */
    static boolean canShareSpeaker(ScoredQuote a, ScoredQuote b) {
        return a.speaker == null
                || b.speaker == null
                || a.head.equals(b.head)
                || a.speakerWords.intersects(b.speakerWords)
                || PRONOUNS.contains(a.head)
                || PRONOUNS.contains(b.head);
    }

    /** Head word of a speaker: the last word before the first comma, preposition or relative clause. */
    static String head(String speaker) {
        if (speaker == null) {
            return null;
        }
        String s = LEAD.matcher(speaker).replaceFirst("");
        Matcher cut = CUT.matcher(s);
        for (String part : List.of(cut.find() ? s.substring(0, cut.start()) : s, s)) {
            String last = null;
            Matcher word = ScoredText.WORD.matcher(part);
            while (word.find()) {
                String w =
                        GENITIVE.matcher(word.group().toLowerCase(Locale.ROOT)).replaceFirst("");
                boolean counts = !w.isEmpty()
                        && !ScoredText.SMALL.contains(w)
                        && !ScoredText.TITLES.contains(w)
                        && !w.chars().allMatch(Character::isDigit);
                last = counts ? w : last;
            }
            if (last != null) {
                return last;
            }
        }
        String bare = s.strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() ? null : bare;
    }
}
