package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hearsay.evaluate.BratFolder.Article;
import hearsay.evaluate.BratFolder.Attribution;
import hearsay.evaluate.QuoteScores.AtOverlap;
import hearsay.evaluate.QuoteScores.Prediction;
import hearsay.evaluate.QuoteScores.Result;
import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that the Python scorer checks itself by, and what the reader of folders must refuse. */
class QuoteScoresTest {
    private static final String TEXT = """
            “We will win this big race,” Jane Roe said. “It is not close at all.”

            Mr. Poe said the vote was rigged. He believes é in ghosts of old.

            “One two three four.” “Five six seven eight,” Ann Lee said.
            """;

    private static final Attribution WIN =
            gold("Jane Roe", "said", "“We will win this big race,”", "“It is not close at all.”");
    private static final Attribution VOTE = gold("Mr. Poe", "said", "the vote was rigged");
    private static final Attribution GHOSTS = gold("He", "believes", "é in ghosts of old");
    private static final Attribution ONE = gold("Ann Lee", "said", "“One two three four.”");
    private static final Attribution FIVE = gold("Ann Lee", "said", "“Five six seven eight,”");
    private static final List<Attribution> ALL = List.of(WIN, VOTE, GHOSTS, ONE, FIVE);

    private static final Prediction P_WIN = found("Jane Roe", "“We will win this big race,”");
    private static final Prediction P_CLOSE = found("Jane Roe", "“It is not close at all.”");
    private static final Prediction P_VOTE = found("Poe", "the vote was rigged");
    private static final Prediction P_GHOSTS = found("He", "é in ghosts of old");
    private static final Prediction P_ONE = found("Ann Lee", "“One two three four.”");
    private static final Prediction P_FIVE = found("Ann Lee", "“Five six seven eight,”");

    @Test
    void whatIsMarkedScoresOne() {
        Result result = score(ALL, P_WIN, P_CLOSE, P_VOTE, P_GHOSTS, P_ONE, P_FIVE);
        assertScores(result, "all", 1, 1, 1, 1);
        assertScores(result, "direct+mixed", 1, 1, 1, 1);
        AtOverlap at = result.overlaps().get(0.8);
        assertThat(at.recalls().get("indirect").gold()).isEqualTo(2);
        assertThat(at.recalls().get("indirect, speech verb").gold()).isEqualTo(1);
        assertThat(result.mistakes()).isEmpty();
    }

    @Test
    void onePredictionMayCoverTwoPartsOrTwoQuotationsOfOneSpeaker() {
        Prediction hull = found("Jane Roe", TEXT.substring(0, TEXT.indexOf('\n')));
        Prediction both = found("Ann Lee", "“One two three four.” “Five six seven eight,”");
        assertScores(score(ALL, hull, both), "direct+mixed", 1, 1, 1, 1);
    }

    @Test
    void quotationsOfTwoSpeakersAreNotGlued() {
        Attribution other = gold("Jane Roe", "said", "“One two three four.”");
        Prediction both = found("Ann Lee", "“One two three four.” “Five six seven eight,”");
        Result result = score(List.of(WIN, VOTE, GHOSTS, other, FIVE), both);
        assertThat(result.overlaps().get(0.8).scores().get("all").quotes().precision())
                .isZero();
        assertThat(result.overlaps().get(0.3).scores().get("all").quotes().recall())
                .isEqualTo(0.2);
    }

    @Test
    void halfOfAQuotationIsRightAtTheLowerOverlapOnly() {
        Result result = score(ALL, P_WIN);
        assertThat(result.overlaps().get(0.3).scores().get("all").quotes().recall())
                .isEqualTo(0.2);
        assertThat(result.overlaps().get(0.8).scores().get("all").quotes().recall())
                .isZero();
    }

    @Test
    void reckonedByHand() {
        Prediction wrong = new Prediction(P_FIVE.parts(), "Poe", null, null);
        Result result = score(ALL, P_ONE, wrong, found("Poe", "Mr. Poe said the"));
        assertScores(result, "all", 2 / 3.0, 0.4, 0.5, 0.25);
        assertThat(result.mistakes())
                .extracting(QuoteScores.Case::what)
                .contains("missed direct", "wrong speaker", "invented indirect");
    }

    @Test
    void aSecondFindingOfTheSameIsWrong() {
        assertThat(score(ALL, P_ONE, P_ONE)
                        .overlaps()
                        .get(0.8)
                        .scores()
                        .get("all")
                        .quotes()
                        .precision())
                .isEqualTo(0.5);
    }

    @Test
    void aPronounIsRightByItsPlaceOnly() {
        Prediction nowhere = new Prediction(P_GHOSTS.parts(), "He", null, null);
        assertThat(score(ALL, nowhere).overlaps().get(0.8).scores().get("all").speakerAccuracy())
                .isZero();
        Prediction fuller = new Prediction(P_VOTE.parts(), "Governor Edgar Poe", null, null);
        assertThat(score(ALL, fuller).overlaps().get(0.8).scores().get("all").speakerAccuracy())
                .isEqualTo(1);
    }

    @Test
    void aMarkedQuotationWithoutSourceIsOutsideTheSpeakers() {
        Result result = score(List.of(gold(null, "said", "“One two three four.”"), FIVE), P_ONE, P_FIVE);
        assertScores(result, "all", 1, 1, 1, 1);
        assertThat(result.overlaps().get(0.8).scores().get("all").endToEnd().predictions())
                .isEqualTo(1);
    }

