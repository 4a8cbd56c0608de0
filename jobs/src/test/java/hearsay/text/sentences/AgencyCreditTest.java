package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AgencyCreditTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "agency-credits.csv", numLinesToSkip = 1)
    void namesTheAgency(String name, String text, String agency) {
        assertThat(AgencyCredit.of(text.replace("\\n", "\n")).orElse(null)).isEqualTo(agency);
    }
}
