package hearsay.input.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "urls.csv", numLinesToSkip = 1)
    void differInSpellingOnly(String name, String url, String normalised, String domain) {
        assertThat(Urls.ofArticle(url).orElse(null)).isEqualTo(normalised);
        assertThat(Urls.domain(url).orElse(null)).isEqualTo(domain);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "editions of one site,       https://edition.example.com/a,    https://www.example.com/a,     true",
        "below a public suffix,      https://news.example.co.uk/a,     https://www.example.co.uk/a,   true",
        "two under a public suffix,  https://one.co.uk/a,              https://two.co.uk/a,           false",
        "a domain end on no list,    https://news.one.example/a,       https://news.two.example/a,    false",
        "no address,                 nan,                              nan,                           false"
    })
    void areOfOneSite(String name, String one, String other, boolean same) {
        assertThat(Urls.isSameSite(one, other)).isEqualTo(same);
    }
}
