package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HeadlineTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "headlines.csv", numLinesToSkip = 1)
    void isTheTitleLineOfAText(String name, String text, String title) {
        assertThat(Headline.of(text.replace("\\n", "\n")).orElse(null)).isEqualTo(title);
    }
}
