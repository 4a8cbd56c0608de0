package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.TestSpark;
import hearsay.night.NightSettings;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementEvaluationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first letter is one code point and two chars. */
    private static final String TEXT = "\uD83D\uDEA2 Angela Merkel met Barack Obama in Berlin.\n\n"
            + "\u201cWe do not agree,\u201d Merkel said.\n\n\u201cThe road to the harbour is closed,\u201d Obama said.\n";

    @TempDir
    private Path folder;

    @Test
    void rowsAreFoundAgainAndTheUsersAliasesCountAsInANight() throws IOException {
        Path articles = packed(article("a", TEXT), article("no row of it was judged", "Nothing."));
        Path judged = judged(
                row("a", "We do not agree,", "Angela Merkel", "Angela Merkel", true),
                row("a", "The road to the harbour is closed,", "Angela Merkel", "Barack Obama", false),
                row("a", "met", "Angela Merkel", "nobody", false));
        Path aliases = Files.writeString(
                folder.resolve("aliases.csv"), "type,alias,name,action\nPER,Merkel,Theresa May,merge\n");
        Path conf = Files.writeString(folder.resolve("own.conf"), "names.aliases = \"" + aliases + "\"");
        Path predictions = folder.resolve("predictions.jsonl");

        StatementScores scores = run(Optional.empty(), judged, articles, predictions);
        assertThat(scores.counting()).hasSize(2).allMatch(StatementScores.Scored::isTrue);
        assertThat(scores.measures().get(0)).isEqualTo(Measure.of("statements all", 1, 1));
        List<String> lines = Files.readAllLines(predictions);
        assertThat(lines).hasSize(3);
        JsonNode second = JSON.readTree(lines.get(1));
        assertThat(second.get("speaker").asText()).isEqualTo("Barack Obama");
        assertThat(second.get("true").asBoolean()).isTrue();
        assertThat(new CodePoints(TEXT)
                        .substring(
                                second.get("begin").asInt(), second.get("end").asInt()))
                .contains("The road to the harbour is closed");
        assertThat(JSON.readTree(lines.get(2)).get("found").asBoolean()).isFalse();

        StatementScores others = run(Optional.of(conf), judged, articles, predictions);
        assertThat(others.counting()).extracting(StatementScores.Scored::isTrue).containsExactly(false, true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON           | {\"id\": | Line 2 of JUDGED is no JSON object.",
                "no object         | [1] | Line 2 of JUDGED is no JSON object.",
                "an article that is not there | ROW b 1 5 said | Line 2 of JUDGED is of the article b, which ARTICLES does not have.",
                "behind the end    | ROW a 1 9999 said | Line 2 of JUDGED goes from 1 to 9999, and the text of its article has 127 code points.",
                "before the begin  | ROW a -1 5 said | Line 2 of JUDGED goes from -1 to 5, and",
                "of no length      | ROW a 5 5 said | Line 2 of JUDGED goes from 5 to 5, and",
                "no number         | ROW a 1.5 5 said | Line 2 of JUDGED has no whole number in \"begin\".",
                "an unknown act    | ROW a 1 5 sang | Line 2 of JUDGED has \"sang\" in \"act\", which is none of said, thinks, plans,",
            })
    void whatIsNoJudgedRowIsAMistakeWithItsLine(String name, String line, String message) throws IOException {
        Path articles = packed(article("a", TEXT));
        String[] words = line.split(" ");
        String second = words[0].equals("ROW") ? """
                {"id": "%s", "begin": %s, "end": %s, "act": "%s", "by": "x", "span": "bad", "true": null}\
                """.formatted(words[1], words[2], words[3], words[4]) : line;
        Path judged = judged(row("a", "met", null, "nobody", null), second);
        assertMistake(
                judged,
                articles,
                message.replace("JUDGED", judged.toString()).replace("ARTICLES", articles.toString()));
    }

    @Test
    void filesThatAreMissingOrBrokenAreNamed() throws IOException {
        Path articles = packed(article("a", TEXT));
        Path judged = judged(row("a", "met", null, "nobody", null));
        Path none = folder.resolve("none.jsonl");
        assertMistake(none, articles, "There is no file " + none + ".");
        assertMistake(judged, none, "There is no file " + none + ".");
        assertMistake(judged, packed(article("a", TEXT), article("a", TEXT)), "Line 2 of " + articles);
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
        assertMistake(empty, articles, "holds no judged row");
        Path latin = Files.write(folder.resolve("latin.jsonl"), new byte[] {'{', (byte) 0xe9, '}'});
        assertMistake(latin, articles, "cannot be read as lines of UTF-8 text");
    }

    private static void assertMistake(Path judged, Path articles, String message) {
        assertThatThrownBy(() -> JudgedRows.read(judged, articles))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(message);
    }

    private static StatementScores run(Optional<Path> conf, Path judged, Path articles, Path predictions) {
        return StatementEvaluation.run(
                TestSpark.session(),
                NightSettings.of(Settings.read(conf)),
                judged,
                articles,
                Optional.of(predictions),
                StatementEvaluation.Learning.NONE);
    }

    private Path judged(String... lines) throws IOException {
        return Files.write(folder.resolve("judged.jsonl"), List.of(lines));
    }

    private Path packed(String... lines) throws IOException {
        Path file = folder.resolve("articles.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String article(String id, String text) throws IOException {
        return JSON.writeValueAsString(Map.of("id", id, "text", text, "date", "2025-06-20", "authors", List.of("A")));
    }

    private static String row(String id, String words, String speaker, String by, Boolean isTrue) throws IOException {
        int begin = new CodePoints(TEXT).ofChar(TEXT.indexOf(words));
        int end = begin + words.codePointCount(0, words.length());
        return """
                {"id": "%s", "begin": %d, "end": %d, "kind": "direct", "speaker": %s, "act": "said", "by": "%s", \
                "speaker_right": %s, "span": "exact", "true": %s}""".formatted(id, begin, end, JSON.writeValueAsString(speaker), by, isTrue, isTrue);
    }
}
