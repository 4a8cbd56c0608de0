package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final LocalDate SECOND = LocalDate.parse("2025-06-17");

    @TempDir
    Path folder;

    @Test
    void forgottenDaysAreInNoTableAndWhatAllDaysSayIsSaidAnew() throws Exception {
        write("2025-06-16", "a", "Angela Merkel met Barack Obama in Berlin.\n\n\u201cWe agree,\u201d Merkel said.\n");
        write("2025-06-17", "b", "Angela Merkel met Theresa May in London.\n\n\u201cWe do not agree,\u201d May said.\n");
        Settings settings = Settings.read(Optional.empty());
        String path = folder.resolve("warehouse").toString();
        NightlyJob.run(TestSpark.session(), settings, new NightlyJob.Request(
                folder.resolve("input").toString(), path, RUN_DATE, false, false));
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        assertThat(warehouse.read(Tables.ENTITIES).where("name = 'Barack Obama'").count()).isEqualTo(1);

        NightlyJob.forget(TestSpark.session(), settings, path, SECOND, RUN_DATE);

        for (Table<?> table : Tables.ALL) {
            if (table.partition().filter("published_date"::equals).isPresent()) {
                assertThat(warehouse.read(table).where("published_date < '2025-06-17' and published_date > '1970-01-01'").count())
                        .as(table.name()).isZero();
            }
        }
        assertThat(warehouse.days(Tables.QUOTES)).containsExactly(SECOND);
        assertThat(warehouse.read(Tables.ENTITIES).where("name = 'Barack Obama'").count()).isZero();
        assertThat(warehouse.read(Tables.ENTITIES).where("name = 'Angela Merkel'").count()).isEqualTo(1);
        assertThat(warehouse.read(Tables.QUOTE_GROUPS).count()).isEqualTo(1);
        Run run = Tables.RUNS.records().record(warehouse.read(Tables.RUNS).where("night = 2").head());
        assertThat(run.notes()).containsExactly("1 days are forgotten");

        NightlyJob.run(TestSpark.session(), settings, new NightlyJob.Request(
                folder.resolve("input").toString(), path, RUN_DATE, false, false));
        assertThat(warehouse.days(Tables.ARTICLES)).as("files that were read stay read").containsExactly(SECOND);
    }

    private void write(String day, String name, String text) throws Exception {
        Path file = folder.resolve("input").resolve(day).resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
