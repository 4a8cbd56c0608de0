package hearsay.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1 Fund",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r\n=1",
                "\n=1",
                "\uff1d1",
                "3907e12",
                "0012",
                "'=1",
                "''-",
                "'tis",
                "plain",
                "",
                "a,b;\"c\"\r\nd"
            })
    void everyTextIsReadBackAndNoneIsAFormula(String text) {
        String line = CsvSheet.line(Arrays.asList("first", text, null));
        String cell = line.substring("first,".length());
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).doesNotContainPattern("^[=+\\-@\uff1d\t\r\n]");
        assertThat(CsvSheet.read("first,x,y\r\n" + line, "first").get(1).cells())
                .containsExactly("first", text, "");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(CsvSheet.line(List.of(-0.5, 12L, true, "12"))).isEqualTo("-0.5,12,true,'12\r\n");
    }

    @Test
    void halvesOfLettersAndControlsBecomeReplacementSigns() {
        assertThat(Printable.text("a\ud800b\u0000\u001b\udc00\ud83c\udf09\uffff\t\n"))
                .isEqualTo("a\ufffdb\ufffd\ufffd\ufffd\ud83c\udf09\ufffd\t\n");
        assertThat(Printable.line(" a\r\n\u2028b\ud800 ")).isEqualTo("a b\ufffd");
        assertThat(CsvSheet.line(List.of("\ud800=1"))).isEqualTo("\ufffd=1\r\n");
    }
}
