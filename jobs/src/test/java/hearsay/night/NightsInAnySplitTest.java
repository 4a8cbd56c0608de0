package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the nights in which articles come, the rows are those of one run: what one teaches of others is learned later too. */
@Tag("whole")
class NightsInAnySplitTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final String APPEAL = "Reporting like ours is paid for by readers of Angela Merkel House.";
    private static final String[] TOPICS =
            ("The bridge,The library,The new school,The tram,Bread,Rain,The old harbour,Water,Taxes,The forest,"
                            + "Cycling,Snow,The museum,Milk,The theatre,The long wall,Sleep,Music,The hospital,Coal,Wind,The market,Noise,The river")
                    .split(",");
    private static final String HEADER = "Capital Post, founded by Barack Obama";

    /** Who bears the role that the first names is said by an older article that comes later. */
    private static final List<String> ROLE_LATER = List.of(
            json(
                    "weekly.example",
                    1,
                    "Hanna Berg met Oscar Lind in Oslo on Monday.\\nThe mayor said that the bridge would close.",
                    20),
            json("weekly.example", 2, "Mayor Oscar Lind visited the harbour in Oslo on Friday.", 13));

    /** Two articles without a day of their own, in two nights: the second has the surname only. */
    private static final List<String> UNDATED = List.of(
            undated(1, "Petra Novak met Ivan Horak in Prague. Novak said that the tower would stay."),
            undated(2, "Ivan Horak wrote to Petra Novak about the tower."));

    @TempDir
    static Path folder;

    private static Warehouse one;
    private static Warehouse several;

    @BeforeAll
    static void runs() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            lines.add(article(i));
        }
        lines.addAll(ROLE_LATER);
        lines.addAll(UNDATED);
        one = night(lines, 0, folder.resolve("one"));
        lines.removeAll(ROLE_LATER);
        lines.removeAll(UNDATED);
        Collections.shuffle(lines, new Random(3));
        for (int night = 0; night < 2; night++) {
            List<String> some = new ArrayList<>(lines.subList(night * 12, night * 12 + 12));
            some.add(ROLE_LATER.get(night));
            some.add(UNDATED.get(night));
            several = night(some, night, folder.resolve("several"));
        }
    }

    @Test
    void furnitureGivesNoNames() {
        assertThat(one.read(Tables.SENTENCES)
                        .where(functions.col("text").isin(APPEAL, HEADER))
                        .groupBy("kind")
                        .count()
                        .collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getLong(1))
                .as("an outlet's first stories teach it")
                .containsExactlyInAnyOrder("boilerplate 17", "body 3", "title 4");
        assertThat(one.read(Tables.MENTIONS)
                        .where("text in ('Angela Merkel House', 'Barack Obama')")
                        .count())
                .isEqualTo(7);
        assertThat(one.read(Tables.MENTIONS)
                        .where("text = 'Theresa May' or text = 'Justin Trudeau'")
                        .count())
                .isEqualTo(24);
    }

    @Test
    void aRoleIsKnownOfTheDaysBefore() {
        assertThat(one.read(Tables.QUOTES)
                        .where("text like '%bridge would close%'")
                        .head()
                        .<String>getAs("speaker"))
                .isEqualTo("Oscar Lind");
    }

    @Test
    void articlesWithoutADayAreKeptAndFlaggedAndCountOnNone() {
        assertThat(one.read(Tables.ARTICLES).where("date_doubt = 'no day'").count())
                .isEqualTo(2);
        assertThat(one.read(Tables.ENTITIES)
                        .where("name = 'Petra Novak'")
                        .select("articles", "first_seen", "last_seen")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2,null,null]");
        assertThat(one.read(Tables.CO_MENTION_NETWORK)
                        .where(
                                "(a_name = 'Petra Novak' or b_name = 'Petra Novak') and (a_name = 'Ivan Horak' or b_name = 'Ivan Horak')")
                        .select("articles", "first_seen")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2,null]");
        assertThat(one.read(Tables.CO_MENTIONS)
                        .where(functions.col("published_date").equalTo(functions.lit(RUN_DATE)))
                        .count())
                .isZero();
        assertThat(one.read(Tables.MENTIONS).where("date_doubt = 'no day'").count())
                .isGreaterThan(3);
        assertThat(one.read(Tables.QUOTES)
                        .where("date_doubt = 'no day'")
                        .select("speaker")
                        .collectAsList())
                .extracting(Row::toString)
                .contains("[Petra Novak]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles",
                "sentences",
                "mentions",
                "entities",
                "quotes",
                "quote_groups",
                "co_mentions",
                "co_mention_network",
                "speaker_links"
            })
    void twoNightsInAnySplitEndInTheRowsOfOneRun(String table) {
        assertThat(rows(several, table)).isNotEmpty().isEqualTo(rows(one, table));
    }

    @Test
    void aLaterNightTeachesOfTheArticlesOfAnEarlierOne() {
        List<Run> runs = several.read(Tables.RUNS).orderBy("night").collectAsList().stream()
                .map(Tables.RUNS.records()::record)
                .toList();
        assertThat(runs)
                .anyMatch(run -> run.notes().stream()
                        .anyMatch(note -> note.endsWith(
                                " known articles are read anew: what their outlets repeat is known now")));
        assertThat(runs)
                .anyMatch(run -> run.notes()
                        .contains("1 other day is written anew: other roles of those they name are known now"));
    }

    /** Two outlets with twelve stories each, three in two days: from the fifth on there are five in the two weeks before. */
    private static String article(int i) {
        String outlet = i % 2 == 0 ? "ledger.example" : "capital-post.example";
        String furniture = i % 2 == 0 ? APPEAL : HEADER;
        String person = i % 3 == 0 ? "Theresa May" : "Justin Trudeau";
        String news = TOPICS[i] + " will be discussed in the spring, said " + person + ".";
        String text = i % 2 == 0 ? news + "\\n" + furniture : furniture + "\\n" + news;
        return json(outlet, i, text, 10 + i / 3);
    }

    private static String json(String outlet, int number, String text, int dayOfJune) {
        return "{\"url\": \"https://%s/%d\", \"maintext\": \"%s\", \"date_publish\": \"2025-06-%02d\", \"language\": \"en\"}"
                .formatted(outlet, number, text, dayOfJune);
    }

    private static String undated(int number, String text) {
        return "{\"url\": \"https://monthly.example/%d\", \"maintext\": \"%s\", \"language\": \"en\"}"
                .formatted(number, text);
    }

    private static Warehouse night(List<String> lines, int number, Path place) throws IOException {
        Path input = Files.createDirectories(place.resolve("input"));
        Files.write(input.resolve("night-" + number + ".jsonl"), lines);
        String warehouse = place.resolve("warehouse").toString();
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request(input.toString(), warehouse, RUN_DATE, false, false));
        return Warehouse.at(TestSpark.session(), warehouse);
    }

    private static List<String> rows(Warehouse warehouse, String name) {
        Table<?> table = Tables.ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        return warehouse.read(table).drop("run_id", "path").collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }
}
