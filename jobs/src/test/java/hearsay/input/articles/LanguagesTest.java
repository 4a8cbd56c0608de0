package hearsay.input.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "languages.csv", numLinesToSkip = 1)
    void areTold(String name, String text, String declared, String language) {
        assertThat(Languages.of(text, declared, "en")).isEqualTo(language);
    }
}
