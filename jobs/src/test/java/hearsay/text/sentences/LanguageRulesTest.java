package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.model.TagDecoder;
import hearsay.model.TagNames;
import hearsay.model.Windows;
import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguageRulesTest {
    private static final String BETWEEN = " ¦ ";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "tokens.csv", numLinesToSkip = 1)
    void tokens(String name, String text, String words) {
        assertThat(String.join(BETWEEN, Tokens.words(text))).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "sentences.csv", numLinesToSkip = 1)
    void sentences(String name, String paragraph, String sentences) {
        List<Span> tokens = Tokens.in(paragraph, 0, paragraph.length());
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int to : SentenceBreaks.ends(paragraph, tokens)) {
            found.add(paragraph.substring(
                    tokens.get(from).begin(), tokens.get(to - 1).end()));
            from = to;
        }
        assertThat(String.join(BETWEEN, found)).isEqualTo(sentences);
    }

    @Test
    void paragraphsAreMarkedWithWhatTheyAre() {
        String text = String.join(
                "\n",
                " date 2025-06-18 403",
                "Harbour board meets in Rotterdam",
                "(MENAFN) The board met on Tuesday and spoke of the port.",
                "",
                "What comes next",
                "It meets again on Friday, the mayor said.",
                "It meets again on Friday, the mayor said.",
                "Based On ANI Report");
        assertThat(Paragraphs.in(text, null, Set.of()).stream()
                        .map(p -> p.kind().word() + ": " + text.substring(p.begin(), p.end()))
                        .collect(Collectors.toList()))
                .containsExactly(
                        "boilerplate: date 2025-06-18 403",
                        "title: Harbour board meets in Rotterdam",
                        "boilerplate: (MENAFN)",
                        "body: The board met on Tuesday and spoke of the port.",
                        "heading: What comes next",
                        "body: It meets again on Friday, the mayor said.",
                        "repeat: It meets again on Friday, the mayor said.",
                        "boilerplate: Based On ANI Report");
    }

    @Test
    void windowsHoldWholeSentencesAndEveryWordCountsOnce() {
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int sentence = 0; sentence < 40; sentence++) {
            for (int word = 0; word < 5 + sentence * 9; word++) {
                words.add("word" + "x".repeat(word % 7));
            }
            ends.add(words.size());
        }
        int kept = 0;
        for (Windows.Window window : Windows.over(words, ends)) {
            assertThat(window.keepBegin()).isEqualTo(kept).isGreaterThanOrEqualTo(window.begin());
            assertThat(window.end() - window.begin()).isLessThanOrEqualTo(Windows.WORDS);
            kept = window.keepEnd();
        }
        assertThat(kept).isEqualTo(words.size());
    }

    @Test
    void tagsThatMakeNoSenseGiveWayToTheLikeliestThatDo() {
        TagDecoder decoder = new TagDecoder(List.of("PER", "LOC"));
        List<double[]> probabilities = List.of( // O, B-PER, I-PER, B-LOC, I-LOC
                new double[] {0.45, 0.05, 0.5, 0, 0}, new double[] {0, 0.4, 0.6, 0, 0}, new double[] {0.1, 0, 0, 0, 0.9
                });
        assertThat(decoder.decode(probabilities))
                .extracting(TagDecoder.Tagged::tag)
                .containsExactly("O", "B-PER", "O");
    }

    @Test
    void labelsOfOtherModelsReadAsOurs() {
        assertThat(TagNames.entities(List.of("S-PERSON", "B-GPE", "E-ORG", "B-DATE", "Q:O", "MISC"))
                        .of(new float[] {0.5f, 0.25f, 0.125f, 0.0625f, 1, 0.0625f}))
                .containsExactly(
                        0.0625, 0.5, 0, 0, 0.125, 0.25, 0, 0.03125,
                        0.03125); // O, then B- and I- of PER, ORG, LOC, MISC
        assertThat(TagNames.attribution(List.of("B-PER", "Q:B-CUE", "Q:O")).of(new float[] {0.5f, 0.25f, 0.75f}))
                .containsExactly(0.75, 0, 0, 0.25, 0, 0, 0); // O, then B- and I- of SOURCE, CUE, CONTENT
    }
}
