package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.Verification;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse that Hearsay 0.1.0 (commit 906c49a) wrote in two nights over the seeds and twelve invented articles, and what this
 * build does with it. The zip has the input and the published night; links are made here.
 */
@Tag("whole")
class OlderWarehousesTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2026-11-24");

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        Path night = warehouse.resolve(".nights/0550c9ab19c7712b");
        try (InputStream file = getClass().getResourceAsStream("/hearsay/warehouses/0.1.0.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = entry.getName().startsWith("warehouse/")
                        ? night.resolve(entry.getName().substring("warehouse/".length()))
                        : folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip, to);
                }
            }
        }
        Files.createSymbolicLink(warehouse.resolve("current"), Path.of(".nights/0550c9ab19c7712b"));
        for (Table<?> table : Tables.ALL) {
            Files.createSymbolicLink(warehouse.resolve(table.name()), Path.of("current", table.name()));
        }
    }

    @Test
    void everyColumnOfAnEarlierVersionIsStillThereAndEveryNewOneIsInTheChangelog() throws IOException {
        String changelog = Files.readString(Path.of("jobs/CHANGELOG.md"));
        String since = changelog.substring(0, changelog.indexOf("\n## 0.1.0"));
        for (Table<?> table : Tables.ALL) {
            Map<String, String> before = columns("", schema(table));
            Map<String, String> now = columns("", table.schema());
            assertThat(now).as(table.name()).containsAllEntriesOf(before);
            now.keySet().removeAll(before.keySet());
            assertThat(now.keySet())
                    .as("new columns of " + table.name() + " that the changelog does not name")
                    .allMatch(column -> since.contains("`" + table.name() + "." + named(column, before) + "`"));
        }
    }

    @Test
    void verifyFindsItSoundAndSaysWhatItLacks() throws IOException {
        Verification verified = verify();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.notes())
                .anyMatch(note -> note.contains("by version 1 of the tables"))
                .anyMatch(note -> note.startsWith("The night has no list of its files"))
                .anyMatch(note -> note.startsWith("quotes: ") && note.contains("declared later (act, "));
        assertThat(verified.notes()).noneMatch(note -> note.startsWith("rejects: "));

        Files.delete(folder.resolve("warehouse/current/articles/published_date=2025-06-17/part-00000.parquet"));
        assertThat(verify().findings())
                .extracting(Verification.Finding::says)
                .anyMatch(says -> says.contains("(no such article on 2025-06-17)"));
    }

    private Verification verify() {
        return Verification.of(TestSpark.session(), folder.resolve("warehouse").toString(), true);
    }

    @Test
    void theNextNightTakesItOverAndARebuildMakesItLikeOneOfThisVersion() throws IOException {
        Map<String, Long> before = counts(warehouse("warehouse"));
        Files.writeString(
                folder.resolve("input/new.txt"), "Ann Lee met Bob Moss.\n\n\u201cWe agree,\u201d Ann Lee said.\n");
        night("warehouse", false);

        Warehouse taken = warehouse("warehouse");
        assertThat(lastNotes(taken))
                .anyMatch(note -> note.startsWith("the warehouse was written with version 1 of the tables"));
        assertThat(counts(taken).get("articles")).isEqualTo(before.get("articles") + 1);
        assertThat(counts(taken).get("quotes")).isGreaterThanOrEqualTo(before.get("quotes"));
        assertThat(taken.read(Tables.QUOTES).where("act is null").count())
                .as("rows of days that the night did not write")
                .isPositive();
        assertThat(Files.readString(folder.resolve("warehouse/current/_night"))).contains("tables=" + Tables.VERSION);

        assertThat(verify().findings()).isEmpty();
        assertThat(verify().notes()).noneMatch(note -> note.startsWith("The night has no list"));

        night("warehouse", false);
        assertThat(lastNotes(taken)).noneMatch(note -> note.contains("of the tables"));

        night("warehouse", true);
        nightsAnew();
        Warehouse fresh = warehouse("fresh");
        for (Table<?> table : Tables.ALL) {
            if (table != Tables.RUNS && table != Tables.REJECTS) { // those of each run
                Dataset<Row> rebuilt = taken.read(table).drop("run_id");
                Dataset<Row> made = fresh.read(table).drop("run_id");
                assertThat(rebuilt.exceptAll(made)
                                .union(made.exceptAll(rebuilt))
                                .toJSON()
                                .collectAsList())
                        .as(table.name())
                        .isEmpty();
            }
        }
    }

    /** The three nights that the old warehouse has seen, by this build: a text without a date has the day of its run. */
    private void nightsAnew() throws IOException {
        List<Path> held = new ArrayList<>();
        for (String name : List.of("later.jsonl", "new.txt")) {
            held.add(Files.move(folder.resolve("input").resolve(name), folder.resolve(name)));
        }
        night("fresh", LocalDate.parse("2026-11-22"), false);
        Files.move(held.get(0), folder.resolve("input/later.jsonl"));
        night("fresh", LocalDate.parse("2026-11-23"), false);
        Files.move(held.get(1), folder.resolve("input/new.txt"));
        night("fresh", RUN_DATE, false);
    }

    @Test
    void aWarehouseOfANewerVersionIsRefusedInASentence() throws IOException {
        Path mark = folder.resolve("warehouse/current/_night");
        Files.writeString(mark, Files.readString(mark) + "tables=" + (Tables.VERSION + 1) + "\n");
        assertThatThrownBy(() -> night("warehouse", false))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("was written by a newer Hearsay")
                .hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> Warehouse.existing(
                        TestSpark.session(), folder.resolve("warehouse").toString()))
                .isInstanceOf(OperatorMistake.class);
    }

    /** A new list of records is named by itself, and a new column in an older one with the list. */
    private static String named(String column, Map<String, String> before) {
        String list = column.replaceFirst("\\..*", "");
        return before.keySet().stream().anyMatch(older -> older.startsWith(list + ".")) ? column : list;
    }

    private StructType schema(Table<?> table) {
        Path files = folder.resolve("warehouse/current").resolve(table.name());
        Dataset<Row> rows = TestSpark.session().read().parquet(files.toString());
        return rows.schema();
    }

    /** Columns and their types, those within a list of records with the list before a dot. */
    private static Map<String, String> columns(String prefix, StructType schema) {
        Map<String, String> columns = new HashMap<>();
        for (StructField field : schema.fields()) {
            DataType type = field.dataType() instanceof ArrayType list ? list.elementType() : field.dataType();
            if (type instanceof StructType record) {
                columns.putAll(columns(prefix + field.name() + ".", record));
            } else {
                columns.put(prefix + field.name(), field.dataType().simpleString());
            }
        }
        return columns;
    }

    private void night(String warehouse, boolean rebuild) {
        night(warehouse, RUN_DATE, rebuild);
    }

    private void night(String warehouse, LocalDate runDate, boolean rebuild) {
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request(
                        folder.resolve("input").toString(),
                        folder.resolve(warehouse).toString(),
                        runDate,
                        rebuild,
                        rebuild)); // the newer rules leave rows out: the operator says so
    }

    private Warehouse warehouse(String name) {
        return Warehouse.at(TestSpark.session(), folder.resolve(name).toString());
    }

    private static List<String> lastNotes(Warehouse warehouse) {
        return Tables.RUNS
                .records()
                .record(warehouse.read(Tables.RUNS).orderBy("night").collectAsList().stream()
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .notes();
    }

    private static Map<String, Long> counts(Warehouse warehouse) {
        return Tables.ALL.stream()
                .collect(Collectors.toMap(
                        Table::name, table -> warehouse.read(table).count()));
    }
}
