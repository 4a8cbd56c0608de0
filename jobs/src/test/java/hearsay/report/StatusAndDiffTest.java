package hearsay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.store.MadeNights;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
class StatusAndDiffTest {
    @TempDir
    static Path folder;

    private static String warehouse;

    @BeforeAll
    static void twoNights() {
        warehouse = folder.resolve("warehouse").toString();
        MadeNights.publishTwo(warehouse);
    }

    private static String printed(Consumer<PrintStream> job) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        job.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void statusSaysNightsAndSizesAndWhatWaits() throws Exception {
        Path input = Files.createDirectory(folder.resolve("input"));
        Files.writeString(input.resolve("a.txt"), "A ship came.");
        String status =
                printed(out -> StatusJob.run(TestSpark.session(), warehouse, Optional.of(input.toString()), out));
        assertThat(status)
                .contains("No run is at work.", "1 of 1 input files wait to be read in " + input + ".")
                .containsPattern("     1  [0-9a-f]{16}  2025-06-20 .* kept\n     2  [0-9a-f]{16}  2025-06-21 .* kept\n")
                .containsPattern("quotes +3 +2 +2 +[0-9.]+ kB\n");
    }

    @Test
    void statusSaysWhereItCannotKnowWhatWaits() {
        assertThat(printed(out -> StatusJob.run(TestSpark.session(), warehouse, Optional.empty(), out)))
                .contains("What waits is not known: ");
        Warehouse gone =
                Warehouse.at(TestSpark.session(), folder.resolve("gone").toString());
        try (Night night = gone.begin(LocalDate.parse("2025-06-20"), "input", new Versions("test", "none", "none"))) {
            night.stageListing(
                    "file:/none/at/all",
                    List.of(new InputFile("file:/none/at/all/a.txt", "a.txt", 1, Instant.EPOCH)),
                    Map.of());
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(printed(out -> StatusJob.run(TestSpark.session(), gone.path(), Optional.empty(), out)))
                .contains("What waits is not known. There is no input at file:/none/at/all.", "night  run");
    }

    @Test
    void diffSaysWhoseQuotesTheyAreNowAndWhoBecameOne() {
        assertThat(printed(out -> DiffJob.run(TestSpark.session(), warehouse, Optional.empty(), Optional.empty(), out)))
                .contains("From night 1", "to night 2")
                .contains("articles: 1 new, 0 gone, 0 with another text")
                .contains("quotes: 1 new, 0 gone")
                .contains("quotes whose speaker changed: 1\n       1  decided by model, before by cue\n")
                .contains("A. Brook (cue) -> Ada Brook (model)  “Schools begin at nine.”")
                .contains("entities: 0 new, 1 gone\n  A. Brook merged into Ada Brook (1 mentions)\n");
    }

    @Test
    void diffTellsWhoHasAnotherNameFromWhoBecameAnother() {
        String renamed = folder.resolve("renamed").toString();
        MadeNights.publishRenamed(renamed, 21);
        assertThat(printed(out -> DiffJob.run(TestSpark.session(), renamed, Optional.empty(), Optional.empty(), out)))
                .contains("quotes whose speaker changed: 21\n      21  decided by cue, before by cue\n")
                .contains("\n  and 1 more\n")
                .contains("entities: 1 new, 1 gone\n  A. Brook is now called Ada Brook (21 mentions)\n")
                .doesNotContain("merged");
    }

    @Test
    void aStoreThatKeepsOneNightSaysSo() {
        TestSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs.viewfs.mounttable.nights.link./data", folder.toUri().toString());
        MadeNights.publishTwo("viewfs://nights/data/elsewhere");
        assertThatThrownBy(() -> DiffJob.run(
                        TestSpark.session(),
                        "viewfs://nights/data/elsewhere",
                        Optional.empty(),
                        Optional.empty(),
                        System.out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("There is no night before run")
                .hasMessageContaining("published night only, as every warehouse on HDFS");
    }

    @Test
    void aNightThatIsNotKeptIsTheOperatorsMistake() {
        assertThatThrownBy(() ->
                        DiffJob.run(TestSpark.session(), warehouse, Optional.of("feed"), Optional.empty(), System.out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("no night of run feed")
                .hasMessageContaining("keeps as many nights as warehouse.kept-nights says");
        assertThatThrownBy(() -> StatusJob.run(TestSpark.session(), folder + "/none", Optional.empty(), System.out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage("There is no warehouse at " + folder + "/none.");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
