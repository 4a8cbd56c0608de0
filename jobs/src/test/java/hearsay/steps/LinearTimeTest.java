package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hearsay.input.InputSettings;
import hearsay.input.articles.Admission;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.files.Piece;
import hearsay.settings.Settings;
import hearsay.tables.Article;
import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.tables.Token;
import hearsay.text.copies.Shingles;
import hearsay.text.entities.Aliases;
import hearsay.text.entities.LocalEntities;
import hearsay.text.names.MentionSpans;
import hearsay.text.names.Roles;
import hearsay.text.quotes.Name;
import hearsay.text.quotes.Quotation;
import hearsay.text.quotes.Quotations;
import hearsay.text.quotes.QuoteWording;
import hearsay.text.quotes.Speakers;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every rule over one article, on texts that nobody wrote and with the tags that do most harm: eight times the text takes about
 * eight times the processor time. Quadratic rules would take 64 times as long.
 */
@Tag("whole")
class LinearTimeTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);
    private static final String[] TAGS = {"B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "O", "I-CUE"};
    private static final String[] NAMES = {"B-PER", "I-PER", "O", "B-ORG", "B-LOC", "O", "B-PER", "O"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the ship went on to London with Angela Merkel and then ", // no full stop
                "\u201cYes.\u201d \"No\" said he \u201d\u201c ' ", // quotation marks
                "\u201c",
                "' a'b ",
                "a",
                "A. ",
                "said Merkel that May said ",
                "\n\u201cYes\n\n",
                "...?!",
                "1,2.3-4/",
                "[",
                "A.",
                "\u0301\u0323" // marks that normalising puts in order
            })
    void eightTimesTheTextTakesAboutEightTimesAsLong(String words) {
        int chars = words.contains("ship") ? 1 << 20 : 1 << 18;
        Map<String, Double> small = seconds(words, chars / 8);
        Map<String, Double> large = seconds(words, chars);
        large.forEach((rule, seconds) -> assertThat(seconds)
                .as("seconds of %s over %d chars, %s over an eighth", rule, chars, small.get(rule))
                .isLessThan(24 * small.get(rule) + 0.3));
    }

    @Test
    void eightTimesTheDistinctNamesTakeAboutEightTimesAsLong() {
        seconds(2_000); // what the first run compiles does not count
        double small = seconds(2_000);
        double large = seconds(16_000);
        assertThat(large).as("seconds of 16,000 names, %s of 2,000", small).isLessThan(24 * small + 0.3);
    }

    /** Of persons with as many given names and surnames, each once in full and once by the surname, and of firms with acronyms. */
    private static double seconds(int names) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            String word = letters(i);
            List<String> texts = List.of(
                    letters(names - i) + " " + word,
                    word,
                    word + " Trading House",
                    word.substring(0, 3).toUpperCase(Locale.ROOT) + "X");
            for (int m = 0; m < texts.size(); m++) {
                int begin = 4 * i + m;
                mentions.add(new Mention(
                        "a",
                        "m" + begin,
                        i,
                        begin,
                        begin + 1,
                        texts.get(m),
                        m < 2 ? "PER" : "ORG",
                        null,
                        null,
                        0.9,
                        0,
                        null,
                        null,
                        LocalDate.EPOCH));
            }
        }
        long began = THREADS.getCurrentThreadCpuTime();
        LocalEntities.of(mentions, Aliases.NONE);
        return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
    }

    /** Another word for every number. */
    private static String letters(int number) {
        StringBuilder word = new StringBuilder("B");
        for (int rest = number + 456_976; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private static Map<String, Double> seconds(String words, int chars) {
        return seconds(words.repeat(chars / words.length()));
    }

    private static Map<String, Double> seconds(String text) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Piece piece = new Piece("file:/a.txt", "a.txt", text.length(), null, 0, text.length());
        Article article = timed(
                seconds,
                "admission",
                () -> Admission.of(
                                new RawArticle(0, null, null, null, text, null, null, null, null, null, null, null),
                                piece,
                                SETTINGS,
                                LocalDate.of(2025, 7, 1))
                        .article());
        timed(seconds, "shingles", () -> Shingles.of(text, 3));
        List<Sentence> sentences = timed(
                        seconds,
                        "sentences",
                        () -> SentencesFromArticles.sentences(SentencesFromArticles.Told.of(article)))
                .stream()
                .map(LinearTimeTest::tagged)
                .toList();
        List<Mention> mentions = timed(seconds, "mentions", () -> mentions(article, sentences));
        timed(seconds, "entities", () -> LocalEntities.of(mentions, Aliases.NONE));
        List<Quotation> quotations = timed(seconds, "quotations", () -> Quotations.in(text, sentences));
        timed(seconds, "wording", () -> QuoteWording.of(text));
        List<Name> names =
                mentions.stream().map(m -> new Name(m, m.text(), List.of())).toList();
        timed(seconds, "speakers", () -> Speakers.resolve(text, sentences, names, quotations));
        return seconds;
    }

    private static <T> T timed(Map<String, Double> seconds, String rule, java.util.function.Supplier<T> run) {
        long began = THREADS.getCurrentThreadCpuTime();
        T made = run.get();
        seconds.put(rule, Math.round((THREADS.getCurrentThreadCpuTime() - began) / 1e7) / 1e2);
        return made;
    }

    private static List<Mention> mentions(Article article, List<Sentence> sentences) {
        List<Mention> mentions = new ArrayList<>();
        for (Sentence sentence : sentences) {
            MentionSpans.of(sentence.text(), sentence.begin(), sentence.tokens())
                    .forEach(span -> {
                        int begin = span.begin() - sentence.begin();
                        int end = span.end() - sentence.begin();
                        mentions.add(new Mention(
                                article.articleId(),
                                Ids.span(article.articleId(), span.begin(), span.end()),
                                sentence.sentence(),
                                span.begin(),
                                span.end(),
                                sentence.text().substring(begin, end),
                                span.type(),
                                Roles.of(sentence.text(), begin, end),
                                Ids.entity(span.type(), sentence.text().substring(begin, end)),
                                0.9,
                                0.9,
                                null,
                                null,
                                sentence.publishedDate()));
                    });
        }
        return mentions;
    }

    private static Sentence tagged(Sentence s) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < s.tokens().size(); i++) {
            Token t = s.tokens().get(i);
            tokens.add(new Token(t.begin(), t.end(), NAMES[i % NAMES.length], 0.9, TAGS[i % TAGS.length], 0.9));
        }
        return new Sentence(
                s.articleId(),
                s.sentence(),
                s.paragraph(),
                s.begin(),
                s.end(),
                s.kind(),
                s.text(),
                tokens,
                null,
                s.publishedDate());
    }
}
