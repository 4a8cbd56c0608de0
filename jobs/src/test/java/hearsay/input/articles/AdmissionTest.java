package hearsay.input.articles;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.files.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            metadata count first,                2026-11-20, 2026-11-19, /2026/11/18/a, 2026/11/17/a.txt, 2026-11-16, reject, true, 2026-11-20 metadata
            then a header line,                  -,          2026-11-19, /2026/11/18/a, 2026/11/17/a.txt, 2026-11-16, reject, true, 2026-11-19 header
            then the url,                        -,          -,          /2026/11/18/a, 2026/11/17/a.txt, 2026-11-16, reject, true, 2026-11-18 path
            then the path,                       -,          -,          /a,            2026/11/17/a.txt, 2026-11-16, reject, true, 2026-11-17 path
            then the day of the crawl,           -,          -,          /a,            a.txt,            2026-11-16, reject, true, 2026-11-16 file
            then when the file was written,      -,          -,          /a,            a.txt,            -,          reject, true, 2026-11-15 file
            that only where it is wanted,        -,          -,          /a,            a.txt,            -,          reject, false, '2026-11-23 run_date, no day'
            what is no date is passed over,      soon,       -,          /a,            2026/11/17/a.txt, -,          reject, true, 2026-11-17 path
            or said to be none,                  soon,       -,          /a,            a.txt,            -,          reject, false, '2026-11-23 run_date, not understood'
            tomorrow is believed,                2026-11-24, -,          /a,            a.txt,            -,          reject, true, 2026-11-24 metadata
            the future is refused,               2026-11-25, -,          /a,            2026/11/17/a.txt, -,          reject, true, 'date 2026-11-25 (from metadata) is not between 1980-01-01 and 1 days after the run date'
            the far past is refused,             1971-01-01, -,          /a,            2026/11/17/a.txt, -,          reject, true, 'date 1971-01-01 (from metadata) is not between 1980-01-01 and 1 days after the run date'
            or the next source asked,            9999-12-31, -,          /a,            2026/11/17/a.txt, -,          next-source, true, 2026-11-17 path
            a placeholder is no date,            1970-01-01, -,          /a,            2026/11/17/a.txt, -,          reject, true, 2026-11-17 path
            nor one that is understood,          0001-01-01T00:00:00, -, /a,           a.txt,            -,          reject, false, '2026-11-23 run_date, no day'
            the month alone,                     -,          -,          /2018/04/a,    a.txt,            2026-11-16, reject, true, '2018-04-01 path, month only'
            a day of the path is better,         -,          -,          /2018/04/a,    2018-04-23.txt,   -,          reject, true, 2018-04-23 path
            what cannot be told falls through,   9/5/18,     -,          /2018/sep/05/a, a.txt,           -,          reject, true, 2018-09-05 path
            the day of another language,         3. října 2020, -,       /a,            a.txt,            -,          reject, true, 2020-10-03 metadata
            the day of a change is none,         -,          Last updated 2026-11-19, /2026/11/18/a, a.txt, -,        reject, true, 2026-11-18 path
            or kept,                             9999-12-31, -,          /a,            2026/11/17/a.txt, -,          keep, true, '9999-12-31 metadata, not believed'
            """)
    void datesAnArticle(
            String name,
            String metadata,
            String header,
            String url,
            String path,
            String seen,
            String implausible,
            boolean dateFromFile,
            String expected) {
        InputSettings settings = new InputSettings(
                Map.of(), 1_000, 1_000, 1_000, "1980-01-01", 1, implausible, dateFromFile, List.of("en"));
        RawArticle raw = new RawArticle(
                0,
                null,
                "https://example.com" + url,
                null,
                (header == null ? "" : "Published: " + header + "\n") + "A text.",
                metadata,
                null,
                null,
                null,
                null,
                seen,
                null);
        Piece piece = new Piece("file:/" + path, path, 100, Instant.parse("2026-11-15T10:00:00Z"), 0, 100);
        Admission admission = Admission.of(raw, piece, settings, LocalDate.of(2026, 11, 23));
        assertThat(
                        admission.article() == null
                                ? admission.refusal()
                                : admission.article().publishedDate() + " "
                                        + admission.article().dateFrom()
                                        + (admission.article().dateDoubt() == null
                                                ? ""
                                                : ", " + admission.article().dateDoubt()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            an address names an article,       https://example.com/1, false
            what stands for none does not,     nan,                   true
            nor does a path of some site,      /politics/1,           true
            nor the address of a whole site,   https://example.com/,  true
            """)
    void whatIsNoAddressMakesNoArticlesOne(String name, String url, boolean two) {
        InputSettings settings =
                new InputSettings(Map.of(), 1_000, 1_000, 1_000, "1980-01-01", 1, "reject", true, List.of("en"));
        List<String> ids = Stream.of("One text.", "Another text.")
                .map(text -> new RawArticle(7, null, url, null, text, null, null, null, null, null, null, null))
                .map(raw -> Admission.of(
                        raw,
                        new Piece("file:/a.csv", "a.csv", 100, null, 0, 100),
                        settings,
                        LocalDate.of(2026, 11, 23)))
                .map(admission -> admission.article().articleId())
                .toList();
        assertThat(!ids.get(0).equals(ids.get(1))).isEqualTo(two);
    }
}
