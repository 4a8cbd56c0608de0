package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import hearsay.FailingDisk;
import hearsay.TestSpark;
import hearsay.input.InputSettings;
import hearsay.input.articles.InputSummary;
import hearsay.input.files.InputFiles;
import hearsay.input.formats.Warcs;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.tables.Article;
import hearsay.tables.Ids;
import hearsay.tables.InputFile;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlesFromFilesTest {
    private static final LocalDate RUN_DATE = LocalDate.of(2026, 11, 23);
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);

    @TempDir
    Path input;

    @Test
    void theSeedsAreReadAsTheyAre() throws IOException {
        Read read = read("seeds");
        assertThat(read.rejects).isEmpty();
        assertThat(read.pictures("path", "source", "title", "date_from", "published_date"))
                .containsExactly(
                        "000_0fa951b9e6b96d55.txt | MENAFN | Israel refuses Putin as mediator in its conflict with Iran"
                                + " | header | 2025-06-18",
                        "002_03fff50ef432e4b6.txt | null | Putin Proposes Russian Mediation Between Iran and Israel"
                                + " | run_date | 2026-11-23",
                        "003_ba672edd50395ba5.txt | ANI | null | run_date | 2026-11-23");
        for (Article article : read.articles) {
            String text = Files.readString(Path.of("seeds", article.path()));
            assertThat(article.text()).isEqualTo(text);
            assertThat(article.textHash()).isEqualTo(Ids.hash(text));
            assertThat(article.articleId()).isEqualTo(Ids.article(null, article.path()));
        }
    }

    @Test
    void jsonLinesOfNewsPleaseAreArticles() throws IOException {
        write("a.jsonl", """
                {"url": "https://www.example.com/talks?utm_source=x", "title": "Talks fail", "maintext": "The talks failed.\\nNobody \
                won.", "date_publish": "2026-11-22 17:03:00", "source_domain": "www.example.com", "authors": ["Ann Smith"], \
                "language": "en"}

                {"url": null, "title": null, "maintext": "No more talks.", "date_publish": null, "authors": [], "language": null}
                """);
        Read read = read();
        assertThat(read.rejects).isEmpty();
        assertThat(read.articles)
                .containsExactlyInAnyOrder(
                        new Article(
                                Ids.article("https://example.com/talks", null),
                                "a.jsonl",
                                "https://www.example.com/talks?utm_source=x",
                                "example.com",
                                "Talks fail",
                                List.of("Ann Smith"),
                                Instant.parse("2026-11-22T17:03:00Z"),
                                null,
                                "metadata",
                                "en",
                                "The talks failed.\nNobody won.",
                                Ids.hash("The talks failed.\nNobody won."),
                                List.of(),
                                null,
                                null,
                                null,
                                "www.example.com",
                                LocalDate.of(2026, 11, 22)),
                        new Article(
                                Ids.article(null, "a.jsonl#" + Ids.hash("No more talks.")),
                                "a.jsonl",
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                "run_date",
                                "en",
                                "No more talks.",
                                Ids.hash("No more talks."),
                                List.of(),
                                null,
                                null,
                                "no day",
                                null,
                                RUN_DATE));
    }

    @Test
    void gzipIsReadWhateverItsNameSays() throws IOException {
        write("a.jsonl.gz", gzip(line("https://example.com/1", "One.", "2026-11-22")));
        write("b.txt", gzip("Two."));
        write("c.txt.gz", "Three.");
        assertThat(read().pictures("path", "text"))
                .containsExactly("a.jsonl.gz | One.", "b.txt | Two.", "c.txt.gz | Three.");
    }

    @Test
    void jsonOverManyLinesIsAnObjectOrAList() throws IOException {
        write("one.json", "{\n  \"url\": \"https://example.com/1\",\n  \"maintext\": \"One.\"\n}\n");
        write(
                "list.json",
                "[\n{\"url\": \"https://example.com/2\", \"maintext\": \"Two.\"},\n"
                        + "{\"url\": \"https://example.com/3\", \"maintext\": \"Three.\"}\n]\n");
        write(
                "lines.json",
                "{\"url\": \"https://example.com/4\", \"maintext\": \"Four.\"}\n"
                        + "{\"url\": \"https://example.com/5\", \"maintext\": \"Five.\"}");
        assertThat(read().pictures("path", "text"))
                .containsExactly(
                        "lines.json | Five.",
                        "lines.json | Four.",
                        "list.json | Three.",
                        "list.json | Two.",
                        "one.json | One.");
    }

    @Test
    void whatIsNoArticleIsARejectAndTheRestGoesOn() throws IOException {
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        "{\"url\": \"https://example.com/1\", \"maintext\": \"One",
                        line("https://example.com/2", "", "2026-11-22"),
                        "[1, 2]",
                        line("https://example.com/3", "Half \\ud83d a pair.", "2026-11-22"),
                        line("https://example.com/4", "A NUL \\u0000 inside.", "2026-11-22"),
                        "{\"a\":".repeat(5_000),
                        "{\"url\": \"https://example.com/5\", \"maintext\": {\"text\": [[\"nested\"]]}}",
                        line("https://example.com/6", "Good.", "2026-11-22"),
                        line("https://example.com/7", "Of the future.", "9999-12-31"),
                        line("https://example.com/8", "Of the year 0.", "0000-01-01")));
        write("cut.jsonl.gz", cut(gzip(manyLines(20_000))));
        write("empty.txt", "");
        write("blank.txt", " \n\t\n");
        write("picture.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, (byte) 0xff, (byte) 0xfe});
        write("good.txt", "Good.");
        write("notes.docx", "PK");
        write(".hidden.txt", "Hidden.");
        write("_temporary/0.txt", "Hidden.");
        Read read = read();
        List<Article> beforeTheCut = read.articles.stream()
                .filter(a -> a.path().equals("cut.jsonl.gz"))
                .toList();
        assertThat(beforeTheCut).hasSizeBetween(5_000, 15_000);
        assertThat(read.articles.stream().map(Article::path))
                .contains("a.jsonl", "good.txt")
                .hasSize(4 + beforeTheCut.size());
        assertThat(read.rejectPictures())
                .containsExactly(
                        "a.jsonl:1 broken JSON: Unexpected end-of-input: was expecting closing quote for a string value",
                        "a.jsonl:2 no text",
                        "a.jsonl:3 not a JSON object",
                        "a.jsonl:4 half a surrogate pair at char 5: no Unicode text",
                        "a.jsonl:5 a NUL at char 6: no text",
                        "a.jsonl:6 broken JSON: Depth (101) exceeds the maximum allowed nesting depth (100)",
                        "a.jsonl:7 no text",
                        "blank.txt:0 no text",
                        "cut.jsonl.gz:" + (beforeTheCut.size() + 1) + " cannot be read on: it ends too early",
                        "empty.txt:0 no text",
                        "notes.docx:0 no reader for files of this ending",
                        "picture.txt:0 its bytes are not text");
        assertThat(read.rejects)
                .allSatisfy(reject -> assertThat(reject.runDate()).isEqualTo(RUN_DATE));
        assertThat(read.rejects.get(0).excerpt()).isEqualTo("{\"url\": \"https://example.com/1\", \"maintext\": \"One");
    }

    @Test
    void aLineLongerThanAllowedIsPassedOver() throws IOException {
        InputSettings small =
                new InputSettings(Map.of(), 1_000, 10_000, 1 << 20, "1980-01-01", 1, "reject", false, List.of("en"));
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        line("https://example.com/1", "x".repeat(3 << 20), "2026-11-22"),
                        line("https://example.com/2", "y".repeat(2_000), "2026-11-22"),
                        line("https://example.com/3", "Good.", "2026-11-22")));
        write("long.txt", "z".repeat(5_000));
        Read read = read(input.toString(), small);
        assertThat(read.pictures("text")).containsExactly("Good.");
        assertThat(read.rejectPictures())
                .containsExactly(
                        "a.jsonl:1 line longer than 10000 bytes",
                        "a.jsonl:2 longer than 1000 chars",
                        "long.txt:0 longer than 1000 chars");
    }

    @Test
    void aFileThatVanishesIsAReject() throws IOException {
        write("a.txt", "Good.");
        write("b.txt", "Gone.");
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        Files.delete(input.resolve("b.txt"));
        Read read = read(files, SETTINGS);
        assertThat(read.pictures("text")).containsExactly("Good.");
        assertThat(read.rejectPictures()).containsExactly("b.txt:0 cannot be read: it is no longer there");
    }

    @Test
    void theLaterTextOfAUrlCounts() throws IOException {
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        line("https://example.com/1", "Second text.", "2026-11-22T12:00:00Z"),
                        line("http://www.example.com/1/?utm_source=feed", "First text.", "2026-11-22T10:00:00Z"),
                        line("https://example.com/2", "Same.", "2026-11-22")));
        write("b.jsonl", line("https://example.com/2#top", "Same.", "2026-11-22"));
        Read read = read();
        assertThat(read.pictures("path", "text", "previous"))
                .containsExactly("a.jsonl | Same. | []", "a.jsonl | Second text. | [" + Ids.hash("First text.") + "]");
        assertThat(read.rejectPictures())
                .containsExactly(
                        "a.jsonl:2 an earlier text of the article in a.jsonl",
                        "b.jsonl:1 the same article as in a.jsonl");
    }

    @Test
    void anAddressOfManyTextsKeepsTheLastOfThem() throws IOException {
        int texts = 6_000;
        write(
                "a.jsonl",
                IntStream.range(0, texts)
                        .mapToObj(i -> line(
                                "https://example.com/same",
                                "Text " + i + ".",
                                "2026-11-22T" + "%02d:%02d:%02d".formatted(i / 3_600, i / 60 % 60, i % 60)))
                        .collect(Collectors.joining("\n")));
        Read[] read = new Read[1];
        assertTimeout(Duration.ofSeconds(60), () -> read[0] = read());
        assertThat(read[0].rejects).hasSize(texts - 1);
        assertThat(read[0].articles).singleElement().satisfies(article -> {
            assertThat(article.text()).isEqualTo("Text " + (texts - 1) + ".");
            assertThat(article.previous())
                    .hasSize(100)
                    .startsWith(Ids.hash("Text " + (texts - 101) + "."))
                    .endsWith(Ids.hash("Text " + (texts - 2) + "."));
        });
    }

    @Test
    void aLargeFileIsReadInRangesWithTheLinesNumberedThrough() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 30_000; i++) {
            lines.append(i % 5_000 == 0 ? "{broken" : line("https://example.com/" + i, "Text " + i + ".", "2026-11-22"))
                    .append('\n');
        }
        write("a.jsonl", lines.toString());
        InputSettings small =
                new InputSettings(Map.of(), 1_000, 10_000, 1 << 20, "1980-01-01", 1, "reject", false, List.of("en"));
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        assertThat(InputFiles.pieces(TestSpark.session(), files, small)
                        .javaRDD()
                        .getNumPartitions())
                .isGreaterThan(1);
        Read read = read(files, small);
        assertThat(read.articles).hasSize(30_000 - 6);
        assertThat(read.articles.stream().map(Article::url).distinct()).hasSize(30_000 - 6);
        assertThat(read.rejects.stream().map(Reject::position))
                .containsExactly(5_000L, 10_000L, 15_000L, 20_000L, 25_000L, 30_000L);
    }

    @Test
    void aLargeAvroFileIsReadInRangesWithTheRecordsNumberedThrough() throws IOException {
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"A\", \"fields\": ["
                        + "{\"name\": \"url\", \"type\": \"string\"}, {\"name\": \"text\", \"type\": \"string\"}]}");
        try (var avro = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
            avro.create(schema, input.resolve("a.avro").toFile());
            for (int i = 1; i <= 20_000; i++) {
                avro.append(new GenericRecordBuilder(schema)
                        .set("url", "https://example.com/" + i)
                        .set("text", i % 4_000 == 0 ? "" : "Text " + i + "." + " And more.".repeat(20))
                        .build());
            }
        }
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        assertThat(InputFiles.pieces(TestSpark.session(), files, SETTINGS)
                        .javaRDD()
                        .getNumPartitions())
                .isGreaterThan(1);
        Read read = read(files, SETTINGS);
        assertThat(read.articles.stream().map(Article::url).distinct())
                .hasSize(20_000 - 5)
                .hasSameSizeAs(read.articles);
        assertThat(read.rejectPictures())
                .containsExactly(
                        "a.avro:4000 no text",
                        "a.avro:8000 no text",
                        "a.avro:12000 no text",
                        "a.avro:16000 no text",
                        "a.avro:20000 no text");
    }

    @Test
    void anAvroFileThatNobodyCanCountIsAReject() throws IOException {
        byte[] header = "Obj\u0001\u0002\u0016avro.schema\u0008{bad\u0000".getBytes(StandardCharsets.ISO_8859_1);
        write("a.avro", Arrays.copyOf(header, 3 << 20));
        write("b.txt", "Good.");
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        assertThat(InputFiles.pieces(TestSpark.session(), files, SETTINGS).count())
                .as("the second must be numbered")
                .isGreaterThan(2);
        Read read = read(files, SETTINGS);
        assertThat(read.pictures("text")).containsExactly("Good.");
        assertThat(read.rejectPictures()).singleElement().asString().startsWith("a.avro:1 cannot be read on: ");
    }

    @Test
    void whatIsPackedUnderAPlainNameIsReadOnce() throws IOException {
        write(
                "a.jsonl",
                gzip(IntStream.rangeClosed(1, 2_000)
                        .mapToObj(i -> line(
                                "https://example.com/" + i,
                                IntStream.range(0, 100)
                                        .mapToObj(j -> Ids.hash(i + " " + j))
                                        .collect(Collectors.joining(" ")),
                                "2026-11-22"))
                        .collect(Collectors.joining("\n"))));
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        assertThat(InputFiles.pieces(TestSpark.session(), files, SETTINGS).count())
                .isGreaterThan(1);
        Read read = read(files, SETTINGS);
        assertThat(read.rejects).isEmpty();
        assertThat(read.articles).hasSize(2_000);
    }

    @Test
    void whatWasEncodedTwiceBeforeItCameIntoTheFileIsRepairedWhereCertain() throws IOException {
        String twice = new String("Zoë’s café stays open.".getBytes(StandardCharsets.UTF_8), "windows-1252");
        String title = new String("Café open".getBytes(StandardCharsets.UTF_8), "windows-1252");
        write(
                "a.csv",
                "title,text,source\n" + title + "," + twice + ",Straße\n" + title
                        + ",Plain.,x\nCafé,Cafés in Zürich: SÃO.,x\n");
        write("b.jsonl", "{\"title\": \"Straße\", \"maintext\": \"" + twice + "\"}");
        assertThat(read().pictures("path", "title", "text"))
                .containsExactly(
                        "a.csv | Café open | Plain.",
                        "a.csv | Café open | Zoë’s café stays open.",
                        "a.csv | Café | Cafés in Zürich: SÃO.",
                        "b.jsonl | Straße | Zoë’s café stays open.");
    }

    @Test
    void anInputIsAFolderAFileOrAGlob() throws IOException {
        write("2026/11/21/a.txt", "One.");
        write("2026/11/22/b.txt", "Two.");
        write("2026/11/22/c:d [1].txt", "Three.");
        assertThat(read().pictures("path", "date_from", "published_date"))
                .containsExactly(
                        "2026/11/21/a.txt | path | 2026-11-21",
                        "2026/11/22/b.txt | path | 2026-11-22",
                        "2026/11/22/c:d [1].txt | path | 2026-11-22");
        assertThat(read(input + "/2026/11/22/b.txt").pictures("path")).containsExactly("b.txt");
        assertThat(read(input + "/2026/*/21").pictures("path")).containsExactly("11/21/a.txt");
        assertThat(InputFiles.list(TestSpark.session(), input + "/2026/{11/21,*/21}/*"))
                .extracting(InputFile::path)
                .as("what both words of a glob match")
                .containsExactly("11/21/a.txt");
        assertThatThrownBy(() -> read(input + "/2027"))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage("There is no input at " + input + "/2027.");
        assertThatThrownBy(() -> read(input + "/*.csv")).hasMessage("There is no input at " + input + "/*.csv.");
    }

    @Test
    void aWarehouseIsNoInput() throws IOException {
        write("a.txt", "One.");
        Files.createDirectories(input.resolve("warehouse/.nights/one/sentences"));
        Files.createDirectories(input.resolve("warehouse/sentences"));
        assertThatThrownBy(() -> read())
                .isInstanceOf(OperatorMistake.class)
                .hasMessageMatching("The folder file:/.*/warehouse is a warehouse: .* Move it out of the input[.]");
        assertThat(InputFiles.list(TestSpark.session(), input + "/warehouse/sentences"))
                .isEmpty();
    }

    @Test
    void aLinkToItsOwnFolderIsNotFollowed() throws IOException {
        write("a/b.txt", "One.");
        Files.createSymbolicLink(input.resolve("a/loop"), input);
        assertThat(read().pictures("path")).containsExactly("a/b.txt");
    }

    @Test
    void linksToEachOthersFoldersAreFollowedOnce() throws IOException {
        write("a/a.txt", "One.");
        write("b/b.txt", "Two.");
        Files.createSymbolicLink(input.resolve("a/to"), input.resolve("b"));
        Files.createSymbolicLink(input.resolve("b/to"), input.resolve("a"));
        assertThat(read().pictures("path"))
                .containsExactly("a/a.txt", "a/to/b.txt", "a/to/to/a.txt", "b/b.txt", "b/to/a.txt", "b/to/to/b.txt");
    }

    @Test
    void aNameThatIsNoTextIsAReject() throws Exception {
        write("a.txt", "Good.");
        String shell =
                "printf Lost. > \"$(printf 'caf\\351.txt')\"; mkdir \"$(printf 'ann\\351e')\"; touch \"$(printf '.caf\\351')\"";
        assertThat(new ProcessBuilder("sh", "-c", shell)
                        .directory(input.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Read read = read();
        assertThat(read.pictures("path")).containsExactly("a.txt");
        String reason = ":0 cannot be read: its name is no text in " + System.getProperty("sun.jnu.encoding");
        assertThat(read.rejectPictures()).containsExactly("ann\uFFFDe" + reason, "caf\uFFFD.txt" + reason);
    }

    @Test
    void aFolderThatCannotBeListedIsARejectUnlessItIsTheInput() throws IOException {
        write("a.txt", "Good.");
        write("torn/b.txt", "Lost.");
        FailingDisk.fail("torn", 1);
        try {
            Read read = read(FailingDisk.address(input));
            assertThat(read.pictures("path")).containsExactly("a.txt");
            assertThat(read.rejectPictures())
                    .containsExactly("torn:0 cannot be read: it is a folder that could not be listed");
            assertThatThrownBy(() -> read(FailingDisk.address(input.resolve("torn"))))
                    .isInstanceOf(OperatorMistake.class)
                    .hasMessageEndingWith("cannot be read: Input/output error.");
        } finally {
            FailingDisk.mend();
        }
    }

    @Test
    void tablesOfArticlesAreReadByTheSameNames() throws IOException {
        SparkSession spark = TestSpark.session();
        Dataset<Row> rows =
                spark.sql("select concat('https://example.com/', id) as url, concat('Text ', id, '.') as body,"
                        + " timestamp'2026-11-22 10:15:00' as published_at, array('Ann Smith', 'Bo Berg') as authors,"
                        + " named_struct('name', 'Example') as source from range(5000)");
        rows.repartition(1).write().parquet(input + "/p.parquet");
        rows.repartition(1).write().orc(input + "/o.orc");
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"title\","
                        + " \"type\": [\"null\", \"string\"]}, {\"name\": \"text\", \"type\": \"string\"}]}");
        try (var avro = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
            avro.create(schema, input.resolve("a.avro").toFile());
            avro.append(new GenericRecordBuilder(schema)
                    .set("title", null)
                    .set("text", "Good.")
                    .build());
        }
        write("broken.parquet", "PAR1 and no more");
        for (String folder : List.of("p.parquet", "o.orc")) {
            Read read = read(input + "/" + folder);
            assertThat(read.rejects).isEmpty();
            assertThat(read.articles).hasSize(5_000);
            assertThat(read.pictures("url", "text", "published_at", "source", "authors"))
                    .contains(
                            "https://example.com/4711 | Text 4711. | 2026-11-22T10:15:00Z | example.com | [Ann Smith, Bo Berg]");
        }
        assertThat(read(input + "/a.avro").pictures("title", "text")).containsExactly("null | Good.");
        assertThat(read(input + "/broken.parquet").rejectPictures().get(0))
                .startsWith("broken.parquet:1 cannot be read on: the file is not a Parquet file");
    }

    @Test
    void whatCannotBeReadIsOneRejectThoughTwoTasksSayIt() throws IOException {
        byte[] cut = new byte[3 << 20];
        System.arraycopy("PAR1".getBytes(StandardCharsets.UTF_8), 0, cut, 0, 4);
        write("cut.parquet", cut);
        write("gone.jsonl", new byte[3 << 20]);
        List<InputFile> files = InputFiles.list(TestSpark.session(), input.toString());
        Files.delete(input.resolve("gone.jsonl"));
        InputSettings small =
                new InputSettings(Map.of(), 1_000, 10_000, 1 << 20, "1980-01-01", 1, "reject", false, List.of("en"));
        assertThat(InputFiles.pieces(TestSpark.session(), files, small).count()).isEqualTo(6);
        assertThat(read(files, small).rejectPictures())
                .containsExactly(
                        "cut.parquet:1 cannot be read on: the file is not a Parquet file. Expected magic number at tail, but found [0, 0, 0, 0]",
                        "gone.jsonl:0 cannot be read: it is no longer there");
    }

    @Test
    void recordsAtOnePlaceAreRejectsEach() throws IOException {
        write(
                "a.warc.gz",
                Warcs.gzip(Warcs.joined(
                        Warcs.response("https://example.com/1", "404 Not Found", "text/html", new byte[1]),
                        Warcs.response("https://example.com/2", "404 Not Found", "text/html", new byte[1]))));
        assertThat(read().rejects)
                .extracting(reject -> reject.reason() + ": " + reject.excerpt())
                .containsExactlyInAnyOrder(
                        "answered with status 404: https://example.com/1",
                        "answered with status 404: https://example.com/2");
    }

    @Test
    void aPageThatTakesTooLongIsLeftAndTheNextOnesAreRead() throws IOException {
        byte[] page = ("<html><p>" + "The council voted on Tuesday to close the bridge. ".repeat(9))
                .getBytes(StandardCharsets.UTF_8);
        byte[] slow = ("<html>" + "<div>".repeat(900) + "<p>One, two, three and so on, it said.</p>".repeat(12_000))
                .getBytes(StandardCharsets.UTF_8);
        write(
                "a.warc.gz",
                Warcs.joined(
                        Warcs.gzip(Warcs.response("https://example.com/1", "200 OK", "text/html", page)),
                        Warcs.gzip(Warcs.response("https://example.com/2", "200 OK", "text/html", slow)),
                        Warcs.gzip(Warcs.response("https://example.com/3", "200 OK", "text/html", page))));
        Read read = read(
                InputFiles.list(TestSpark.session(), input.toString()),
                SETTINGS,
                ArticleLimits.of(TestSpark.session(), 4));
        assertThat(read.pictures("url")).containsExactly("https://example.com/1", "https://example.com/3");
        assertThat(read.rejects)
                .extracting(reject -> reject.reason() + ": " + reject.excerpt())
                .containsExactly("its analysis took longer than 4 seconds: https://example.com/2");
    }

    @Test
    void aFileThatComesNoFurtherIsLeftWithTheReasonAndTheOthersAreRead() throws Exception {
        Path pipe = input.resolve("a.jsonl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        write("b.jsonl", line("https://example.com/b", "Good.", "2026-11-22"));
        CountDownLatch read = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write((line("https://example.com/a", "Good.", "2026-11-22") + "\n" + " ".repeat(100_000))
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
                read.await();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        Read found = read(
                InputFiles.list(TestSpark.session(), input.toString()),
                SETTINGS,
                ArticleLimits.of(TestSpark.session(), 4));
        read.countDown();
        writer.join();
        assertThat(found.pictures("url")).containsExactly("https://example.com/a", "https://example.com/b");
        assertThat(found.rejectPictures())
                .containsExactly("a.jsonl:2 cannot be read on: its analysis took longer than 4 seconds");
    }

    @Test
    void aDateThatIsNotUnderstoodIsSaid() throws IOException {
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        line("https://example.com/1", "One.", "at Michaelmas"),
                        line("https://example.com/2", "Two.", "22. November 2026")));
        write("b.jsonl", line("https://example.com/3", "Three.", "soon"));
        assertThat(read().pictures("text", "published_date", "date_from", "date_doubt"))
                .containsExactly(
                        "One. | 2026-11-23 | run_date | not understood",
                        "Three. | 2026-11-23 | run_date | not understood",
                        "Two. | 2026-11-22 | metadata | null");
        SparkSession spark = TestSpark.session();
        Dataset<Row> found = ArticlesFromFiles.derive(
                InputFiles.pieces(spark, InputFiles.list(spark, input.toString()), SETTINGS),
                SETTINGS,
                RUN_DATE,
                ArticleLimits.none());
        assertThat(InputSummary.of(found, List.of("en")).notes())
                .containsExactly(
                        "2 articles have the run date, for the form of the date given is not known: a.jsonl and others");
    }

    @Test
    void aCorrectedObjectIsTheSameArticle() throws IOException {
        write("a.json", "{\n\"maintext\": \"First.\"\n}\n");
        List<String> first = read().pictures("article_id");
        write("a.json", "{\n\"maintext\": \"Second.\"\n}\n");
        assertThat(read().pictures("article_id")).isEqualTo(first);
        write("a.json", "{\"id\": \"7\", \"maintext\": \"Third.\"}");
        assertThat(read().pictures("article_id")).isEqualTo(first).containsExactly(Ids.article(null, "a.json"));
    }

    private static String line(String url, String text, String date) {
        return "{\"url\": \"%s\", \"maintext\": \"%s\", \"date_publish\": \"%s\"}".formatted(url, text, date);
    }

    private static String manyLines(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i ->
                        line("https://example.com/many/" + i, "Text " + i * 7919L % 10_007 + ".", "2026-11-22") + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Files.createDirectories(input.resolve(path).getParent());
        Files.write(input.resolve(path), bytes);
    }

    private Read read() {
        return read(input.toString());
    }

    private static Read read(String path) {
        return read(path, SETTINGS);
    }

    private static Read read(String path, InputSettings settings) {
        return read(InputFiles.list(TestSpark.session(), path), settings);
    }

    private static Read read(List<InputFile> files, InputSettings settings) {
        return read(files, settings, ArticleLimits.none());
    }

    private static Read read(List<InputFile> files, InputSettings settings, ArticleLimits limits) {
        SparkSession spark = TestSpark.session();
        List<Row> rows = ArticlesFromFiles.derive(InputFiles.pieces(spark, files, settings), settings, RUN_DATE, limits)
                .collectAsList();
        List<Row> articles = rows.stream()
                .filter(row -> !row.isNullAt(0))
                .map(row -> row.getStruct(0))
                .toList();
        List<Row> rejects = rows.stream()
                .filter(row -> !row.isNullAt(1))
                .map(row -> row.getStruct(1))
                .toList();
        assertThat(rows).hasSize(articles.size() + rejects.size());
        return new Read(
                articles,
                articles.stream().map(Tables.ARTICLES.records()::record).toList(),
                rejects.stream()
                        .map(Tables.REJECTS.records()::record)
                        .sorted(Comparator.comparing(Reject::path).thenComparing(Reject::position))
                        .toList());
    }

    private record Read(List<Row> rows, List<Article> articles, List<Reject> rejects) {
        /** The articles with these columns, sorted. */
        List<String> pictures(String... columns) {
            return rows.stream()
                    .map(row -> String.join(
                            " | ",
                            Arrays.stream(columns)
                                    .map(c -> picture(row.getAs(c)))
                                    .toList()))
                    .sorted()
                    .toList();
        }

        private static String picture(Object value) {
            return value instanceof scala.collection.Seq<?> seq ? seq.mkString("[", ", ", "]") : String.valueOf(value);
        }

        List<String> rejectPictures() {
            return rejects.stream()
                    .map(r -> r.path() + ":" + r.position() + " " + r.reason())
                    .toList();
        }
    }
}
