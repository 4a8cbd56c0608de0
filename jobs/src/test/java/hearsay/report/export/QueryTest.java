package hearsay.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.SmallWarehouse;
import hearsay.TestSpark;
import hearsay.report.export.QueryJob.Answer;
import hearsay.settings.OperatorMistake;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("whole")
class QueryTest {
    @Test
    void anAnswerIsATableCsvOrJson() {
        String query =
                "select speaker, count(*) n, max(verbatim) v from quotes where speaker like '% %' and speaker not like '=%'"
                        + " group by speaker order by speaker";
        assertThat(answer(query.replace(", max(verbatim) v", ""), Answer.TABLE)).isEqualTo("""
                speaker    n
                Ada Brook  3
                Carl Dunn  2
                """);
        assertThat(answer(query.replace("v from", "n from"), Answer.CSV))
                .isEqualTo("speaker,n,n_2\r\n"
                        + "Ada Brook,3,\"[{\"\"begin\"\":7,\"\"end\"\":21,\"\"text\"\":\"\"Carl is right,\"\"}]\"\r\n"
                        + "Carl Dunn,2,[]\r\n");
        assertThat(answer(query, Answer.JSONL))
                .startsWith("{\"speaker\":\"Ada Brook\",\"n\":3,\"v\":\"[{")
                .hasLineCount(2);
        assertThat(answer("select text from quotes where text like '=%'", Answer.CSV))
                .startsWith("text\r\n\"'=HYPERLINK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop view quotes",
                "create table x as select 1",
                "insert into quotes select * from quotes",
                "insert overwrite directory '/tmp/x' using csv select 1",
                "from quotes insert into a select 1 insert into b select 2",
                "set spark.sql.ansi.enabled = true",
                "cache table quotes",
                "select transform(speaker) using 'cat' as (x) from quotes",
                "select reflect('java.lang.System', 'getProperty', 'user.home')",
                "select * from quotes where speaker in (select java_method('java.lang.System', 'lineSeparator'))"
            })
    void whatDoesMoreThanReadIsRefused(String query) {
        assertThatThrownBy(() -> answer(query, Answer.TABLE))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("A query only reads:");
        assertThat(answer("select count(*) as n from quotes", Answer.CSV)).isEqualTo("n\r\n7\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select speakr from quotes|`speakr` cannot be resolved",
                "select * from quote|`quote` cannot be found",
                "selec 1|near 'selec'",
                "select 1; select 2|near 'select'",
                "select nothing(1)|`nothing`",
                "select element_at(array(n), 0) from (select count(*) n from quotes)|index 0 is invalid"
            })
    void aBadQueryIsOneSentence(String query, String says) {
        assertThatThrownBy(() -> answer(query, Answer.TABLE))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("The query cannot be run: ")
                .hasMessageContaining(says)
                .message()
                .hasLineCount(1);
    }

    private static String answer(String query, Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        QueryJob.run(
                TestSpark.session(),
                SmallWarehouse.path(),
                query,
                answer,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
