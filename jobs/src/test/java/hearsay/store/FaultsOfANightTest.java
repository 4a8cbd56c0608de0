package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night of a few ready articles, as Spark stages and {@link Night} checks and publishes it, in which an operation that changes the
 * store fails. {@code -Dhearsay.faults=all} lets each fail in turn, the ways of {@link Faults} by turns, in place of one amid the
 * switch.
 */
@Tag("whole")
class FaultsOfANightTest {
    private static final boolean ALL = System.getProperty("hearsay.faults", "").equals("all");
    private static final LocalDate NIGHT = LocalDate.parse("2025-06-20");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hdfslike", "s3like"})
    void oneMoreRunLeavesTheNight(String scheme) throws IOException {
        for (Map.Entry<String, String> setting :
                FaultyStore.CONF.getPropsWithPrefix("fs.").entrySet()) {
            if (setting.getKey().contains("like.impl")) {
                conf().set("fs." + setting.getKey(), setting.getValue());
            }
        }
        SmallNews second = oneArticle().with("2025-06-17", "school", "Ada Brook", "Schools begin at nine.");
        Path base = Files.createDirectories(folder.resolve("base"));
        FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
        run(base, scheme, oneArticle());
        Map<String, String> before = tables(base);
        Path whole = Folders.copy(base, folder.resolve("whole"));
        FaultyStore.FAULTS.plan(-1, Faults.Kind.ERROR);
        run(whole, scheme, second);
        List<String> operations = FaultyStore.FAULTS.done();
        Map<String, String> after = tables(whole);
        assertThat(after.keySet()).isNotEqualTo(before.keySet());

        List<Faults.Kind> kinds = List.copyOf(EnumSet.allOf(Faults.Kind.class));
        int published = 0;
        int faults = 0;
        int amid = operations.lastIndexOf((scheme.equals("s3like") ? "copy" : "rename") + " part-00000.parquet");
        for (int k : ALL ? IntStream.range(0, operations.size()).toArray() : new int[] {amid}) {
            Faults.Kind kind = kinds.get(k % kinds.size());
            String what = scheme + ": " + kind + " at " + k + ", " + operations.get(k);
            Path warehouse = Folders.copy(base, folder.resolve("k-" + k));
            FaultyStore.FAULTS.plan(k, kind);
            boolean said = runs(warehouse, scheme, second);
            FaultyStore.FAULTS.plan(-1, kind);
            faults++;
            published += said ? 1 : 0;
            Map<String, String> left = tables(warehouse);
            assertThat(left)
                    .as(what)
                    .allSatisfy((file, text) -> assertThat(text).isIn(before.get(file), after.get(file)));
            if (said) {
                assertThat(left).as(what).isEqualTo(after);
            }

            FaultsOfPublishingTest.killHolder(warehouse);
            run(warehouse, scheme, second);
            assertThat(tables(warehouse)).as(what).isEqualTo(after);
            assertThat(Verification.of(TestSpark.session(), scheme + ":" + warehouse, false)
                            .findings())
                    .as(what)
                    .isEmpty();
        }
        System.out.println("faults of a night, " + scheme + ": " + operations.size() + " operations, " + faults
                + " faults, " + published + " nights published all the same");
    }

    private static SmallNews oneArticle() {
        return new SmallNews().with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.");
    }

    private static Configuration conf() {
        return TestSpark.session().sparkContext().hadoopConfiguration();
    }

    private static boolean runs(Path warehouse, String scheme, SmallNews news) {
        try {
            run(warehouse, scheme, news);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static void run(Path path, String scheme, SmallNews news) {
        Warehouse warehouse = Warehouse.at(TestSpark.session(), scheme + ":" + path);
        Set<LocalDate> days = news.days();
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            night.stage(Tables.ARTICLES, SmallNews.rows(Tables.ARTICLES, news.articles()), days);
            night.stage(Tables.ENTITIES, SmallNews.rows(Tables.ENTITIES, news.entities()));
            night.stage(Tables.QUOTES, SmallNews.rows(Tables.QUOTES, news.quotes()), days);
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
    }

    /** But for runs, whose rows say how long they took. */
    private static Map<String, String> tables(Path warehouse) throws IOException {
        Map<String, String> tables = new TreeMap<>(Folders.files(warehouse));
        tables.keySet().removeIf(file -> file.startsWith(".") || file.startsWith("runs/"));
        return tables;
    }
}
