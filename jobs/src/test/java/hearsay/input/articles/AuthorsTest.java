package hearsay.input.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AuthorsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "authors.csv", numLinesToSkip = 1)
    void arePeople(String name, String given, String source, String url, String people) {
        assertThat(String.join("|", Authors.of(List.of(given), source, url)))
                .as(name)
                .isEqualTo(people == null ? "" : people);
    }
}