    @Test
    void discardedStretchesDoNotCount() {
        Stretch vote = stretch("Mr. Poe said the vote was rigged.");
        Result result = QuoteScores.score(
                List.of(new Article("a", TEXT, List.of(ONE, FIVE), List.of(vote))),
                Map.of("a", List.of(P_FIVE, P_VOTE)));
        assertThat(result.predictions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "He said \"it is fine\" today.,\"it is fine\",direct",
                "He said “it was really fine” today.,said “it was,mixed",
                "He said it wasn't John's 'fault'.,it wasn't John's 'fault',indirect",
                "|''I'd go,'' he said it's on.|,|''I'd go,''|,direct",
                "|''I'd go,'' he said it's on.|,it's on,indirect",
                "The 6'4\" man said \"I won\" and left.,and left,indirect",
                "|”This is so. Yes,” said Al.|,said Al,indirect",
                "Both “bad” and “mad“ while calling.,while calling,indirect"
            })
    void kinds(String text, String part, String kind) {
        int begin = text.indexOf(part);
        ScoredText scored = new ScoredText(text);
        assertThat(scored.kind(scored.words(List.of(new Stretch(begin, begin + part.length()))))
                        .word())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|Mr. Regalado, the Republican mayor of Miami,|,regalado",
                "the mayor of Miami,mayor",
                "Trump campaign manager Kellyanne Conway,conway",
                "Donald Trump’s,trump",
                "Sen. Ted Cruz (Tex.),cruz",
                "He,he",
                "the,the",
                "Robert Kennedy Jr.,kennedy"
            })
    void heads(String speaker, String head) {
        assertThat(ScoredQuote.head(speaker)).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({
        "said,true",
        "has repeatedly said,true",
        "told reporters,true",
        "according to,true",
        "believes,false",
        "plans to,false",
        "denied,true",
        "wants to say,false",
        "went on to argue,true",
        "cherish,false"
    })
    void cuesOfSpeech(String cue, boolean speech) {
        assertThat(SpeechCues.isSpeech(cue)).isEqualTo(speech);
    }

    @Test
    void aFolderIsReadInTheUnitsItCountsIn(@TempDir Path folder) throws IOException {
        int[] bytes = IntStream.rangeClosed(0, TEXT.length())
                .map(i -> TEXT.substring(0, i).getBytes(StandardCharsets.UTF_8).length)
                .toArray();
        String vote = "the vote was rigged";
        String ghosts = "é in ghosts of old";
        write(
                folder,
                "a_bb",
                String.join(
                        "\n",
                        "T1\tContent " + bytes[TEXT.indexOf(vote)] + " " + bytes[TEXT.indexOf(vote) + vote.length()]
                                + "\t" + vote,
                        "T2\tContent " + bytes[TEXT.indexOf(ghosts)] + " "
                                + bytes[TEXT.indexOf(ghosts) + ghosts.length()] + "\t" + ghosts,
                        "T3\tSource " + bytes[TEXT.indexOf("He ")] + " " + bytes[TEXT.indexOf("He ") + 2] + "\tHe",
                        "E1\tAttribution:T1 Content:T1",
                        "E2\tAttribution:T2 Content:T2 Source:T3",
                        ""));
        write(folder, "a_zz", "");
        Article article = BratFolder.read(folder).get(0);
        assertThat(article.attributions())
                .extracting(a -> a.content().get(0))
                .containsExactly(stretch(vote), stretch(ghosts));
        assertThat(article.attributions().get(1).sourceText()).isEqualTo("He");
    }

    @Test
    void whatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> BratFolder.read(folder.resolve("none")))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("There is no folder");
        write(folder, "a", "T1\tContent 0 4\tText\nT2\tContent four\tText\n");
        assertThatThrownBy(() -> BratFolder.read(folder))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("Line 2 of")
                .hasMessageContaining("a.ann");
        Files.delete(folder.resolve("attributions/a.ann"));
        assertThatThrownBy(() -> BratFolder.read(folder))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("a.txt has no .ann file");
    }

    private static void write(Path folder, String name, String annotations) throws IOException {
        Files.createDirectories(folder.resolve("text"));
        Files.createDirectories(folder.resolve("attributions"));
        Files.writeString(folder.resolve("text/a.txt"), TEXT);
        Files.writeString(folder.resolve("attributions").resolve(name + ".ann"), annotations);
    }

    private static void assertScores(Result result, String kinds, double p, double r, double speaker, double endToEnd) {
        QuoteScores.Scores scores = result.overlaps().get(0.8).scores().get(kinds);
        assertThat(scores.quotes().precision()).isCloseTo(p, within(1e-9));
        assertThat(scores.quotes().recall()).isCloseTo(r, within(1e-9));
        assertThat(scores.speakerAccuracy()).isCloseTo(speaker, within(1e-9));
        assertThat(scores.endToEnd().f1()).isCloseTo(endToEnd, within(1e-9));
    }

    private static Result score(List<Attribution> gold, Prediction... predictions) {
        return QuoteScores.score(List.of(new Article("a", TEXT, gold, List.of())), Map.of("a", List.of(predictions)));
    }

    private static Attribution gold(String source, String cue, String... parts) {
        List<Stretch> at = source == null ? List.of() : List.of(stretch(source));
        return new Attribution(Stream.of(parts).map(QuoteScoresTest::stretch).toList(), at, source, cue);
    }

    private static Prediction found(String speaker, String part) {
        return new Prediction(List.of(stretch(part)), speaker, stretch(speaker), null);
    }

    private static Stretch stretch(String part) {
        int begin = TEXT.indexOf(part);
        return new Stretch(begin, begin + part.length());
    }
}
