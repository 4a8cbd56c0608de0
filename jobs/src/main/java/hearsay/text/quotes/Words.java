package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Sentence;
import hearsay.tables.SentenceKind;
import hearsay.tables.Span;
import hearsay.tables.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readable part of an article (title, headings, body) as words, with the quotation marks read and the text cut into
 * frames. A frame is a sentence in which what stands inside quotation marks does not end it: {@code "Yes. Sure," he said.}
 * is one frame.
 */
final class Words {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final int ATTRIBUTION_REACH = WEIGHTS.whole("attribution_reach");
    private static final double ATTRIBUTION_WEIGHT = WEIGHTS.number("attribution_least_weight");
    /** Words; a text without full stops is cut into frames of this length. */
    private static final int LONGEST_FRAME = WEIGHTS.whole("frame_longest");

    private static final Pattern WORD = Pattern.compile(
            "(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|Jr|Sr|St|Prof|Sens|Reps|Capt|Adm)\\.|(?:\\p{Lu}\\.){1,9}(?=\\s|\\p{Lu}|,|’|')"
                    + "|[’'](?:s|d|ll|ve|re|m)\\b|[\\p{L}\\p{N}_]+(?:[’'](?!(?:s|d|ll|ve|re|m)\\b)\\p{L}+){0,9}(?:[-.&](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+){0,9}"
                    + "|[@#$][\\p{L}\\p{N}_]+|''|``|--|\\S");

    final String text;
    final List<Word> words = new ArrayList<>();
    final List<QuoteMarks.Quoted> quoted;
    final List<Span> paragraphs = new ArrayList<>();
    /** Frames as ranges of words. */
    final List<Span> frames = new ArrayList<>();

    private final int[] frameOf;

