package hearsay.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.Reject;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One night over good articles and over everything that may lie between them, by accident or by malice: it ends, each bad input
 * is a reject with its reason, each good article is in the tables, and no file outside of the warehouse is read or written.
 */
@Tag("whole")
class HostileInputTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final int GOOD = 10;
    private static final String SECRET = "The secret of this machine";

    @TempDir
    Path folder;

    /** Path -> what the reason of each of its rejects matches. */
    private final Map<String, String> bad = new TreeMap<>();

    private final Set<String> usable = new TreeSet<>();

    @Test
    void noInputTakesTheNightDown() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        goodArticles();
        bytesThatAreNoText();
        textsThatNobodyWrote();
        brokenJson();
        feedsAndPages();
        packedFiles();
        namesThatPointElsewhere();
        filesThatCannotBeRead();
        Path vanishing = write("vanishing.txt", "Angela Merkel met Theresa May in Paris.");
        bad.put("vanishing.txt", "cannot be read: it is no longer there");
        Path conf = Files.writeString(
                folder.resolve("own.conf"), "articles.most-seconds = 8\ninput.implausible-dates = reject");
        Map<String, Object> around = around();

        Path warehouse = folder.resolve("warehouse");
        Thread deleter = deleteOnceTheNightHasBegun(vanishing, warehouse);
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.of(conf)),
                new NightlyJob.Request(
                        folder.resolve("input").toString(), warehouse.toString(), RUN_DATE, false, false));
        deleter.join();

        Warehouse tables = Warehouse.at(TestSpark.session(), warehouse.toString());
        List<Reject> rejects = tables.read(Tables.REJECTS).collectAsList().stream()
                .map(Tables.REJECTS.records()::record)
                .toList();
        assertThat(rejects).extracting(Reject::path).isSubsetOf(bad.keySet()).containsAll(bad.keySet());
        assertThat(rejects).allSatisfy(r -> assertThat(r.reason()).as(r.path()).matches(bad.get(r.path())));
        assertThat(column(tables, Tables.ARTICLES, "path")).isEqualTo(usable);
        everyGoodArticleSaysWhoSpoke(tables);
        for (Table<?> table : List.of(Tables.SENTENCES, Tables.MENTIONS, Tables.QUOTES)) {
            assertThat(column(tables, Tables.ARTICLES, "article_id"))
                    .as(table.name())
                    .containsAll(column(tables, table, "article_id"));
        }
        assertThat(tables.read(Tables.ARTICLES)
                        .where("text like '%" + SECRET + "%' or text like '%root:%'")
                        .count())
                .isZero();
        assertThat(around()).as("files outside of the warehouse").isEqualTo(around);
    }

    private void goodArticles() throws IOException {
        for (int i = 0; i < GOOD; i++) {
            write(
                    "good/2025-06-16/" + i + ".txt",
                    "Angela Merkel met Theresa May in Paris on Monday.\n\n" + "\u201cTalks number " + i
                            + " went well,\u201d Angela Merkel said.\n");
            usable.add("good/2025-06-16/" + i + ".txt");
        }
    }

    private static void everyGoodArticleSaysWhoSpoke(Warehouse tables) {
        List<Row> said = tables.read(Tables.QUOTES)
                .join(tables.read(Tables.ARTICLES).select("article_id", "path"), "article_id")
                .where("path like 'good/%' and kind = 'direct' and speaker = 'Angela Merkel'")
                .collectAsList();
        assertThat(said).hasSize(GOOD);
    }

    private void bytesThatAreNoText() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        for (String ending :
                List.of("", ".txt", ".jsonl", ".json", ".csv", ".html", ".xml", ".warc", ".avro", ".parquet", ".orc")) {
            write("noise" + ending, noise);
            bad.put("noise" + ending, ".+");
        }
        write("noise.txt.gz", joined(new byte[] {0x1f, (byte) 0x8b, 8}, noise));
        bad.put("noise.txt.gz", "cannot be read.+");
    }

    private void textsThatNobodyWrote() throws IOException {
        usable("marks.txt", "\u201cYes.\u201d \"No\" said he \u201d\u201c ' ".repeat(10_000 / 7));
        write("stopless.txt", "the ship went on to London with Angela Merkel and then ".repeat((1 << 20) / 55));
        bad.put("stopless.txt", "its analysis took longer than 8 seconds");
        usable(
                "hebrew.txt",
                "\u05e8\u05d0\u05e9 \u05d4\u05de\u05de\u05e9\u05dc\u05d4 \u05d0\u05de\u05e8 \u05d4\u05d9\u05d5\u05dd \u05db\u05d9 \u05d4\u05e9\u05d9\u05d7\u05d5\u05ea \u05d9\u05d9\u05de\u05e9\u05db\u05d5 \u05de\u05d7\u05e8. "
                        .repeat(5));
        usable(
                "arabic.txt",
                "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 \u0627\u0644\u064a\u0648\u0645 \u0625\u0646 \u0627\u0644\u0645\u062d\u0627\u062f\u062b\u0627\u062a \u0633\u062a\u0633\u062a\u0645\u0631 \u063a\u062f\u0627. "
                        .repeat(5));
        usable(
                "emoji.txt",
                "\ud83d\ude00 \u201cGood \ud83d\udc4d\ud83c\udffd news,\u201d Theresa May \ud83c\uddec\ud83c\udde7 said on Monday in \u202eLondon\u202c. "
                        + "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 The family of Theresa May was there.");
        usable("word.txt", "Theresa May said " + "a".repeat(100_000) + " and went home.");
        usable("brackets.txt", "(".repeat(5_000));
        write("long-line.txt", "x".repeat(50 << 20));
        bad.put("long-line.txt", "longer than 2000000 chars");
        write("long-line.jsonl", "{\"text\": \"" + "x".repeat(50 << 20) + "\"}\n");
        bad.put("long-line.jsonl", "line longer than 33554432 bytes");
        write("empty.txt", "");
        bad.put("empty.txt", "no text");
        write(
                "dates.jsonl",
                Stream.of("0000-01-01", "9999-12-31", "-0044-03-15", "2025-02-31T99:99:99Z")
                        .map(date -> "{\"url\": \"https://example.com/" + date + "\", \"date\": \"" + date
                                + "\", \"text\": \"A ship came.\"}\n")
                        .collect(Collectors.joining()));
        bad.put("dates.jsonl", "date .* \\(from .*\\) is not between 1980-01-01 and 1 days after the run date");
        usable.add("dates.jsonl");
    }

    private void brokenJson() throws IOException {
        write("halves.jsonl", "{\"text\": \"Half \\ud83d of a pair.\"}\n{\"text\": \"\\udc4d\\ud83d\"}\n");
        bad.put("halves.jsonl", "half a surrogate pair at char [05]: no Unicode text");
        write(
                "nested.jsonl",
                "{\"url\": {\"a\": [1]}, \"text\": {\"b\": {\"c\": 7}}}\n" + "[".repeat(100_000) + "\n"
                        + "{\"a\":".repeat(100_000)
                        + "\n{\"text\": \"x\n{\"text\": [[{}], [[[\"x\"]]]]}\n\"text\"\n7\nnull\n");
        bad.put("nested.jsonl", "broken JSON: .*|not a JSON object|no text");
        write("nested.json", "[{\"text\": \"A ship came in.\", \"date\": \"2025-06-16\"}, [[[{\"text\": ]}");
        bad.put("nested.json", "broken JSON, the rest is not read: .*");
        usable.add("nested.json");
        write(
                "twice.jsonl",
                "{\"url\": \"https://example.com/twice\", \"date\": \"2025-06-16\", \"text\": \"A ship came in.\"}\n"
                        + "{\"url\": \"http://www.example.com/twice/\", \"date\": \"2025-06-17\", \"text\": \"Two ships came in.\"}\n");
        bad.put("twice.jsonl", "an earlier text of the article in twice.jsonl");
        usable.add("twice.jsonl");
    }

    private void feedsAndPages() throws IOException {
        String text = "The council of the town voted on Monday to close the bridge until the autumn. ".repeat(4);
        usable(
                "external-entity.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \""
                        + folder.resolve("secret.txt").toUri()
                        + "\"><!ENTITY b SYSTEM \"file:///etc/passwd\"><!ENTITY % c SYSTEM \"http://127.0.0.1:9/c.dtd\"> %c;]><rss><channel><item>"
                        + "<link>https://example.com/a</link><description>" + text
                        + "&a; &b;</description></item></channel></rss>");
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        usable(
                "laughs.xml",
                laughs + "]><rss><channel><item><link>https://example.com/l</link><description>" + text
                        + "&l30;</description></item></channel></rss>");
        write("deep.xml", "<rss><channel>" + "<item>".repeat(20_000));
        bad.put("deep.xml", "elements nested more than 1000 deep");
        write("deep.html", "<html><body>" + "<div><b>".repeat(50_000) + "x");
        bad.put("deep.html", "elements nested more than 1000 deep");
    }

    private void packedFiles() throws IOException {
        byte[] packed =
                packed("A ship came in, and the crew went home. ".repeat(500).getBytes(UTF_8));
        write("cut.txt.gz", Arrays.copyOf(packed, packed.length / 2));
        bad.put("cut.txt.gz", "cannot be read on: it ends too early");
        byte[] zeros = packed(new byte[64 << 20]);
        byte[] bomb = new byte[0];
        for (int i = 0; i < 48; i++) { // 3 GB in 3 MB
            bomb = joined(bomb, zeros);
        }
        write("bomb.txt.gz", bomb);
        bad.put("bomb.txt.gz", "longer than 2000000 chars");
        write("bomb.jsonl.gz", bomb);
        bad.put("bomb.jsonl.gz", "cannot be read on: it unpacks to more than 300 times its size");
        write("bomb.warc.gz", bomb);
        bad.put("bomb.warc.gz", ".+");
        write("office.zip", joined(new byte[] {'P', 'K', 3, 4}, new byte[100]));
        bad.put("office.zip", "no reader for files of this ending");
    }

    private void namesThatPointElsewhere() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : List.of(
                "../../secret.txt",
                "/etc/passwd",
                "file:///etc/passwd",
                "..\\\\..\\\\secret.txt",
                "%2e%2e%2fsecret.txt")) {
            for (String field : List.of("url", "id", "source", "title", "language", "author")) {
                lines.append("{\"" + field + "\": \"" + name + "\", \"date\": \"2025-06-16\", \"text\": \"A " + field
                        + " that points to " + name + " came in.\"}\n");
            }
        }
        usable("names.jsonl", lines.toString());
        for (String name :
                List.of("a..%2F..%2Fsecret.txt", "star*[x]{y}?.txt", "new\nline.txt", "colon:.txt", "$(touch x).txt")) {
            usable(name, "A file of the name " + name.length() + " came in.");
        }
    }

    /** To root every file is readable, but for this window on the memory of the process. */
    private void filesThatCannotBeRead() throws IOException {
        Path closed = write("closed.txt", "Nobody may read this.");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(closed)) {
            usable.add("closed.txt");
        } else {
            bad.put("closed.txt", "cannot be read: reading it is not permitted");
        }
        if (Files.exists(Path.of("/proc/self/mem"))) {
            Files.createSymbolicLink(folder.resolve("input/memory.txt"), Path.of("/proc/self/mem"));
            bad.put("memory.txt", "cannot be read.*");
        }
    }

    private static Thread deleteOnceTheNightHasBegun(Path file, Path warehouse) {
        Thread deleter = new Thread(() -> {
            try {
                while (!Files.exists(warehouse.resolve(".lock"))) {
                    Thread.sleep(1);
                }
                Files.delete(file);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        deleter.start();
        return deleter;
    }

    /** Every file beside the warehouse, and when it was written. */
    private Map<String, Object> around() throws IOException {
        Map<String, Object> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(f -> !f.startsWith(folder.resolve("warehouse"))).toList()) {
                if (!Files.isDirectory(file) && !file.endsWith("vanishing.txt")) {
                    files.put(file.toString(), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
                }
            }
        }
        return files;
    }

    private static Set<String> column(Warehouse tables, Table<?> table, String column) {
        return tables.read(table).select(column).distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void usable(String name, String text) throws IOException {
        write(name, text);
        usable.add(name);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("input").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
