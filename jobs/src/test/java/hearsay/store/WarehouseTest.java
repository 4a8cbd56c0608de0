package hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Ids;
import hearsay.tables.InputFile;
import hearsay.tables.Quote;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseTest {
    private static final LocalDate NIGHT = LocalDate.parse("2025-06-20");
    private static final LocalDate MONDAY = LocalDate.parse("2025-06-16");
    private static final LocalDate TUESDAY = LocalDate.parse("2025-06-17");

    @TempDir
    Path folder;

    private static SmallNews twoDays() {
        return new SmallNews()
                .with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.")
                .with("2025-06-16", "bridge", "Carl Dunn", "We build the bridge \ud83c\udf09 now.")
                .with("2025-06-17", "school", "Ada Brook", "Schools begin at nine.");
    }

    private Warehouse warehouse(boolean links) {
        return Warehouse.open(TestSpark.session(), folder.toString(), 3, links);
    }

    static void stage(Night night, SmallNews news, Set<LocalDate> days) {
        night.stage(Tables.ARTICLES, SmallNews.rows(Tables.ARTICLES, news.articles()), days);
        night.stage(Tables.SENTENCES, SmallNews.rows(Tables.SENTENCES, news.sentences()), days);
        night.stage(Tables.MENTIONS, SmallNews.rows(Tables.MENTIONS, news.mentions()), days);
        night.stage(Tables.ENTITIES, SmallNews.rows(Tables.ENTITIES, news.entities()));
        night.stage(Tables.QUOTES, SmallNews.rows(Tables.QUOTES, news.quotes()), days);
    }

    private static String publish(Warehouse warehouse, SmallNews news, Set<LocalDate> days) {
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            stage(night, news, days);
            night.publish(Defaults.CHECKS, new RunReport(), false);
            return night.runId();
        }
    }

    @Test
    void rowsAreCountedWhateverTheFolderIsCalled() {
        Warehouse warehouse = Warehouse.at(
                TestSpark.session(), folder.resolve("news, 50 % new").toString());
        SmallNews news = twoDays();
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            Dataset<Row> rows = SmallNews.rows(Tables.ARTICLES, news.articles());
            assertThat(night.rows(night.stage(Tables.ARTICLES, rows, news.days())))
                    .isEqualTo(3);
            assertThat(night.rows(night.scratch("articles", rows))).isEqualTo(3);
            assertThat(night.rows(night.scratch("none", rows.limit(0)))).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"news [1]", "news {a}", "news*"})
    void aFolderThatSparkTakesForAPatternIsRefused(String name) {
        assertThatThrownBy(() ->
                        Warehouse.at(TestSpark.session(), folder.resolve(name).toString()))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("in a path for a pattern");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void aTableReadsAsItWasStaged(boolean links) {
        Warehouse warehouse = warehouse(links);
        assertThat(warehouse.read(Tables.QUOTES).count()).isZero();
        assertThat(warehouse.publishedRun()).isEmpty();

        publish(warehouse, twoDays(), twoDays().days());

        Dataset<Row> quotes = warehouse.read(Tables.QUOTES);
        assertThat(quotes.schema().fieldNames())
                .containsExactly(Tables.QUOTES.schema().fieldNames());
        assertThat(quotes.schema().apply("published_date").dataType()).isEqualTo(DataTypes.DateType);
        List<Quote> read = quotes.collectAsList().stream()
                .map(Tables.QUOTES.records()::record)
                .toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(twoDays().quotes());
        assertThat(warehouse.read(Tables.QUOTES, Set.of(TUESDAY)).count()).isEqualTo(1);
    }

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void aNightWritesOnlyTheDaysThatChange(boolean links) throws IOException {
        Warehouse warehouse = warehouse(links);
        publish(warehouse, twoDays(), twoDays().days());
        Map<String, String> before = files("quotes");

        publish(warehouse, twoDays(), twoDays().days());
        assertThat(files("quotes")).as("the same rows staged again").isEqualTo(before);
        assertThat(warehouse.read(Tables.RUNS).count()).isEqualTo(2);

        SmallNews more = twoDays().with("2025-06-17", "park", "Carl Dunn", "The park opens.");
        publish(warehouse, more, more.days());
        String monday = "published_date=2025-06-16/part-00000.parquet";
        String tuesday = "published_date=2025-06-17/part-00000.parquet";
        assertThat(files("quotes")).containsOnlyKeys(monday, tuesday);
        assertThat(files("quotes").get(monday)).isEqualTo(before.get(monday));
        assertThat(files("quotes").get(tuesday)).isNotEqualTo(before.get(tuesday));
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(4);
    }

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void aTouchedDayWithoutRowsDisappears(boolean links) throws IOException {
        Warehouse warehouse = warehouse(links);
        publish(warehouse, twoDays(), twoDays().days());

        publish(warehouse, twoDays().without("school"), Set.of(MONDAY, TUESDAY));

        assertThat(files("quotes")).containsOnlyKeys("published_date=2025-06-16/part-00000.parquet");
        assertThat(warehouse.read(Tables.ARTICLES).count()).isEqualTo(2);
    }

    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void aNightClosedBeforePublishingLeavesNothing(boolean links) throws IOException {
        Warehouse warehouse = warehouse(links);
        publish(warehouse, twoDays(), twoDays().days());
        Map<String, String> before = files("");

        SmallNews more = twoDays().with("2025-06-17", "park", "Carl Dunn", "The park opens.");
        try (Night night = warehouse.begin(NIGHT, "more", SmallNews.VERSIONS)) {
            stage(night, more, more.days());
            assertThat(night.read(Tables.QUOTES).count()).isEqualTo(4);
            assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(3);
        }
        assertThat(files("")).isEqualTo(before);
    }

    @Test
    void aReaderWhoResolvedTheNightKeepsReadingIt() throws IOException {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        Path frozen = folder.resolve("current").toRealPath();

        SmallNews more = twoDays().with("2025-06-17", "park", "Carl Dunn", "The park opens.");
        publish(warehouse, more, more.days());

        assertThat(TestSpark.session().read().parquet(frozen + "/quotes").count())
                .isEqualTo(3);
        assertThat(TestSpark.session().read().parquet(folder + "/quotes").count())
                .isEqualTo(4);
    }

    @Test
    void onlyTheLastNightsStay() {
        Warehouse warehouse = warehouse(true);
        for (int i = 0; i < 5; i++) {
            publish(warehouse, twoDays(), twoDays().days());
        }
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(warehouse.keptRuns()).hasSize(3).doesNotContain(night.runId());
            assertThat(night.number()).isEqualTo(6);
        }
        assertThat(warehouse
                        .read(Tables.RUNS)
                        .select("night")
                        .as(org.apache.spark.sql.Encoders.LONG())
                        .collectAsList())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aCopyWithoutItsLinksOrItsNightsIsRefusedAndLeftAsItIs() throws IOException {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        publish(warehouse, twoDays(), twoDays().days());
        Path nights = folder.resolve(".nights");
        Path elsewhere = Files.move(nights, folder.resolve("elsewhere"));
        refuses(warehouse, "leads to no night");

        Files.move(elsewhere, nights);
        Files.delete(folder.resolve("current"));
        refuses(warehouse, "was copied without its links");
        Files.createDirectory(folder.resolve("current"));
        refuses(warehouse, "was copied without its links");
        try (Stream<Path> left = Files.list(nights)) {
            assertThat(left).hasSize(2);
        }
    }

    private static void refuses(Warehouse warehouse, String because) {
        assertThatThrownBy(() -> warehouse.begin(NIGHT, "input", SmallNews.VERSIONS))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(because);
        assertThatThrownBy(() -> warehouse.read(Tables.QUOTES))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining(because);
    }

    /** Hadoop's own mount table stands for HDFS: no links, renames and locks through Hadoop's interfaces. */
    @Test
    void aWarehouseThatIsNotOnTheLocalDisk() {
        TestSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs.viewfs.mounttable.cluster.link./data", folder.toUri().toString());
        Warehouse warehouse = Warehouse.at(TestSpark.session(), "viewfs://cluster/data/warehouse");
        publish(warehouse, twoDays(), twoDays().days());
        SmallNews more = twoDays()
                .with("2025-06-17", "park", "Carl Dunn", "The park opens.")
                .without("bridge")
                .without("harbour");
        try (Night night = warehouse.begin(NIGHT, "more", SmallNews.VERSIONS)) {
            assertThatThrownBy(() -> warehouse.begin(NIGHT, "more", SmallNews.VERSIONS))
                    .isInstanceOf(OperatorMistake.class)
                    .hasMessageContaining("is at work on this warehouse");
            stage(night, more, Set.of(MONDAY, TUESDAY));
            assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(3);
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(2);
        assertThat(warehouse.read(Tables.QUOTES, Set.of(MONDAY)).count()).isZero();
        assertThat(folder.resolve("warehouse/quotes")).isDirectory();
        assertThat(folder.resolve("warehouse/current")).doesNotExist();
        assertThat(warehouse.keptRuns()).hasSize(1);
    }

    @Test
    void aLockThatCannotBeMadeIsTheOperatorsMistakeAndHoldsNothing() throws IOException {
        Warehouse warehouse = warehouse(true);
        Path guard = Files.createSymbolicLink(folder.resolve(".lock.guard"), Path.of("none/at/all"));
        assertThatThrownBy(() -> warehouse.begin(NIGHT, "input", SmallNews.VERSIONS))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("NoSuchFileException: " + guard);
        Files.delete(guard);
        warehouse.begin(NIGHT, "input", SmallNews.VERSIONS).close();
    }

    @Test
    void aLockOfADeadRunIsTakenOver() throws Exception {
        Warehouse warehouse = warehouse(true);
        warehouse.begin(NIGHT, "input", SmallNews.VERSIONS).close();
        Process process = new ProcessBuilder("sleep", "60").start();
        Path lock = folder.resolve(".lock");
        String mine = lockText(warehouse);
        String theirs = mine.replaceFirst("pid=.*", "pid=" + process.pid())
                .replaceFirst(
                        "process_start=.*",
                        "process_start=" + process.info().startInstant().orElseThrow());
        Files.writeString(lock, theirs);
        assertThat(warehouse.atWork().orElseThrow()).endsWith("is at work.");
        assertThatThrownBy(() -> warehouse.begin(NIGHT, "input", SmallNews.VERSIONS))
                .isInstanceOf(OperatorMistake.class);

        process.destroyForcibly().waitFor();
        assertThat(warehouse.atWork().orElseThrow()).contains("was killed");
        warehouse.begin(NIGHT, "input", SmallNews.VERSIONS).close();

        Files.writeString(lock, theirs.replaceFirst("place=.*", "place=elsewhere"));
        assertThatThrownBy(() -> warehouse.begin(NIGHT, "input", SmallNews.VERSIONS))
                .isInstanceOf(OperatorMistake.class);
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(WarehouseLock.SILENCE)));
        warehouse.begin(NIGHT, "input", SmallNews.VERSIONS).close();
        assertThat(lock).doesNotExist();
    }

    /** S3 sets no times: there a sign of life is the same text, written again. */
    @Test
    void aStoreThatSetsNoTimesIsGivenASignOfLifeToo() throws Exception {
        Configuration conf = new Configuration();
        conf.setClass("fs.file.impl", WithoutTimes.class, FileSystem.class);
        conf.setBoolean("fs.file.impl.disable.cache", true);
        Path lock = Files.writeString(folder.resolve(".lock"), "run=one");
        FileTime old = FileTime.from(Instant.now().minus(WarehouseLock.SILENCE));
        Files.setLastModifiedTime(lock, old);
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("file", null, folder.toString());
        new Disk(root, conf).touch(new org.apache.hadoop.fs.Path(root, ".lock"));
        assertThat(Files.getLastModifiedTime(lock)).isGreaterThan(old);
        assertThat(lock).hasContent("run=one");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnExceptionAsElsewhere() throws IOException {
        Configuration conf = new Configuration();
        conf.setClass("fs.file.impl", Full.class, FileSystem.class);
        conf.setBoolean("fs.file.impl.disable.cache", true);
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("file", null, folder.toString());
        org.apache.hadoop.fs.Path lock = new org.apache.hadoop.fs.Path(root, ".lock");
        assertThatThrownBy(() -> new Disk(root, conf).writeNew(lock, "run=one"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(lock.toString())
                .hasMessageContaining("No space left on device");
    }

    /** Linux has a file for which there is never room. */
    static final class Full extends RawLocalFileSystem {
        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                boolean over,
                int buffer,
                short copies,
                long block,
                Progressable progress)
                throws IOException {
            return append(new org.apache.hadoop.fs.Path("/dev/full"), buffer, progress);
        }
    }

    static final class WithoutTimes extends RawLocalFileSystem {
        @Override
        public void setTimes(org.apache.hadoop.fs.Path path, long modified, long read) {
            // as FileSystem has it, and S3AFileSystem keeps it
        }
    }

    @SuppressWarnings("try") // the night is there to hold the lock
    private String lockText(Warehouse warehouse) throws IOException {
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            return Files.readString(folder.resolve(".lock"));
        }
    }

    @Test
    void theSameRunsHaveTheSameIds() {
        Warehouse one = Warehouse.at(TestSpark.session(), folder.resolve("one").toString());
        Warehouse other =
                Warehouse.at(TestSpark.session(), folder.resolve("other").toString());
        assertThat(publish(one, twoDays(), twoDays().days()))
                .isEqualTo(publish(other, twoDays(), twoDays().days()));
        assertThat(publish(one, twoDays(), twoDays().days()))
                .isNotEqualTo(one.keptRuns().get(1));
    }

    @Test
    void onlyFilesOfAnotherSizeOrTimeAreOpened() {
        Warehouse warehouse = warehouse(true);
        InputFile same = new InputFile("file:/in/a.txt", "a.txt", 10, Instant.ofEpochMilli(1));
        InputFile before = new InputFile("file:/in/b.txt", "b.txt", 10, Instant.ofEpochMilli(1));
        InputFile after = new InputFile("file:/in/b.txt", "b.txt", 10, Instant.ofEpochMilli(2));
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(night.unread(List.of(same, before))).containsExactly(same, before);
            night.stageListing("file:/in", List.of(same, before), Map.of());
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(night.unread(List.of(same, after))).containsExactly(after);
        }
        assertThat(warehouse.lastInput()).contains("file:/in");
        assertThat(folder.resolve("_known_files")).doesNotExist();
    }

    @Test
    void filesThatWereReadMayLeaveTheInput() {
        Warehouse warehouse = warehouse(true);
        List<InputFile> many = IntStream.range(0, 100)
                .mapToObj(i -> new InputFile("file:/in/" + i + ".txt", i + ".txt", 10, Instant.EPOCH))
                .toList();
        for (List<InputFile> listing : List.of(many, many.subList(0, 1))) {
            try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
                night.stageListing("file:/in", listing, Map.of());
                night.publish(Defaults.CHECKS, new RunReport(), false);
            }
        }
        assertThat(warehouse.unread(many, NIGHT)).hasSize(99);
    }

    @Test
    void rowsOutsideTheTouchedDaysAreABug() {
        try (Night night = warehouse(true).begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThatThrownBy(() -> stage(night, twoDays(), Set.of(MONDAY)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("published_date=2025-06-17");
        }
    }

    @Test
    void aSecondRunStopsWithOneSentence() {
        Warehouse warehouse = warehouse(true);
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThatThrownBy(() -> warehouse.begin(NIGHT, "input", SmallNews.VERSIONS))
                    .isInstanceOf(OperatorMistake.class)
                    .hasMessageMatching(
                            "Run " + night.runId() + " on host \\S+ since 20\\S+Z is at work on this warehouse; .*");
        }
        warehouse.begin(NIGHT, "input", SmallNews.VERSIONS).close();
    }

    @Test
    void compactingMakesOneFileOfSeveralSmallOnes() throws IOException {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        Path monday = folder.resolve("quotes/published_date=2025-06-16");
        TestSpark.session()
                .read()
                .parquet(monday.toString())
                .repartition(2)
                .write()
                .mode("overwrite")
                .parquet(folder + "/scattered");
        Files.delete(monday.resolve("part-00000.parquet"));
        try (Stream<Path> parts = Files.list(folder.resolve("scattered"))) {
            for (Path part :
                    parts.filter(p -> p.toString().endsWith(".parquet")).toList()) {
                Files.move(part, monday.resolve(part.getFileName()));
            }
        }
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(night.compact(Tables.QUOTES)).isEqualTo(1);
            assertThat(night.compact(Tables.ARTICLES)).isZero();
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(files("quotes"))
                .containsOnlyKeys(
                        "published_date=2025-06-16/part-00000.parquet", "published_date=2025-06-17/part-00000.parquet");
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(3);
    }

    @Test
    void forgottenDaysAreGoneFromEveryTable() {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(night.forget(TUESDAY)).containsExactly(MONDAY);
            night.stage(
                    Tables.ENTITIES,
                    SmallNews.rows(Tables.ENTITIES, twoDays().without("bridge").entities()));
            night.publish(new Bounds(0, 0, 1, 0), new RunReport(), false);
        }
        assertThat(warehouse.read(Tables.ARTICLES).count()).isEqualTo(1);
        assertThat(warehouse.read(Tables.MENTIONS, Set.of(MONDAY)).count()).isZero();
        assertThat(Tables.RUNS
                        .records()
                        .record(warehouse.read(Tables.RUNS).where("night = 2").head())
                        .notes())
                .containsExactly(
                        "1 day before 2025-06-17 is forgotten, and articles of such days not taken from now on");
    }

    @Test
    void whatIsStagedAgainHolds() throws IOException {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        SmallNews more = twoDays().with("2025-06-18", "park", "Carl Dunn", "The park opens.");
        Dataset<Row> three = SmallNews.rows(Tables.QUOTES, more.quotes());
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            stage(night, more, more.days());
            night.stage(
                    Tables.QUOTES, three.where("published_date = '2025-06-17'").limit(0), Set.of(TUESDAY));
            assertThat(night.read(Tables.QUOTES).count()).isEqualTo(3);
            night.stage(Tables.QUOTES, three.where("published_date < '2025-06-18'"));
            assertThat(night.read(Tables.QUOTES).count()).isEqualTo(3);
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(files("quotes"))
                .containsOnlyKeys(
                        "published_date=2025-06-16/part-00000.parquet", "published_date=2025-06-17/part-00000.parquet");
    }

    @Test
    void aLargeFileIsWrittenAsSeveral() throws IOException {
        SmallNews news = new SmallNews();
        for (int i = 0; i < 100; i++) {
            int article = i;
            news.with(
                    "2025-06-16",
                    "article " + i,
                    "Ada Brook",
                    IntStream.range(0, 250)
                            .mapToObj(word -> Ids.hash(article + " " + word))
                            .collect(Collectors.joining(" ")));
        }
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("file", null, folder.toString());
        Disk disk = new Disk(root, new org.apache.hadoop.conf.Configuration());
        Stager stager =
                new Stager(TestSpark.session(), disk, new org.apache.hadoop.fs.Path(root, "scratch"), 100_000, 60_000);
        TableFolders written = stager.write(
                Tables.ARTICLES,
                SmallNews.rows(Tables.ARTICLES, news.articles()),
                new org.apache.hadoop.fs.Path(root, "articles"));
        assertThat(files("articles").size()).isBetween(2, 9);
        assertThat(files("articles")).containsKey("published_date=2025-06-16/part-00001.parquet");
        assertThat(written.read(TestSpark.session(), Tables.ARTICLES)
                        .select("article_id")
                        .distinct()
                        .count())
                .isEqualTo(100);

        org.apache.hadoop.fs.Path day = written.folder("published_date=2025-06-16");
        assertThat(stager.isScattered(day)).as("as it was split").isFalse();
        SmallNews.rows(Tables.ARTICLES, news.articles())
                .drop("published_date")
                .repartition(40)
                .write()
                .mode("overwrite")
                .parquet(day.toString());
        assertThat(files("articles")).hasSizeGreaterThan(40);
        assertThat(stager.isScattered(day))
                .as("many files, together larger than one may be")
                .isTrue();
        stager.write(
                Tables.ARTICLES,
                written.read(TestSpark.session(), Tables.ARTICLES),
                new org.apache.hadoop.fs.Path(root, "articles"));
        assertThat(files("articles").size()).isBetween(2, 9);
        assertThat(stager.isScattered(day)).isFalse();
    }

    @Test
    void aTableWithoutRowsCanBeRead() throws SQLException, IOException {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, twoDays(), twoDays().days());
        assertThat(rows("rejects/*/*.parquet")).isZero();
        assertThat(rows("quote_groups/*.parquet")).isZero();
        publish(warehouse, twoDays(), twoDays().days());
        assertThat(files("rejects")).containsOnlyKeys("run_date=1970-01-01/part-00000.parquet");

        Reject reject = new Reject("a.txt", 0, "empty text", "", NIGHT);
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            night.stage(Tables.REJECTS, SmallNews.rows(Tables.REJECTS, List.of(reject)), Set.of(NIGHT));
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(files("rejects")).containsOnlyKeys("run_date=2025-06-20/part-00000.parquet");
        assertThat(rows("rejects/*/*.parquet")).isEqualTo(1);
    }

    /** The day under which a table without rows lies may come to have rows of its own. */
    @ParameterizedTest(name = "links {0}")
    @ValueSource(booleans = {true, false})
    void rowsOfTheDayOfAnEmptyTableStay(boolean links) {
        Warehouse warehouse = warehouse(links);
        publish(warehouse, twoDays(), twoDays().days());
        List<Reject> rejects = Stream.of(LocalDate.EPOCH, NIGHT)
                .map(day -> new Reject("a.txt", 0, "empty text", "", day))
                .toList();
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            night.stage(Tables.REJECTS, SmallNews.rows(Tables.REJECTS, rejects), Set.of(LocalDate.EPOCH, NIGHT));
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        assertThat(warehouse.read(Tables.REJECTS).count()).isEqualTo(2);
    }

    @Test
    void aWarehouseWithoutArticlesHasNoDayToForget() {
        Warehouse warehouse = warehouse(true);
        publish(warehouse, new SmallNews(), Set.of());
        try (Night night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS)) {
            assertThat(night.forget(TUESDAY)).isEmpty();
        }
    }

    private long rows(String pattern) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            ResultSet row = duck.createStatement()
                    .executeQuery("select count(*) from read_parquet('" + folder + "/" + pattern
                            + "', hive_partitioning = true)");
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void duckDbReadsThroughTheLinks() throws SQLException {
        publish(warehouse(true), twoDays(), twoDays().days());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String pattern : List.of("quotes/**/*.parquet", "quotes/*/*.parquet", "current/quotes/**/*.parquet")) {
                ResultSet row = duck.createStatement()
                        .executeQuery(
                                "select count(*), min(published_date), typeof(min(published_date)) from read_parquet('"
                                        + folder + "/" + pattern + "', hive_partitioning = true)");
                row.next();
                assertThat(List.of(row.getLong(1), row.getString(2), row.getString(3)))
                        .as(pattern)
                        .isEqualTo(List.of(3L, "2025-06-16", "DATE"));
            }
        }
    }

    /** Paths below a folder of the warehouse, with file number and time of last change. */
    private Map<String, String> files(String table) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = folder.resolve(table).toRealPath();
        try (Stream<Path> found = Files.walk(root)) {
            found.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith(".lock"))
                    .forEach(f -> {
                        try {
                            files.put(
                                    root.relativize(f).toString(),
                                    Files.getAttribute(f, "unix:ino") + " " + Files.getLastModifiedTime(f));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return files;
    }
}
