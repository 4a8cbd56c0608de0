package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PublicationTimeTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "publication-times.csv", numLinesToSkip = 1)
    void isReadFromMetadata(String name, String text, String day, String moment) {
        var time = PublicationTime.parse(text);
        assertThat(time.map(t -> t.day().toString()).orElse(null)).isEqualTo(day);
        assertThat(time.map(PublicationTime::moment).map(Object::toString).orElse(null))
                .isEqualTo(moment);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "header-dates.csv", numLinesToSkip = 1)
    void isReadFromAHeaderLine(String name, String line, String day) {
        assertThat(PublicationTime.inHeader(line).map(t -> t.day().toString()).orElse(null))
                .isEqualTo(day);
    }
}
