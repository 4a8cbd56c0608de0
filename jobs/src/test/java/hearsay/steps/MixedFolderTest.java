package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.input.InputSettings;
import hearsay.input.articles.InputSummary;
import hearsay.input.files.InputFiles;
import hearsay.settings.Settings;
import hearsay.tables.Article;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A folder of sixty files in every format, broken ones among them: each good article is read once, each bad one is named with
 * its reason. {@code articles.expected} was read through by a person; after a change on purpose, copy the list that the
 * failing test shows as actual.
 */
class MixedFolderTest {
    private static final Path FOLDER = Path.of("jobs/src/test/resources/hearsay/articles");

    @Test
    void everyFormatInOneFolder() throws IOException {
        InputSettings settings = Settings.read(Optional.empty()).section("input", InputSettings.class);
        var files = InputFiles.list(TestSpark.session(), FOLDER.toString());
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        Dataset<Row> found = ArticlesFromFiles.derive(
                        InputFiles.pieces(TestSpark.session(), files, settings),
                        settings,
                        LocalDate.of(2026, 11, 23),
                        ArticleLimits.none())
                .cache();
        List<Row> rows = found.collectAsList();
        Stream<String> articles = rows.stream()
                .filter(row -> !row.isNullAt(0))
                .map(row -> picture(Tables.ARTICLES.records().record(row.getStruct(0))));
        Stream<String> rejects = rows.stream()
                .filter(row -> !row.isNullAt(1))
                .map(row -> picture(Tables.REJECTS.records().record(row.getStruct(1))));
        assertThat(String.join(
                        "\n", Stream.concat(articles.sorted(), rejects.sorted()).toList()))
                .isEqualTo(Files.readString(Path.of(FOLDER + ".expected")).strip());
        assertThat(InputSummary.of(found, settings.languages()).notes())
                .containsExactly(
                        "1 text in UTF-16BE, not in UTF-8: texts/utf16-without-mark.txt",
                        "1 text in UTF-16LE, not in UTF-8: texts/utf16.txt",
                        "1 text encoded as UTF-8 twice, read as meant: texts/encoded-twice.txt",
                        "3 texts in windows-1252, not in UTF-8: pages/table.htm and others",
                        "articles in other languages are kept and not analysed: ar 1, de 1",
                        "files that could not be read, or not to their end, are opened again by the next night: 5");
    }

    private static String picture(Article a) {
        return String.join(
                " | ",
                a.path(),
                String.valueOf(a.source()),
                String.valueOf(a.title()),
                a.publishedDate() + " " + a.dateFrom(),
                a.language(),
                a.text().length() + " chars",
                (a.previous().isEmpty() ? "" : "corrected: ")
                        + a.text().lines().reduce((one, last) -> last).orElse(""));
    }

    private static String picture(Reject reject) {
        return reject.path() + ":" + reject.position() + " " + reject.reason();
    }
}
