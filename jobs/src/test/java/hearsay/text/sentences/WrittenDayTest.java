package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "written-days.csv", numLinesToSkip = 1)
    void isFoundInALine(String name, String language, String line, String expected) {
        Optional<WrittenDay> found = WrittenDay.in(line, language);
        assertThat(found.map(written -> written.day() + " " + written.label()).orElse(null))
                .as(name)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en-GB", "en-US", "es", "et",
                "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv",
                "mk", "mr", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te",
                "tr", "uk", "ur", "uz", "vi", "zh"
            })
    void everyMonthIsReadAsItsLanguageWritesIt(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (FormatStyle style : List.of(FormatStyle.FULL, FormatStyle.LONG)) {
            DateTimeFormatter form = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
            for (Month month : Month.values()) {
                LocalDate day = LocalDate.of(2020, month, 13);
                assertThat(WrittenDay.in(form.format(day), language).map(WrittenDay::day))
                        .as(form.format(day))
                        .contains(day);
            }
        }
    }
}
