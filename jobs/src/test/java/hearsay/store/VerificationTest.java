package hearsay.store;

import static hearsay.store.Made.changed;
import static hearsay.store.Made.made;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A warehouse of two nights, damaged in each way. */
class VerificationTest {
    private static final LocalDate NIGHT = LocalDate.parse("2025-06-20");
    private static final String PART = "part-00000.parquet";

    @TempDir
    static Path folder;

    @TempDir
    Path copies;

    private static SmallNews news() {
        return new SmallNews()
                .with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.")
                .with("2025-06-17", "school", "Carl Dunn", "Schools begin at nine.");
    }

    @BeforeAll
    static void publish() {
        publish(folder.resolve("links"), true, 2);
    }

    /** The nights after the first read nothing. */
    private static void publish(Path path, boolean links, int nights) {
        Warehouse warehouse = Warehouse.open(TestSpark.session(), path.toString(), 3, links);
        for (int number = 1; number <= nights; number++) {
            try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
                if (number == 1) {
                    WarehouseTest.stage(night, news(), news().days());
                    night.stage(
                            Tables.ARTICLES,
                            SmallNews.rows(
                                    Tables.ARTICLES,
                                    news().articles().stream()
                                            .map(a -> changed(a, "runId", night.runId()))
                                            .toList()),
                            news().days());
                }
                night.publish(Defaults.CHECKS, new RunReport(), false);
            }
        }
    }

    private static Verification verify(Path warehouse, boolean rows) {
        return Verification.of(TestSpark.session(), warehouse.toString(), rows);
    }

    @Tag("whole")
    @Test
    void everyWrongRowIsSaid() {
        assertThat(verify(folder.resolve("links"), true).findings()).isEmpty();
        Path warehouse = copies.resolve("warehouse");
        SmallNews news = news();
        String nobody = "0000000000000000";
        Warehouse at = Warehouse.open(TestSpark.session(), warehouse.toString(), 3, false);
        try (Night night = at.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, news, news.days());
            night.stage(
                    Tables.ARTICLES,
                    SmallNews.rows(
                            Tables.ARTICLES,
                            news.articles().stream()
                                    .map(a -> changed(a, "repeatOf", nobody))
                                    .toList()),
                    news.days());
            List<Quote> quotes = new ArrayList<>(news.quotes().stream()
                    .map(q -> changed(q, "speakerId", nobody, "end", q.end() - 1, "inside", nobody))
                    .toList());
            quotes.add(quotes.get(0));
            night.stage(Tables.QUOTES, SmallNews.rows(Tables.QUOTES, quotes), news.days());
            night.stage(
                    Tables.QUOTE_GROUPS,
                    SmallNews.rows(
                            Tables.QUOTE_GROUPS,
                            List.of(made(QuoteGroup.class, "groupId", "g", "quotes", List.of(nobody)))));
            night.publish(Defaults.CHECKS, new RunReport(), true);
        }
        assertThat(verify(warehouse, false).findings()).isEmpty();
        assertThat(verify(warehouse, true).findings())
                .allSatisfy(finding -> assertThat(finding.remedy()).contains("jobs/hearsay rebuild"))
                .extracting(Verification.Finding::says)
                .map(says -> says.substring(0, says.indexOf(": ", 13)))
                .containsExactly(
                        "In the rows: a span does not stand in its article as it says",
                        "In the rows: articles.repeat_of names a row of articles that does not exist",
                        "In the rows: articles.run_id names a row of runs that does not exist",
                        "In the rows: quote_groups.quotes names a row of quotes that does not exist",
                        "In the rows: quotes has parts that are not inside their quote",
                        "In the rows: quotes has the same quote_id more than once",
                        "In the rows: quotes refers to an entity that does not exist",
                        "In the rows: quotes.inside names a row of quotes that does not exist");
    }

    @Tag("whole")
    @Test
    void aLostFileIsWrittenAnewByANightThatStagesItsDay() throws IOException {
        Path path = Folders.copy(folder.resolve("links"), copies.resolve("warehouse"));
        Files.delete(path.resolve("current/quotes/published_date=2025-06-17").resolve(PART));
        Files.delete(path.resolve("current/mentions/published_date=2025-06-16").resolve(PART));
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path.toString());
        for (Set<LocalDate> days : List.of(Set.of(LocalDate.parse("2025-06-16")), news().days())) {
            try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
                for (Table<?> table : List.of(Tables.QUOTES, Tables.MENTIONS)) {
                    Dataset<Row> rows = table == Tables.QUOTES
                            ? SmallNews.rows(Tables.QUOTES, news().quotes())
                            : SmallNews.rows(Tables.MENTIONS, news().mentions());
                    night.stage(table, rows.where(col("published_date").isInCollection(days)), days);
                }
                night.publish(Defaults.CHECKS, new RunReport(), false);
            }
            assertThat(verify(path, false).findings())
                    .as("lost on a day that no night wrote since")
                    .hasSize(days.size() == 1 ? 1 : 0);
        }
    }

    @Tag("whole")
    @Test
    void aPublishingThatStoppedHalfWayIsToBeFinishedByTheNextRun() throws IOException {
        Path path = copies.resolve("warehouse");
        publish(path, false, 1);
        Files.writeString(path.resolve(".nights/journal"), "delete\t.nights/staging-gone\n");
        assertThat(verify(path, false).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.says()).contains("stopped in the middle of publishing");
            assertThat(finding.remedy()).startsWith("Start the next run");
        });
        Warehouse.open(TestSpark.session(), path.toString(), 3, false)
                .begin(NIGHT, "input", SmallNews.VERSIONS)
                .close();
        assertThat(verify(path, false).findings()).isEmpty();
    }

    @Test
    void aNightWithoutAListIsLookedAtByTheNamesOfItsFiles() throws IOException {
        Path path = Folders.copy(folder.resolve("links"), copies.resolve("warehouse"));
        Files.delete(path.resolve("current/_files"));
        assertThat(verify(path, false).notes()).anyMatch(note -> note.startsWith("The night has no list of its files"));
        assertThat(verify(path, false).findings()).isEmpty();

        Path day = path.resolve("current/quotes/published_date=2025-06-17");
        Files.move(day.resolve(PART), day.resolve("part-00001.parquet"));
        assertThat(verify(path, false).findings())
                .extracting(Verification.Finding::says)
                .containsExactly("1 file of the night is missing: quotes/published_date=2025-06-17/" + PART + ".");
    }

    @Test
    void whatIsNoWarehouseOrOneOfANewerVersionIsRefused() throws IOException {
        assertThatThrownBy(() -> verify(copies.resolve("none"), false))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("There is no warehouse at");
        assertThatThrownBy(() -> verify(Files.createDirectories(copies.resolve("empty")), false))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("No night was published yet");
        Path path = Folders.copy(folder.resolve("links"), copies.resolve("warehouse"));
        Path mark = path.resolve("current/_night");
        Files.writeString(mark, Files.readString(mark).replaceFirst("tables=.*", "tables=99"));
        assertThatThrownBy(() -> verify(path, false))
                .isInstanceOf(OperatorMistake.class)
                .isNotInstanceOf(DamagedWarehouse.class)
                .hasMessageContaining("was written by a newer Hearsay");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/hearsay/store/damages.csv", numLinesToSkip = 1)
    void everyDamageIsSaidWithItsRemedy(String damage, String says, String remedy) throws IOException {
        Path warehouse = Folders.copy(folder.resolve("links"), copies.resolve("warehouse"));
        damage(damage, warehouse);
        Map<String, String> before = Folders.files(warehouse);

        Verification verified = verify(warehouse, false);

        if (says == null) {
            assertThat(verified.findings()).isEmpty();
        } else {
            assertThat(verified.findings()).anySatisfy(finding -> {
                assertThat(finding.says()).contains(says);
                assertThat(finding.remedy()).contains(remedy);
            });
        }
        assertThat(Folders.files(warehouse)).isEqualTo(before);
    }

    private static void damage(String damage, Path warehouse) throws IOException {
        Path night = warehouse.resolve("current").toRealPath();
        Path monday = Path.of("published_date=2025-06-16", PART);
        switch (damage) {
            case "none" -> {}
            case "a file is gone" ->
                Files.delete(night.resolve("quotes/published_date=2025-06-17").resolve(PART));
            case "a file is cut" -> {
                Path file = night.resolve("mentions").resolve(monday);
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            }
            case "a byte is another one" -> {
                Path file = night.resolve("articles").resolve(monday);
                byte[] bytes = Files.readAllBytes(file);
                bytes[60] ^= 1; // in the first page
                Files.write(file, bytes);
            }
            case "a file is copied beside itself" -> {
                Path file = night.resolve("quotes").resolve(monday);
                Files.copy(file, file.resolveSibling("part-00000 (copy).parquet"));
            }
            case "a column is of another type" -> {
                Path file = night.resolve("entities").resolve(PART);
                Path other = warehouse.resolve("other");
                TestSpark.session()
                        .read()
                        .parquet(file.toString())
                        .withColumn("articles", functions.lit("two"))
                        .coalesce(1)
                        .write()
                        .parquet(other.toString());
                try (var written = Files.newDirectoryStream(other, "*.parquet")) {
                    Files.move(written.iterator().next(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case "a link is gone" -> Files.delete(warehouse.resolve("quotes"));
            case "a table's link is a folder" -> {
                Files.delete(warehouse.resolve("mentions"));
                Files.createDirectories(warehouse.resolve("mentions"));
            }
            case "the mark is broken" -> Files.writeString(night.resolve("_night"), "");
            case "the list is broken" -> Files.writeString(night.resolve("_files"), "\0\0\0");
            case "the hidden folder is gone" ->
                Files.move(warehouse.resolve(".nights"), warehouse.resolveSibling("elsewhere"));
            case "the links were not copied" -> Files.delete(warehouse.resolve("current"));
            case "the mark is of another night" ->
                Files.writeString(
                        night.resolve("_night"),
                        Files.readString(night.resolve("_night")).replaceFirst("night=2", "night=7"));
            default -> throw new AssertionError(damage);
        }
    }
}
