package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.MadeNights;
import hearsay.store.Warehouse;
import hearsay.tables.CsvSheet;
import hearsay.tables.Evaluation;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three quotes with speakers: of the harbour, of schools and of a park. */
@Tag("whole")
class RowsToReadTest {
    private static final int TEXT = RowsToRead.COLUMNS.indexOf("text");

    @TempDir
    private static Path folder;

    private static String warehouse;

    @BeforeAll
    static void nights() {
        warehouse = folder.resolve("warehouse").toString();
        MadeNights.publishTwo(warehouse);
    }

    @Test
    void aSampleHasContextAndIsTheSameForTheSameSeed() throws IOException {
        List<List<String>> rows = sample("one.csv", 2, 1);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isEqualTo(RowsToRead.COLUMNS);
        List<String> row = rows.get(1);
        assertThat(row).hasSize(17).endsWith("", "", "", "", "", "");
        assertThat(row.get(3)).isEqualTo("Ada Brook");
        assertThat(row.get(8) + row.get(TEXT) + row.get(10)).matches("(Ada|A\\.) Brook said: “.+”");
        assertThat(sample("two.csv", 2, 1)).isEqualTo(rows);
        List<List<String>> all = sample("all.csv", 9, 1);
        assertThat(all).hasSize(4);
        assertThat(all.subList(0, 3)).isEqualTo(rows);
        Set<List<List<String>>> others = new HashSet<>();
        for (int seed = 1; seed <= 10; seed++) {
            others.add(sample("seed" + seed + ".csv", 2, seed));
        }
        assertThat(others).hasSizeGreaterThan(1);
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path out = Files.writeString(folder.resolve("answers.csv"), "mine");
        assertThatThrownBy(() -> RowsToRead.write(TestSpark.session(), warehouse, 2, 1, out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("may hold answers");
        assertThat(out).hasContent("mine");
    }

    @Test
    void answersAreReadBackAndTheirMeasuresKept() throws IOException {
        List<List<String>> rows = sample("read.csv", 3, 1);
        StringBuilder answered = new StringBuilder(CsvSheet.line(rows.get(0)));
        for (List<String> row : rows.subList(1, 4)) {
            List<String> cells = new ArrayList<>(row);
            String text = cells.get(TEXT);
            cells.set(15, text.contains("harbour") ? "YES" : text.contains("park") ? "0" : "");
            answered.append(CsvSheet.line(cells));
        }
        List<String> gone = new ArrayList<>(rows.get(1));
        gone.set(0, "0000000000000000");
        gone.set(15, "true");
        answered.append(CsvSheet.line(gone));
        Path file = Files.writeString(folder.resolve("answered.csv"), answered);

        AnsweredRows answers = AnsweredRows.read(file);
        assertThat(answers.empty()).isEqualTo(1);
        StatementScores scores = answers.scores(TestSpark.session(), warehouse);
        assertThat(scores.rows()).hasSize(3);
        assertThat(scores.counting()).hasSize(2);
        assertThat(scores.measures().get(0)).isEqualTo(Measure.of("statements all", 0.5, 0.5));

        EvaluationJob.answers(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new EvaluationJob.Request(
                        file, Optional.empty(), Optional.of(warehouse), LocalDate.parse("2025-06-22"), false));
        List<Evaluation> kept = Warehouse.existing(TestSpark.session(), warehouse)
                .read(Tables.EVALUATIONS)
                .where("measure = 'statements all'")
                .collectAsList()
                .stream()
                .map(Tables.EVALUATIONS.records()::record)
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).gold()).isEqualTo("answered.csv");
        assertThat(kept.get(0).precision()).isEqualTo(0.5);
    }

    private static List<List<String>> sample(String name, int rows, long seed) throws IOException {
        Path out = folder.resolve(name);
        RowsToRead.write(TestSpark.session(), warehouse, rows, seed, out);
        return CsvSheet.read(Files.readString(out), "quote_id").stream()
                .map(CsvSheet.Entry::cells)
                .toList();
    }
}
