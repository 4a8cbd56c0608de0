package hearsay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UrlsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "urls.csv", numLinesToSkip = 1)
    void differInSpellingOnly(String name, String url, String normalised, String domain) {
        assertThat(Urls.normalised(url)).isEqualTo(normalised);
        assertThat(Urls.domain(url).orElse(null)).isEqualTo(domain);
    }
}
