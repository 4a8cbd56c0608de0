package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsidesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "links behind a name|Sen. Ann Smith Ann Mary SmithTown votes on bridge The ferry is late MORE (R-Ohio) said no.|Sen. Ann Smith (R-Ohio) said no.",
                "a nickname in brackets|Then Bob Miller Robert (Bob) Ellis Miller2020 race begins MORE’s party left.|Then Bob Miller’s party left.",
                "two in a row|Ann Smith Ann SmithA b c d MORE and Bob Miller Robert MillerE f g MORE spoke.|Ann Smith and Bob Miller spoke.",
                "a surname with a capital inside|Pat McDonald Patrick McDonaldShip sails MORE left.|Pat McDonald left.",
                "a word in capitals is no link|Ann Smith wants MORE.|Ann Smith wants MORE.",
                "a name that comes twice|Ann Smith Smith and MORE.|Ann Smith Smith and MORE.",
            })
    void whatNoAuthorWroteIsBlank(String what, String text, String read) {
        String blanked = Asides.blanked(text);
        assertThat(blanked).hasSameSizeAs(text);
        assertThat(blanked.replaceAll(" {2,}(?=\\p{L}|\\()", " ").replaceAll(" {2,}", ""))
                .isEqualTo(read);
    }
}
