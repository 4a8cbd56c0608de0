package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FurnitureTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "furniture.csv", numLinesToSkip = 1)
    void linesAreToldFromNews(String name, String line, boolean furniture) {
        assertThat(Furniture.isLine(line)).isEqualTo(furniture);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "datelines.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void datelinesAreFound(String name, String paragraph, String dateline) {
        assertThat(paragraph.substring(0, Furniture.dateline(paragraph))).isEqualTo(dateline == null ? "" : dateline);
    }
}
