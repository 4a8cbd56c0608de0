package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.WordModel;
import hearsay.report.DiffJob;
import hearsay.settings.Settings;
import hearsay.store.Verification;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.FileUtils;

/**
 * Invented articles come late, again, corrected, copied and in moved files, and days are forgotten: several nights leave the rows of
 * one, a night more changes nothing, and forgetting before or after the last night is the same. The model knows words only
 * ({@link WordModel}).
 *
 * <p>Each build takes the news that are kept, those on which nights once failed among them;
 * {@code -Dhearsay.nights=2000} takes random ones until there were so many nights. A failure names the news as a line to keep.
 */
@Tag("whole")
@Tag("alone")
class RandomNightsTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    private static Path folder;
    private static String model;
    private static Connection duck;
    private static final AtomicInteger NIGHTS = new AtomicInteger();
    private static final int WANTED = Integer.getInteger("hearsay.nights", 0);

    @BeforeContainer
    static void model() throws Exception {
        folder = Files.createTempDirectory("random-nights");
        model = WordModel.write(folder.resolve("model"), RandomNews.names());
        duck = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterContainer
    static void delete() throws Exception {
        System.out.println(NIGHTS + " random nights");
        duck.close();
        FileUtils.deleteDirectory(folder.toFile());
    }

    @Provide
    static Arbitrary<RandomNews> news() {
        Arbitrary<RandomNews.Arrival> arrival = Combinators.combine(
                        Arbitraries.of(RandomNews.Kind.class),
                        Arbitraries.integers().between(0, RandomNews.NIGHTS - 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, RandomNews.DAYS),
                        Arbitraries.integers()
                                .between(0, RandomNews.SENTENCES - 1)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5))
                .as(RandomNews.Arrival::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, RandomNews.SETTINGS - 1),
                        Arbitraries.integers().between(-1, RandomNews.NIGHTS - 2),
                        Arbitraries.integers().between(1, RandomNews.DAYS - 2),
                        arrival.list().ofMinSize(3).ofMaxSize(14))
                .as(RandomNews::new);
    }

    @Example
    void keptNews() throws Exception {
        for (String line : Files.readAllLines(Path.of("jobs/src/test/resources/hearsay/night/random-news.txt"))) {
            if (!line.startsWith("#")) {
                nightsEndAsOne(RandomNews.of(line));
            }
        }
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void randomNews(@ForAll("news") RandomNews news) throws Exception {
        if (NIGHTS.get() < WANTED) {
            nightsEndAsOne(news);
        }
    }

    private static void nightsEndAsOne(RandomNews news) throws Exception {
        Path place = Files.createTempDirectory(folder, "news");
        Settings settings = settings(news, place);
        Path input = Files.createDirectories(place.resolve("input"));
        Path several = place.resolve("several");
        for (int night = 0; night < RandomNews.NIGHTS; night++) {
            news.arrive(night, input);
            if (news.isNight(night)) {
                night(settings, input, several);
            }
            if (news.forgetAfter() == night && Files.exists(several)) {
                forget(settings, news, several);
            }
        }
        Path one = place.resolve("one");
        CompletableFuture<Void> inOne = CompletableFuture.runAsync(() -> {
            night(settings, input, one);
            if (news.forgets()) {
                forget(settings, news, one);
            }
        });
        Map<String, List<String>> rows = tables(several, news.forgets());
        night(settings, input, several);
        same(news + ", once more", rows, tables(several, news.forgets()));
        assertThat(Verification.of(TestSpark.session(), several.toString(), true)
                        .findings())
                .as(news.toString())
                .isEmpty();
        inOne.join();
        same(news + ", against one night", tables(one, news.forgets()), rows);
        diff(news, several);
        FileUtils.deleteDirectory(place.toFile());
        System.out.println(NIGHTS + " nights; " + news);
    }

    private static Settings settings(RandomNews news, Path place) throws IOException {
        Path conf = place.resolve("news.conf");
        Files.writeString(conf, news.conf() + "ner.model = \"" + model + "\"\nattribution.model = \"" + model + "\"\n");
        return Settings.read(Optional.of(conf));
    }

    private static void night(Settings settings, Path input, Path warehouse) {
        NIGHTS.incrementAndGet();
        NightlyJob.run(
                TestSpark.session(),
                settings,
                new NightlyJob.Request(input.toString(), warehouse.toString(), RUN_DATE, false, true),
                new Progress(NOWHERE));
    }

    private static void forget(Settings settings, RandomNews news, Path warehouse) {
        NIGHTS.incrementAndGet();
        LocalDate first = LocalDate.parse(RandomNews.day(news.firstDay()));
        ForgetJob.run(TestSpark.session(), settings, warehouse.toString(), first, RUN_DATE, true);
    }

    /** What a night in which nothing is new changes: nothing, and no more than a run against itself. */
    private static void diff(RandomNews news, Path warehouse) {
        String last = Warehouse.existing(TestSpark.session(), warehouse.toString())
                .keptRuns()
                .get(0);
        assertThat(List.of(diff(warehouse, Optional.empty()), diff(warehouse, Optional.of(last))))
                .allSatisfy(said -> assertThat(said)
                        .as(news.toString())
                        .contains("articles: 0 new, 0 gone, 0 with another text")
                        .contains("quotes: 0 new, 0 gone")
                        .contains("quotes whose speaker changed: 0")
                        .contains("entities: 0 new, 0 gone")
                        .doesNotContain("merged into", "is now called", "gave mentions to"));
    }

    private static String diff(Path warehouse, Optional<String> from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiffJob.run(
                TestSpark.session(),
                warehouse.toString(),
                from,
                Optional.empty(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void same(String what, Map<String, List<String>> expected, Map<String, List<String>> are) {
        for (Map.Entry<String, List<String>> table : expected.entrySet()) {
            List<String> missing = new ArrayList<>(table.getValue());
            are.get(table.getKey()).forEach(missing::remove);
            List<String> more = new ArrayList<>(are.get(table.getKey()));
            table.getValue().forEach(more::remove);
            assertThat(String.join("\n", missing) + "\n--- and in place of that:\n" + String.join("\n", more))
                    .as(table.getKey() + " of " + what)
                    .isEqualTo("\n--- and in place of that:\n");
        }
    }

    /** The rows of every table but those of each run; without earlier texts where those of forgotten days are forgotten. */
    private static Map<String, List<String>> tables(Path warehouse, boolean forgets) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Table<?> table : Tables.ALL) {
            if (table != Tables.RUNS && table != Tables.REJECTS) {
                tables.put(table.name(), rows(warehouse, table, forgets));
            }
        }
        return tables;
    }

    private static List<String> rows(Path warehouse, Table<?> table, boolean forgets) throws SQLException {
        List<String> rows = new ArrayList<>();
        String but = table != Tables.ARTICLES
                ? ""
                : forgets ? " exclude (run_id, path, previous)" : " exclude (run_id, path)";
        try (Statement query = duck.createStatement();
                ResultSet found = query.executeQuery("select t::varchar from (select *" + but + " from read_parquet('"
                        + warehouse.resolve("current").resolve(table.name()) + "/**/*.parquet')) t order by 1")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
