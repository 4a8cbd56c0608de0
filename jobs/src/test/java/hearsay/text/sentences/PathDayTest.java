package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PathDayTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "path-dates.csv", numLinesToSkip = 1)
    void isReadFromAPath(String name, String path, String day, String month) {
        assertThat(PathDay.day(path).map(Object::toString).orElse(null)).isEqualTo(day);
        assertThat(PathDay.month(path).map(Object::toString).orElse(null)).isEqualTo(month);
    }
}