    /**
     * @param quoted number of the stretch inside marks it stands in, or -1; the marks themselves belong to it
     * @param entity      entity tag of its token
     * @param attribution attribution tag of its token
     * @param sureness    probability of the attribution tag
     */
    record Word(
            int begin,
            int end,
            String text,
            String lower,
            int sentence,
            int paragraph,
            int quoted,
            String kind,
            String entity,
            String attribution,
            double sureness) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.codePointAt(0))
                    || (text.length() > 1 && !text.equals("''") && !text.equals("``") && !text.equals("--"));
        }

        boolean isCapital() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean isInQuotes() {
            return quoted >= 0;
        }

        boolean isInTitle() {
            return kind.equals(SentenceKind.TITLE.word());
        }

        boolean isName() {
            return !entity.equals("O");
        }
    }

    private Words(String text, List<Sentence> sentences) {
        this.text = text;
        List<Sentence> read = sentences.stream()
                .filter(s -> SentenceKind.READ.contains(s.kind()))
                .toList();
        List<Integer> numbers = new ArrayList<>();
        for (Sentence s : read) {
            int last = paragraphs.size() - 1;
            if (last >= 0 && numbers.get(last) == s.paragraph()) {
                paragraphs.set(last, new Span(paragraphs.get(last).begin(), s.end()));
            } else {
                paragraphs.add(new Span(s.begin(), s.end()));
                numbers.add(s.paragraph());
            }
        }
        quoted = QuoteMarks.in(text, paragraphs);
        int q = 0;
        for (Sentence s : read) {
            Matcher m = WORD.matcher(text).region(s.begin(), s.end());
            int t = 0;
            while (m.find()) {
                while (q < quoted.size() && quoted.get(q).end() <= m.start()) {
                    q++;
                }
                int in = q < quoted.size() && quoted.get(q).begin() <= m.start() ? q : -1;
                List<Token> tokens = s.tokens();
                while (t < tokens.size() && tokens.get(t).end() <= m.start()) {
                    t++;
                }
                Token token = t < tokens.size() && tokens.get(t).begin() < m.end() ? tokens.get(t) : null;
                words.add(new Word(
                        m.start(),
                        m.end(),
                        m.group(),
                        m.group().toLowerCase(Locale.ROOT),
                        s.sentence(),
                        s.paragraph(),
                        in,
                        s.kind(),
                        tag(token == null ? null : token.entity()),
                        tag(token == null ? null : token.attribution()),
                        token == null ? 1 : token.attributionConfidence()));
            }
        }
        frameOf = new int[words.size()];
        cutFrames();
    }

    private static String tag(String tag) {
        return tag == null ? "O" : tag;
    }

    static Words of(String text, List<Sentence> sentences) {
        return new Words(text, sentences);
    }

    Word at(int i) {
        return words.get(i);
    }

    int size() {
        return words.size();
    }

    /** Number of the frame of a word. */
    int frame(int word) {
        return frameOf[word];
    }

    /** First word that ends after the offset; size() behind the last. */
    int wordAt(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The words from first to before last, as a span of the text. */
    Span span(int first, int last) {
        return new Span(words.get(first).begin, words.get(last - 1).end);
    }

    /** The stretches inside marks that the span touches, in order. */
    List<QuoteMarks.Quoted> quotedIn(Span span) {
        List<QuoteMarks.Quoted> found = new ArrayList<>();
        int last = -1;
        for (int i = wordAt(span.begin()); i < size() && words.get(i).begin < span.end(); i++) {
            int number = words.get(i).quoted;
            if (number >= 0 && number != last) {
                found.add(quoted.get(number));
                last = number;
            }
        }
        return found;
    }

    private void cutFrames() {
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            frameOf[i] = frames.size();
            if (i + 1 == words.size() || endsFrame(i, from)) {
                frames.add(new Span(from, i + 1));
                from = i + 1;
            }
        }
    }

    private boolean endsFrame(int i, int from) {
        Word word = words.get(i);
        Word next = words.get(i + 1);
        if (word.paragraph != next.paragraph) {
            return true;
        }
        if (word.quoted >= 0 && word.quoted == next.quoted) {
            return false;
        }
        if (i - from >= LONGEST_FRAME) {
            return true;
        }
        if (word.quoted >= 0) { // a quotation ends here
            String inside = text.substring(word.begin, word.end);
            boolean ended = (word.end == quoted.get(word.quoted).end() && i > from && isFinal(words.get(i - 1).text))
                    || isFinal(inside);
            if (next.quoted >= 0) {
                return ended;
            }
            return ended && !next.lower.equals("and") && startsSentence(next) && !attributes(i + 1);
        }
        return word.sentence != next.sentence;
    }

    private static boolean isFinal(String mark) {
        return mark.equals(".") || mark.equals("?") || mark.equals("!") || mark.equals("…");
    }

    private static boolean startsSentence(Word word) {
        return word.isCapital() || Character.isDigit(word.text.charAt(0)) || !word.isWord();
    }

    /** Do the words from i say who spoke before: a short subject, a verb of speech, and an end or a pause? */
    private boolean attributes(int i) {
        int limit = Math.min(words.size(), i + ATTRIBUTION_REACH);
        for (int j = i; j < limit && !words.get(j).isInQuotes(); j++) {
            Word word = words.get(j);
            if (isFinal(word.text)) {
                return false;
            }
            SpeechVerbs.Verb verb = SpeechVerbs.of(word.lower);
            if (j > i && verb != null && verb.weight() >= ATTRIBUTION_WEIGHT && !verb.gerund() && !word.isCapital()) {
                Word after = j + 1 < words.size() ? words.get(j + 1) : null;
                return after == null
                        || after.paragraph != word.paragraph
                        || ".,;:?!".contains(after.text)
                        || after.isInQuotes()
                        || AFTER_ATTRIBUTION.contains(after.lower);
            }
        }
        return false;
    }

    private static final Set<String> AFTER_ATTRIBUTION = WordLists.of("after-attributions", "weekdays");
}
