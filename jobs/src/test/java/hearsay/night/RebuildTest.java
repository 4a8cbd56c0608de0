package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night writes anew: the days it touches; and what a rebuild does: everything. */
@Tag("whole")
class RebuildTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");

    @TempDir
    Path folder;

    @Test
    void aNightWritesTheDaysOfItsArticlesAndARebuildWritesAllByTheNewSettings() throws IOException {
        Settings before = Settings.read(Optional.empty());
        write("2025-06-16/merkel", "Angela Merkel met Barack Obama in Berlin.\n\nThey spoke of Emmanuel Macron.\n");
        write("2025-06-17/may", "Theresa May met David Cameron in London.\n\n\u201cWe do not agree,\u201d May said.\n");
        night(before, "warehouse", false);
        Path published = folder.resolve("warehouse/current");
        Path nightOne = published.toRealPath();
        Map<String, FileTime> old = files(published);

        write(
                "2025-06-17/trudeau",
                "Justin Trudeau met Mark Rutte in Ottawa.\n\n\u201cWe agree,\u201d Trudeau said.\n");
        night(before, "warehouse", false);
        Map<String, FileTime> now = files(published);
        now.keySet().removeIf(file -> now.get(file).equals(old.get(file)));
        assertThat(now.keySet().stream().filter(file -> file.contains("published_date=")))
                .as("written by the second night")
                .isNotEmpty()
                .allMatch(file -> file.contains("published_date=2025-06-17"));
        assertThat(nightOne).as("stays for its readers").isDirectory();

        Files.delete(folder.resolve("input/2025-06-16/merkel.txt"));
        Settings after =
                Settings.read(Optional.of(Files.writeString(folder.resolve("own.conf"), "pairs.window-sentences = 0")));
        night(after, "warehouse", true);
        write("2025-06-16/merkel", "Angela Merkel met Barack Obama in Berlin.\n\nThey spoke of Emmanuel Macron.\n");
        night(after, "at-once", false);

        Warehouse rebuilt =
                Warehouse.at(TestSpark.session(), folder.resolve("warehouse").toString());
        Warehouse atOnce =
                Warehouse.at(TestSpark.session(), folder.resolve("at-once").toString());
        for (Table<?> table : Tables.ALL) {
            if (table != Tables.RUNS) {
                assertThat(rows(rebuilt, table)).as(table.name()).isEqualTo(rows(atOnce, table));
            }
        }
        Run run = Tables.RUNS
                .records()
                .record(rebuilt.read(Tables.RUNS).where("night = 3").head());
        assertThat(run.notes())
                .containsExactly("1 articles that the input no longer gives were read out of the warehouse");
        assertThat(rebuilt.read(Tables.ARTICLES).select("run_id").distinct().collectAsList())
                .as("every article was read by the rebuild")
                .extracting(row -> row.getString(0))
                .containsExactly(run.runId());
    }

    @Test
    void changedAliasesCountFromTheNextNightThoughNoArticleIsNew() throws IOException {
        Path aliases = Files.writeString(folder.resolve("aliases.csv"), "type,alias,name,action");
        Path people = Files.writeString(folder.resolve("people.csv"), "name,aliases,party");
        Settings settings = Settings.read(Optional.of(Files.writeString(
                folder.resolve("own.conf"), "names.aliases = \"" + aliases + "\"\nnames.people = \"" + people + "\"")));
        write("2025-06-16/merkel", "Angela Merkel met Barack Obama in Berlin.\n\nThey spoke of Emmanuel Macron.\n");
        write("2025-06-17/may", "Theresa May met David Cameron in London.\n\n\u201cWe do not agree,\u201d May said.\n");
        night(settings, "warehouse", false);
        nightOfAnotherCommand(new Versions("test", "", "")); // as compact has it
        night(settings, "warehouse", false);
        Files.writeString(aliases, "PER,Angela Merkel,Theresa May,merge");
        Files.writeString(people, "name,aliases,party\nAngela Merkel,Macron,CDU\nBarack H. Obama,,Democratic Party");
        nightOfAnotherCommand(NightSettings.of(settings).versions(TestSpark.session())); // as evaluate has it
        night(settings, "warehouse", false);

        Warehouse warehouse =
                Warehouse.at(TestSpark.session(), folder.resolve("warehouse").toString());
        List<Run> runs = warehouse.read(Tables.RUNS).orderBy("night").collectAsList().stream()
                .map(Tables.RUNS.records()::record)
                .toList();
        assertThat(runs.get(2).rules())
                .isEqualTo(runs.get(0).rules())
                .isNotEqualTo(runs.get(4).rules());
        assertThat(runs.get(2).touched()).doesNotContain(LocalDate.parse("2025-06-16"));
        assertThat(runs.get(2).notes()).noneMatch(note -> note.contains("all names are resolved anew"));
        assertThat(runs.get(4).touched())
                .contains(LocalDate.parse("2025-06-16"))
                .doesNotContain(LocalDate.parse("2025-06-17"));
        assertThat(runs.get(4).notes()).anyMatch(note -> note.contains("all names are resolved anew"));
        assertThat(warehouse
                        .read(Tables.ENTITIES)
                        .where("type = 'PER'")
                        .select("name")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("Theresa May", "Barack H. Obama", "Emmanuel Macron", "David Cameron");
        assertThat(warehouse.read(Tables.ENTITIES).where("facts is not null").collectAsList())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.<String>getAs("name")).isEqualTo("Barack H. Obama");
                    assertThat(row.getList(row.fieldIndex("facts")))
                            .extracting(Object::toString)
                            .containsExactly("[party,Democratic Party,null,null]");
                    assertThat(row.<String>getAs("gender")).isEqualTo("male");
                });
    }

    @Test
    void thereMustBeAWarehouseToRebuild() throws IOException {
        write("2025-06-16/a", "A ship came.");
        assertThatThrownBy(() -> night(Settings.read(Optional.empty()), "none", true))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("There is no warehouse at ");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private void night(Settings settings, String warehouse, boolean rebuild) {
        NightlyJob.run(
                TestSpark.session(),
                settings,
                new NightlyJob.Request(
                        folder.resolve("input").toString(),
                        folder.resolve(warehouse).toString(),
                        RUN_DATE,
                        rebuild,
                        false));
    }

    private void nightOfAnotherCommand(Versions versions) {
        Warehouse warehouse =
                Warehouse.at(TestSpark.session(), folder.resolve("warehouse").toString());
        try (Night night = warehouse.begin(RUN_DATE, "nothing", versions)) {
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
    }

    /** The rows of a table without the run that read them. */
    private static Set<String> rows(Warehouse warehouse, Table<?> table) {
        return warehouse.read(table).drop("run_id").toJSON().collectAsList().stream()
                .collect(Collectors.toSet());
    }

    /** The files of the tables and the times at which they were written. */
    private static Map<String, FileTime> files(Path published) throws IOException {
        Path night = published.toRealPath();
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(night)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                files.put(night.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("input").resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-06-30T00:00:00Z")));
    }
}
