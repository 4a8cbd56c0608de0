package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
class ForgetTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final LocalDate SECOND = LocalDate.parse("2025-06-17");

    @TempDir
    Path folder;

    @Test
    void forgottenDaysAreInNoTableAndWhatAllDaysSayIsSaidAnew() throws Exception {
        write("2025-06-16", "a", "Angela Merkel met Barack Obama in Berlin.\n\n\u201cWe agree,\u201d Merkel said.\n");
        write(
                "2025-06-17",
                "b",
                "Angela Merkel met Theresa May in London.\n\n\u201cWe do not agree,\u201d May said.\n");
        Settings settings = Settings.read(Optional.empty());
        String path = folder.resolve("warehouse").toString();
        NightlyJob.run(
                TestSpark.session(),
                settings,
                new NightlyJob.Request(folder.resolve("input").toString(), path, RUN_DATE, false, false));
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        assertThat(warehouse
                        .read(Tables.ENTITIES)
                        .where("name = 'Barack Obama'")
                        .count())
                .isEqualTo(1);

        ForgetJob.run(TestSpark.session(), settings, path, SECOND, RUN_DATE, false);

        for (Table<?> table : Tables.ALL) {
            if (table.partition().filter("published_date"::equals).isPresent()) {
                assertThat(warehouse
                                .read(table)
                                .where("published_date < '2025-06-17' and published_date > '1970-01-01'")
                                .count())
                        .as(table.name())
                        .isZero();
            }
        }
        assertThat(warehouse.days(Tables.QUOTES)).containsExactly(SECOND);
        assertThat(warehouse
                        .read(Tables.ENTITIES)
                        .where("name = 'Barack Obama'")
                        .count())
                .isZero();
        assertThat(warehouse
                        .read(Tables.ENTITIES)
                        .where("name = 'Angela Merkel'")
                        .count())
                .isEqualTo(1);
        assertThat(warehouse.read(Tables.QUOTE_GROUPS).count()).isEqualTo(1);
        Run run = Tables.RUNS
                .records()
                .record(warehouse.read(Tables.RUNS).where("night = 2").head());
        assertThat(run.notes()).singleElement().asString().startsWith("1 day before 2025-06-17 is forgotten");

        NightlyJob.run(
                TestSpark.session(),
                settings,
                new NightlyJob.Request(folder.resolve("input").toString(), path, RUN_DATE, false, false));
        assertThat(warehouse.days(Tables.ARTICLES))
                .as("files that were read stay read")
                .containsExactly(SECOND);
    }

    /** One file grows from night to night and is read whole; a story is told again on the days after. */
    @Test
    void forgottenArticlesDoNotComeBackAndLeaveNoCopyOfNothing() throws Exception {
        Path file = folder.resolve("news.jsonl");
        String story =
                "The council of the harbour town voted on Monday to close the old bridge until autumn, after engineers who had"
                        + " looked at its piers for two weeks found cracks in five of them, and to run a ferry between both banks every"
                        + " twenty minutes from early morning until midnight. ";
        Files.writeString(
                file,
                line("first", "2025-06-16", story)
                        + line("alone", "2025-06-16", "A ship from Bergen came in.")
                        + line("second", "2025-06-17", story)
                        + line("third", "2025-06-18", story));
        String path = folder.resolve("warehouse").toString();
        Settings settings = Settings.read(Optional.empty());
        NightlyJob.Request nightly = new NightlyJob.Request(file.toString(), path, RUN_DATE, false, false);
        NightlyJob.run(TestSpark.session(), settings, nightly);
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        assertThat(copies(warehouse)).containsExactly("first null", "second first", "third first");

        ForgetJob.run(TestSpark.session(), settings, path, SECOND, RUN_DATE, false);
        assertThat(copies(warehouse)).containsExactly("second null", "third second");

        Files.writeString(file, line("fourth", "2025-06-18", story), StandardOpenOption.APPEND);
        NightlyJob.run(TestSpark.session(), settings, nightly);
        assertThat(copies(warehouse)).containsExactly("fourth second", "second null", "third second");
        assertThat(warehouse.days(Tables.ARTICLES)).first().isEqualTo(SECOND);
        assertThat(warehouse.read(Tables.REJECTS).count()).isZero();
        Run run = Tables.RUNS
                .records()
                .record(warehouse.read(Tables.RUNS).where("night = 3").head());
        assertThat(run.tables().get(0).why()).isEqualTo("2 of days that are forgotten, 2 unchanged");

        NightlyJob.run(
                TestSpark.session(), settings, new NightlyJob.Request(file.toString(), path, RUN_DATE, true, false));
        assertThat(copies(warehouse)).containsExactly("fourth second", "second null", "third second");
        assertThat(warehouse
                        .read(Tables.CO_MENTION_NETWORK)
                        .where("first_seen < '2025-06-17'")
                        .count())
                .isZero();
    }

    @Test
    void aDayToComeIsAMistake() {
        assertThatThrownBy(() -> ForgetJob.run(
                        TestSpark.session(),
                        Settings.read(Optional.empty()),
                        folder.resolve("none").toString(),
                        RUN_DATE.plusDays(1),
                        RUN_DATE,
                        false))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("The day 2025-07-02 is still to come");
    }

    private static String line(String name, String day, String text) {
        return "{\"url\": \"https://" + name + ".example/story\", \"date\": \"" + day + "\", \"text\": \"" + text
                + "\"}\n";
    }

    /** The tellings of the story, each with the one that it is a copy of. */
    private static List<String> copies(Warehouse warehouse) {
        Dataset<Row> articles = warehouse
                .read(Tables.ARTICLES)
                .where("text like 'The council%'")
                .selectExpr("article_id", "split(source, '[.]')[0] as name", "repeat_of");
        Dataset<Row> names = articles.selectExpr("article_id as repeat_of", "name as first");
        return articles
                .join(names, new String[] {"repeat_of"}, "left")
                .selectExpr(
                        "name || ' ' || case when repeat_of is null then 'null' else coalesce(first, 'nothing') end")
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .sorted()
                .toList();
    }

    private void write(String day, String name, String text) throws Exception {
        Path file = folder.resolve("input").resolve(day).resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
