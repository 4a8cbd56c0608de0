package hearsay.input.pages;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.settings.Settings;
import hearsay.text.sentences.PublicationTime;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The days of pages of small outlets, in the shapes that their systems write. */
class PageDatesTest {
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "page-dates.csv", numLinesToSkip = 1, delimiter = '|', nullValues = "-")
    void isPublished(String name, String language, String url, String body, String expected) {
        String html = "<html lang=" + (language == null ? "" : language) + "><body>" + body + "</body></html>";
        PageMetadata page = PageMetadata.of(Jsoup.parse(html, ""), Json.readerOfPages(SETTINGS));
        assertThat(Optional.ofNullable(page.published(url))
                        .flatMap(PublicationTime::inHeader)
                        .map(time -> time.day().toString())
                        .orElse(null))
                .isEqualTo(expected);
    }
}
