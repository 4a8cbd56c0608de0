package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.FailingDisk;
import hearsay.TestSpark;
import hearsay.input.files.InputFiles;
import hearsay.report.StatusJob;
import hearsay.settings.Settings;
import hearsay.store.RunReport;
import hearsay.store.Warehouse;
import hearsay.tables.InputFile;
import hearsay.tables.Reject;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the same size and time that are opened all the same: those that could not be read, and all where a setting says so. */
@Tag("whole")
class FilesReadAgainTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-06-20");
    private static final int LINES = 8;

    @TempDir
    Path folder;

    @AfterEach
    void mend() {
        FailingDisk.mend();
    }

    @Test
    void whatCouldNotBeReadIsReadByTheNextNight() throws Exception {
        write("good.txt", "Ada Brook met Carl Dunn in Oslo.");
        write("closed.txt", "Ada Brook met Carl Dunn in Bergen.");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) { // long enough for ranges of two tasks
            lines.append("{\"url\": \"https://example.com/" + i + "\", \"date\": \"2025-06-16\", \"text\": \"Ship " + i
                    + " came in.\", \"page\": \"" + "x".repeat(500_000) + "\"}\n");
        }
        write("torn.jsonl", lines.toString());
        write("shut.jsonl", lines.toString().replace("example.com", "example.org"));
        FailingDisk.fail("closed.txt", 0);
        FailingDisk.fail("shut.jsonl", 0);
        FailingDisk.fail("torn.jsonl", 700_000);

        RunReport first = night("");
        List<Reject> rejects = tables().read(Tables.REJECTS).collectAsList().stream()
                .map(Tables.REJECTS.records()::record)
                .toList();
        assertThat(rejects)
                .extracting(Reject::path)
                .contains("closed.txt", "shut.jsonl", "torn.jsonl")
                .doesNotContainNull();
        assertThat(rejects).allSatisfy(reject -> assertThat(reject.reason()).startsWith("cannot be read"));
        assertThat(count(Tables.ARTICLES)).isEqualTo(2);
        assertThat(printed(first)).contains("not to their end, are opened again by the next night: 3");
        assertThat(status()).contains("3 of 4 input files wait to be read in failing:" + folder.resolve("input"));

        FailingDisk.mend();
        assertThat(printed(night(""))).contains("1 of 4 files are as an earlier night read them");
        assertThat(count(Tables.ARTICLES)).isEqualTo(2 + 2 * LINES);

        assertThat(printed(night(""))).contains("4 of 4 files are as an earlier night read them");
        assertThat(status()).contains("0 of 4 input files wait");
    }

    @Test
    void aFolderThatVanishesWhileTheInputIsListedIsPassedOver() throws Exception {
        write("a.txt", "Ada Brook met Carl Dunn in Oslo.");
        write("moving/b.txt", "The harbour of Bergen is open.");
        FailingDisk.vanish("moving");
        assertThat(InputFiles.list(TestSpark.session(), FailingDisk.address(folder.resolve("input"))))
                .extracting(InputFile::path)
                .containsExactly("a.txt");
    }

    @Test
    void aSettingHasEveryFileOpenedAndNoKnownTextReadAnew() throws Exception {
        write("a.txt", "Ada Brook met Carl Dunn in Oslo.");
        Path changed = write("b.txt", "The harbour of Bergen is open.");
        FileTime written = Files.getLastModifiedTime(changed);
        night("");
        String firstRun = tables().publishedRun().orElseThrow();
        write("b.txt", "The harbour of Bergen is shut.");
        Files.setLastModifiedTime(changed, written);

        night("");
        assertThat(tables().read(Tables.ARTICLES).where("text like '%shut%'").count())
                .isZero();
        night("input.read-all = true");
        assertThat(tables().read(Tables.ARTICLES).where("text like '%shut%'").count())
                .isEqualTo(1);
        assertThat(tables().read(Tables.ARTICLES).where("path = 'a.txt'").head().<String>getAs("run_id"))
                .isEqualTo(firstRun);
        assertThat(tables().read(Tables.RUNS).select("rules").distinct().count())
                .as("it alters no row by itself")
                .isEqualTo(1);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("input").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** As where nights of the past are run one after the other, or the clock of a machine was wrong. */
    @Test
    void anArticleOfADayToComeIsTakenOnThatDay() throws Exception {
        String reject = "input.implausible-dates = reject";
        write("a.jsonl", line("one", "2025-06-16") + line("two", "2025-06-25") + line("never", "9999-12-31"));
        write("b.jsonl", line("three", "2025-06-16"));
        night(reject, RUN_DATE);
        assertThat(count(Tables.ARTICLES)).isEqualTo(2);
        assertThat(printed(night(reject, LocalDate.parse("2025-06-23"))))
                .contains("2 of 2 files are as an earlier night read them");
        assertThat(printed(night(reject, LocalDate.parse("2025-06-24"))))
                .contains("1 of 2 files are as an earlier night read them");
        assertThat(count(Tables.ARTICLES)).isEqualTo(3);
        assertThat(printed(night(reject, LocalDate.parse("2025-06-26"))))
                .contains("2 of 2 files are as an earlier night read them");
    }

    private static String line(String name, String day) {
        return "{\"url\": \"https://example.com/" + name + "\", \"date\": \"" + day + "\", \"text\": \"Ship " + name
                + " came in.\"}\n";
    }

    private RunReport night(String setting) throws IOException {
        return night(setting, RUN_DATE);
    }

    private RunReport night(String setting, LocalDate runDate) throws IOException {
        Path conf = Files.writeString(folder.resolve("own.conf"), setting);
        return NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.of(conf)),
                new NightlyJob.Request(
                        FailingDisk.address(folder.resolve("input")),
                        folder.resolve("warehouse").toString(),
                        runDate,
                        false,
                        false),
                new Progress(new PrintStream(new ByteArrayOutputStream())));
    }

    private Warehouse tables() {
        return Warehouse.at(TestSpark.session(), folder.resolve("warehouse").toString());
    }

    private long count(Table<?> table) {
        return tables().read(table).count();
    }

    private String status() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StatusJob.run(
                TestSpark.session(),
                folder.resolve("warehouse").toString(),
                Optional.empty(),
                new PrintStream(bytes, true));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String printed(RunReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
