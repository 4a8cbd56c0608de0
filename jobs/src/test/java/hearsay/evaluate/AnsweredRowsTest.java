package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.evaluate.AnsweredRows.Answer;
import hearsay.settings.OperatorMistake;
import hearsay.tables.CsvSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredRowsTest {
    private static final String HEADER = "quote_id,speaker,kind,text,act,by,speaker_right,span,true\n";

    @TempDir
    private Path folder;

    @Test
    void answersOfManyFormsAreRead() throws IOException {
        AnsweredRows rows = AnsweredRows.read(file(HEADER
                + "a,Ann Lee,direct,\"two\nlines, a comma and \"\"marks\"\"\",said,Ann Lee,yes,Exact,TRUE\r\n"
                + "b,Ann Lee,direct,t,,,,,No\n"
                + "c,Ann Lee,direct,t,,,,, \n"
                + "d,Ann Lee,direct,t,Thinks,Max Brook,0,bad,1\n"
                + "'0012,Ann Lee,direct,t,,,,,0"));
        assertThat(rows.empty()).isEqualTo(1);
        assertThat(rows.rows()).extracting(Answer::quoteId).containsExactly("a", "b", "d", "0012");
        assertThat(rows.rows()).extracting(row -> row.judgement().isTrue()).containsExactly(true, false, true, false);
        assertThat(rows.rows().get(2).judgement())
                .isEqualTo(new Judgement(
                        "direct",
                        "Ann Lee",
                        Judgement.Act.THINKS,
                        "Max Brook",
                        false,
                        Judgement.Quality.BAD,
                        true,
                        null));
    }

    @Test
    void aSpreadsheetMayHaveWrittenItInItsOwnWay() throws IOException {
        AnsweredRows rows = AnsweredRows.read(file(
                "\uFEFF\"quote_id\";speaker;kind;true\r\na;Ann Lee;direct;yes\r\n;;;\r\nb;\"Lee; Ann\";mixed;no\r\n"));
        assertThat(rows.rows()).extracting(row -> row.judgement().speaker()).containsExactly("Ann Lee", "Lee; Ann");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "another answer   | a,A,direct,'x~y',,,,,true;b,A,direct,t,,,,,maybe | Line 4 of FILE has \"maybe\" in the column true,",
                "another act      | a,A,direct,t,sang,,,,true | Line 2 of FILE has \"sang\" in the column act, which is none of said,",
                "another span     | a,A,direct,t,,,,half,true | Line 2 of FILE has \"half\" in the column span,",
                "a row twice      | a,A,direct,t,,,,,true;a,A,direct,t,,,,,false | Line 3 of FILE is a second row a.",
                "a row without id | a,A,direct,t,,,,,1;,A,direct,t,,,,,true | Line 3 of FILE has no quote_id.",
                "no answer at all | a,A,direct,t,,,,, | No row of FILE has an answer in the column true."
            })
    void whatIsNoAnswerIsAMistakeWithItsLine(String name, String lines, String message) throws IOException {
        Path file = file(HEADER + lines.replace(';', '\n').replace('~', '\n').replace('\'', '"'));
        assertThatThrownBy(() -> AnsweredRows.read(file))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(message.replace("FILE", file.toString()));
    }

    @Test
    void aFileThatIsNoneIsAMistake() throws IOException {
        Path other = file("name,true\nx,1\n");
        assertThatThrownBy(() -> AnsweredRows.read(other)).hasMessageContaining("has no column quote_id");
        assertThatThrownBy(() -> AnsweredRows.read(folder.resolve("none.csv")))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("There is no file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1      | '=1+1",
                "+1        | '+1",
                "-1        | '-1",
                "@name     | '@name",
                "3907e12   | '3907e12",
                "3907f8fb  | 3907f8fb",
                "a-b       | a-b"
            })
    void aCellThatASpreadsheetWouldReckonGetsAnApostropheThatComesOffAgain(String cell, String written) {
        String line = CsvSheet.line(List.of("a", cell));
        assertThat(line).isEqualTo("a," + written + "\r\n");
        assertThat(CsvSheet.read(line, "a").get(0).cells()).containsExactly("a", cell);
    }

    @Test
    void cellsWithMarksCommasAndLinesAreQuoted() {
        List<String> cells = List.of("a", "he said: \"no\", twice", "one\r\ntwo", "", "=\"x\"");
        String line = CsvSheet.line(cells);
        assertThat(line).isEqualTo("a,\"he said: \"\"no\"\", twice\",\"one\r\ntwo\",,\"'=\"\"x\"\"\"\r\n");
        assertThat(CsvSheet.read(line, "a").get(0).cells()).isEqualTo(cells);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }
}
