package hearsay.input.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import hearsay.input.InputSettings;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unread;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import hearsay.settings.Settings;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class InputReaderTest {
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);
    private static final String PARAGRAPH =
            "The council voted on Tuesday to close the bridge, said Marta Ekström, who chairs it. ";

    @TempDir
    Path input;

    @Test
    void aWebArchiveGivesEachPageOnceHoweverItIsCut() throws IOException {
        for (boolean packed : List.of(true, false)) {
            List<byte[]> records = new ArrayList<>();
            records.add(Warcs.info());
            for (int i = 0; i < 40; i++) {
                records.add(Warcs.record(
                        "request",
                        "",
                        "application/http; msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
                records.add(Warcs.response(
                        "https://example.com/" + i, "200 OK", "text/html; charset=utf-8", page("Title " + i)));
            }
            byte[] archive = Warcs.joined(
                    records.stream().map(r -> packed ? Warcs.gzip(r) : r).toArray(byte[][]::new));
            String name = packed ? "a.warc.gz" : "a.warc";
            for (int pieces : List.of(1, 2, 7, 60)) {
                List<Finding> found = new ArrayList<>();
                for (int i = 0; i < pieces; i++) {
                    found.addAll(read(
                            name, archive, archive.length * (long) i / pieces, archive.length * (i + 1L) / pieces));
                }
                assertThat(found)
                        .as("%s in %d pieces", name, pieces)
                        .hasSize(40)
                        .allMatch(RawArticle.class::isInstance);
                assertThat(found.stream().map(f -> ((RawArticle) f).url()).distinct())
                        .hasSize(40);
                assertThat(found.stream().map(f -> ((RawArticle) f).title()))
                        .startsWith("Title 0", "Title 1")
                        .endsWith("Title 39");
            }
        }
    }

    @Test
    void whatIsNoPageInAWebArchiveIsSaid() throws IOException {
        byte[] broken = Warcs.gzip(Warcs.response("https://example.com/b", "200 OK", "text/html", page("Broken")));
        broken[40] ^= 0x55;
        broken[41] ^= 0x55;
        byte[] archive = Warcs.joined(
                Warcs.gzip(Warcs.response("https://example.com/1", "200 OK", "text/html", page("One"))),
                Warcs.gzip(Warcs.response("https://example.com/2", "404 Not Found", "text/html", page("Two"))),
                broken,
                Warcs.gzip(Warcs.response("https://example.com/3", "200 OK", "image/png", new byte[] {1, 2, 3})),
                Warcs.gzip(Warcs.response(
                        "https://example.com/4",
                        "200 OK",
                        "text/html",
                        "<html><p>Too short</p>".getBytes(StandardCharsets.UTF_8))),
                Warcs.gzip(Warcs.response(
                        "https://example.com/5",
                        "200 OK",
                        "text/html; charset=iso-8859-1",
                        new String(page("Five"), StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1))),
                Warcs.gzip(Warcs.response("https://example.com/6", "200 OK", "text/html", page("Six"))));
        List<Finding> found = read("a.warc.gz", java.util.Arrays.copyOf(archive, archive.length - 30));
        assertThat(found.stream().map(InputReaderTest::picture))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("https://example.com/1 | One | " + PARAGRAPH.strip()),
                        one -> assertThat(one).isEqualTo("answered with status 404"),
                        one -> assertThat(one).startsWith("broken record: "),
                        one -> assertThat(one).isEqualTo("no page but image/png"),
                        one -> assertThat(one).startsWith("no article found on the page"),
                        one -> assertThat(one).startsWith("https://example.com/5 | Five | " + PARAGRAPH.strip()),
                        one -> assertThat(one).startsWith("broken record: "));
    }

    @Test
    void anArchivePackedInOnePieceIsReadToo() throws IOException {
        byte[] archive = Warcs.gzip(Warcs.joined(
                Warcs.info(),
                Warcs.response("https://example.com/1", "200 OK", "text/html", page("One")),
                Warcs.response("https://example.com/2", "200 OK", "text/html", page("Two"))));
        assertThat(read("a.warc.gz", archive, 0, archive.length / 2)).hasSize(2);
        assertThat(read("a.warc.gz", archive, archive.length / 2, archive.length))
                .isEmpty();
    }

    @Test
    void anArchivePackedOtherwiseThanByRecordsIsReadInOne() throws IOException {
        byte[] archive = Warcs.joined(
                Warcs.info(),
                Warcs.response("https://example.com/1", "200 OK", "text/html", page("One")),
                Warcs.response("https://example.com/2", "404 Not Found", "text/html", page("Two")),
                Warcs.response("https://example.com/3", "200 OK", "text/html", page("Three")));
        for (String packing : List.of("zst", "bz2", "xz")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = packing.equals("zst")
                    ? new ZstdOutputStream(packed)
                    : packing.equals("xz")
                            ? new XZOutputStream(packed, new LZMA2Options(1))
                            : new BZip2CompressorOutputStream(packed)) {
                out.write(archive);
            }
            String name = "a.warc." + packing;
            List<Finding> found = read(name, packed.toByteArray());
            assertThat(pictures(found).stream().map(p -> p.replaceFirst("(?s) \\| The .*", "")))
                    .as(packing)
                    .containsExactly(
                            "https://example.com/1 | One", "answered with status 404", "https://example.com/3 | Three");
            assertThat(found.get(0).position()).isEqualTo(Warcs.info().length);
            assertThat(read(name, Arrays.copyOf(packed.toByteArray(), packed.size() - 8), 0, packed.size() - 8))
                    .as(packing)
                    .last()
                    .satisfies(end -> assertThat(picture(end)).startsWith("cannot be read"));
        }
    }

    @Test
    void aPageThatCannotBeUnpackedCostsNoOtherOne() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: %s\r\n\r\n";
        byte[] archive = Warcs.joined(
                Warcs.info(),
                Warcs.response("https://example.com/1", "200 OK", "text/html", page("One")),
                record("https://example.com/2", head.formatted("br"), page("Two")),
                record("https://example.com/3", head.formatted("gzip"), Arrays.copyOf(Warcs.gzip(page("Three")), 90)),
                record("https://example.com/4", head.formatted("gzip"), Warcs.gzip(page("Four"))));
        ByteArrayOutputStream otherwise = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(otherwise)) {
            out.write(archive);
        }
        for (String name : List.of("a.warc", "a.warc.gz", "a.warc.bz2")) {
            byte[] bytes = name.endsWith("gz")
                    ? Warcs.gzip(archive)
                    : name.endsWith("bz2") ? otherwise.toByteArray() : archive;
            assertThat(pictures(name, bytes))
                    .as(name)
                    .satisfiesExactly(
                            one -> assertThat(one).startsWith("https://example.com/1 | One | "),
                            two -> assertThat(two)
                                    .as("its header is of before it was unpacked")
                                    .startsWith("https://example.com/2 | Two | "),
                            three -> assertThat(three).isEqualTo("broken record: it ends too early"),
                            four -> assertThat(four).startsWith("https://example.com/4 | Four | "));
        }
    }

    private static byte[] record(String url, String head, byte[] body) {
        return Warcs.record(
                "response",
                "WARC-Target-URI: " + url + "\r\n",
                "application/http; msgtype=response",
                Warcs.joined(head.getBytes(StandardCharsets.US_ASCII), body));
    }

    @Test
    void pagesConvertedToTextAreArticles() throws IOException {
        String text = "One\n" + PARAGRAPH;
        byte[] archive = Warcs.joined(
                Warcs.gzip(Warcs.record(
                        "conversion",
                        "WARC-Target-URI: https://example.com/1\r\n",
                        "text/plain",
                        text.getBytes(StandardCharsets.UTF_8))),
                Warcs.gzip(Warcs.record(
                        "conversion",
                        "WARC-Target-URI: https://example.com/2\r\n",
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8))));
        assertThat(pictures("a.warc.wet.gz", archive))
                .containsExactly("https://example.com/1 | null | " + text, "no text but application/json");
    }

    @Test
    void anObjectThatIsTheFileIsKnownByItsPath() throws IOException {
        for (String one : List.of("{\"id\": \"7\", \"text\": \"Good.\"}\n", "{\n\"text\": \"Good.\"\n}\n\n")) {
            assertThat(read("a.json", one.getBytes(StandardCharsets.UTF_8)))
                    .extracting(Finding::position)
                    .as(one)
                    .containsExactly(0L);
        }
        assertThat(read("a.jsonl", "{\"text\": \"Good.\"}\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::position)
                .containsExactly(1L);
        assertThat(read("a.json", "[{\n\"text\": \"Good.\"}]".getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::position)
                .containsExactly(1L);
        assertThat(read(
                        "a.json",
                        "{\n\"text\": \"Good.\"}\n{\n\"text\": \"Better.\"}".getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::position)
                .containsExactly(1L, 3L);
        assertThat(pictures("a.json", "{\n\"text\": \"Good.\"\n}\ngarbage"))
                .containsExactly(
                        "null | null | Good.",
                        "broken JSON, the rest is not read: Unrecognized token 'garbage':"
                                + " was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    }

    @Test
    void aListInAnObjectGivesItsArticles() throws IOException {
        String answer =
                "{\"status\": \"ok\", \"totalResults\": 2, \"articles\": [%s{\"source\": {\"id\": null, \"name\": \"Example\"},"
                        + " \"title\": \"One\", \"url\": \"https://example.com/1\", \"content\": \"Good.\"},"
                        + "%s{\"title\": \"Two\", \"content\": \"Better.\"}]}";
        for (String gap : List.of("", "\n  ")) {
            assertThat(pictures("a.json", answer.formatted(gap, gap)))
                    .containsExactly("https://example.com/1 | One | Good.", "null | Two | Better.");
        }
        assertThat(pictures("a.json", "{\n\"articles\": []}")).containsExactly("null | null | null");
    }

    @Test
    void aTextThatBeginsLikeATableIsAText() throws IOException {
        String text = "ORCHARD PARK, N.Y. (AP) — The council voted.";
        assertThat(pictures("orchard", text)).containsExactly("null | null | " + text);
    }

    @Test
    void aFeedSaysItsEncoding() throws IOException {
        String text = "Rada miasta zagłosowała we wtorek, że most zostanie zamknięty. "
                .repeat(4)
                .strip();
        String feed =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><rss><channel><item><title>Most</title><description>"
                        + text + "</description></item></channel></rss>";
        assertThat(pictures("a.xml", feed.getBytes("ISO-8859-2"))).containsExactly("null | Most | " + text);
    }

    @Test
    void rowsOfCommaSeparatedValuesAreArticles() throws IOException {
        assertThat(pictures(
                        "a.csv",
                        "url,title,text,published_at\n"
                                + "https://example.com/1,One,\"First line,\nsecond \"\"line\"\".\",2026-11-22\n"
                                + "https://example.com/2,Two,Plain.\n"
                                + "https://example.com/3,Three,Good.,2026-11-22\n"))
                .containsExactly(
                        "https://example.com/1 | One | First line,\nsecond \"line\".",
                        "3 columns, the header has 4",
                        "https://example.com/3 | Three | Good.");
        assertThat(pictures("b.csv", "title;text\nOne;Good.\n")).containsExactly("null | One | Good.");
        assertThat(pictures("c.tsv", "title\tbody\nOne\tGood, they said.\n"))
                .containsExactly("null | One | Good, they said.");
        assertThat(pictures("d.csv", "name,number\nOne,1\n"))
                .containsExactly("no column of the header is a text; name it by input.fields.text");
    }

    @Test
    void aRowInAnotherEncodingIsReadAndSoAreTheOthers() throws IOException {
        String plain = "One,Plain.\n".repeat(7_000);
        byte[] rows = Warcs.joined(
                ("title,text\n" + plain).getBytes(StandardCharsets.UTF_8),
                "Two,The café — it’s open.\n".getBytes("windows-1252"),
                "Three,Zoë’s café.\nFour,".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 1, (byte) 0xff},
                "\nFive,Good.\n".getBytes(StandardCharsets.UTF_8));
        assertThat(pictures("a.csv", rows))
                .hasSize(7_004)
                .endsWith(
                        "null | Two | The café — it’s open.",
                        "null | Three | Zoë’s café.",
                        "its bytes are not text",
                        "null | Five | Good.");
    }

    @Test
    void aMarkThatIsNotClosedEndsWithALine() throws IOException {
        InputSettings small =
                new InputSettings(Map.of(), 1_000, 10_000, 1 << 20, "1980-01-01", 1, "reject", false, List.of("en"));
        Files.writeString(
                input.resolve("a.csv"),
                "title,text\nOne,Good.\nTwo,\"Open\n" + "Lost,row.\n".repeat(7_000) + "Last,\"Good.\"\n");
        List<Finding> found = read(piece("a.csv"), small);
        assertThat(pictures(found))
                .startsWith("null | One | Good.", "row longer than 10000 bytes")
                .endsWith("null | Last | Good.");
        assertThat(found.get(1).position()).isEqualTo(3);
    }

    @Test
    void aHeaderIsKnownInAnyCaseAndAHashIsNoComment() throws IOException {
        assertThat(pictures("a.csv", "URL,Title,Text\nhttps://example.com/1,#MeToo,#MeToo goes on.\n\n#,x,y\n"))
                .containsExactly("https://example.com/1 | #MeToo | #MeToo goes on.", "# | x | y");
    }

    @Test
    void rowsEndAtLineEndsOutsideOfQuotationMarks() throws IOException {
        Random random = new Random(5);
        for (int table = 0; table < 300; table++) {
            char delimiter = ",;\t|".charAt(table % 4);
            String end = table % 3 == 0 ? "\r\n" : "\n";
            StringBuilder csv = new StringBuilder("title" + delimiter + "text" + end);
            List<String> expected = new ArrayList<>();
            for (int row = 0; row < 20; row++) {
                String[] fields = new String[2];
                for (int i = 0; i < 2; i++) {
                    StringBuilder field = new StringBuilder("x");
                    for (int length = random.nextInt(8); length > 0; length--) {
                        field.append(List.of("a", "\"", "\"\"", String.valueOf(delimiter), "\n", "\r\n", " ", "é")
                                .get(random.nextInt(8)));
                    }
                    fields[i] = field.append("y").toString();
                }
                boolean bare =
                        (fields[0] + fields[1]).chars().noneMatch(c -> "\"\r\n".indexOf(c) >= 0 || c == delimiter);
                csv.append(Arrays.stream(fields)
                                .map(f -> bare ? f : "\"" + f.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(String.valueOf(delimiter))))
                        .append(end);
                expected.add("null | " + fields[0] + " | " + fields[1]);
            }
            byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
            try (Findings read = new CsvFile(inCrumbs(bytes, 1 + table % 7), delimiter == '\t', SETTINGS)) {
                List<Finding> found = new ArrayList<>();
                read.forEachRemaining(found::add);
                assertThat(pictures(found)).as(csv.toString()).isEqualTo(expected);
            }
        }
    }

    /** The bytes a few at a time, as a network gives them. */
    private static InputStream inCrumbs(byte[] bytes, int size) {
        return new BufferedInputStream(new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(size, length));
            }
        });
    }

    @Test
    void aFieldMapNamesTheColumns() throws IOException {
        InputSettings mapped = new InputSettings(
                Map.of("text", "story.words", "title", "head, story.head"),
                1_000,
                10_000,
                1 << 20,
                "1980-01-01",
                1,
                "reject",
                false,
                List.of("en"));
        Files.writeString(
                input.resolve("a.jsonl"),
                "{\"story\": {\"words\": \"Good.\", \"head\": \"One\"}, \"text\": \"Other.\"}");
        assertThat(pictures(read(piece("a.jsonl"), mapped))).containsExactly("null | One | Good.");
    }

    @Test
    void itemsOfFeedsAreArticles() throws IOException {
        String text = PARAGRAPH.repeat(3).strip();
        assertThat(pictures("a.rss", """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><language>en</language>
                <item><title>One &amp; two</title><link>https://example.com/1</link><pubDate>Sun, 22 Nov 2026 10:15:00 GMT</pubDate>
                <description>Short.</description><content:encoded><![CDATA[<p>%s</p><script>alert(1)</script><p>&secret; End.</p>]]></content:encoded></item>
                <item><title>Teaser</title><link>https://example.com/2</link><description>Only this.</description></item>
                </channel></rss>""".formatted(text)))
                .containsExactly(
                        "https://example.com/1 | One & two | " + text + "\n&secret; End.", "only a teaser of 10 chars");
        assertThat(pictures("b.xml", """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>News</title><entry><title>One</title>
                <link rel="alternate" href="https://example.com/1"/><id>tag:example.com,2026:1</id><updated>2026-11-22T10:00:00Z</updated>
                <author><name>Ann Smith</name></author><content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>""".formatted(text))).containsExactly("https://example.com/1 | One | " + text);
        assertThat(pictures("d.xml", "<rss><channel>" + ("<item>".repeat(900) + "</item>".repeat(900)).repeat(2)))
                .as("looking for each within each would take the square of the feed")
                .containsExactly("only a teaser of 0 chars", "only a teaser of 0 chars");
        assertThat(pictures("c.xml", "<catalog><book/></catalog>")).containsExactly("no items of a feed in it");
    }

    @Test
    void encodingsAreToldApart() throws IOException {
        String text = "“Über die Brücke”, said Zoë — it’s naïve to hope. The café on the quay stays open, £5 a cup.";
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252")) {
            assertThat(pictures("a.txt", text.getBytes(Charset.forName(charset))))
                    .as(charset)
                    .containsExactly("null | null | " + text);
            byte[] json = ("{\"maintext\": \"" + text + "\"}\n").repeat(2).getBytes(Charset.forName(charset));
            assertThat(pictures("a.jsonl", json))
                    .as(charset)
                    .containsOnly("null | null | " + text)
                    .hasSize(2);
            byte[] csv = ("title,text\nOne,\"" + text + "\"\n").getBytes(Charset.forName(charset));
            assertThat(pictures("a.csv", csv)).as(charset).containsExactly("null | One | " + text);
        }
        byte[] russian =
                "Министр сказал, что переговоры продолжатся на следующей неделе в столице.".getBytes("windows-1251");
        assertThat(pictures("a.txt", russian).get(0)).endsWith("на следующей неделе в столице.");
        byte[] japanese = "会議は火曜日に開かれると市長は述べた。".getBytes("EUC-JP");
        assertThat(pictures(
                        "a.warc",
                        Warcs.response(
                                "https://example.com/1", "200 OK", "text/plain; charset=x-JISAutoDetect", japanese)))
                .as("an encoding that can be read only")
                .containsExactly("https://example.com/1 | null | 会議は火曜日に開かれると市長は述べた。");
    }

    @Test
    void whatWasEncodedTwiceIsRepairedWhereCertain() throws IOException {
        String text = "‘It’s naïve,’ said Zoë.";
        String twice = new String(text.getBytes(StandardCharsets.UTF_8), Encoding.WINDOWS_1252);
        assertThat(pictures("a.txt", twice)).containsExactly("null | null | " + text);
        String mixed = twice + " And in Kyiv: Київ.";
        assertThat(pictures("a.txt", mixed)).containsExactly("null | null | " + mixed);
        assertThat(pictures("a.txt", "Ã is a letter, â another."))
                .containsExactly("null | null | Ã is a letter, â another.");
    }

    @Test
    void aFileIsWhatItHoldsWhateverItIsCalled() throws IOException {
        assertThat(pictures("a.txt", page("One"))).hasSize(1).allMatch(a -> a.startsWith("null | One | "));
        assertThat(pictures("article-17", "Plain text.")).containsExactly("null | null | Plain text.");
        assertThat(pictures("b.txt", "{\"maintext\": \"Good.\"}\n{\"maintext\": \"Better.\"}"))
                .containsExactly("null | null | Good.", "null | null | Better.");
        assertThat(pictures("c.dat", "Plain text.")).containsExactly("no reader for files of this ending");
        assertThat(pictures("c.warc", "Plain text."))
                .hasSize(1)
                .allMatch(reason -> reason.startsWith("broken record: "));
    }

    private static byte[] page(String title) {
        return ("<html lang=\"en\"><head><title>" + title
                        + "</title><meta name=\"date\" content=\"2026-11-22\"></head><body><nav><a>Home</a></nav>"
                        + "<article><h1>" + title + "</h1><p>" + PARAGRAPH + "</p><p>" + PARAGRAPH.repeat(2)
                        + "</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> pictures(String name, String content) throws IOException {
        return pictures(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> pictures(String name, byte[] content) throws IOException {
        return pictures(read(name, content));
    }

    private static List<String> pictures(List<Finding> findings) {
        return findings.stream().map(InputReaderTest::picture).toList();
    }

    private static String picture(Finding finding) {
        return finding instanceof RawArticle a
                ? a.url() + " | " + a.title() + " | " + a.text()
                : ((Unusable) finding).reason();
    }

    private List<Finding> read(String name, byte[] content) throws IOException {
        return read(name, content, 0, content.length);
    }

    private List<Finding> read(String name, byte[] content, long begin, long end) throws IOException {
        Files.write(input.resolve(name), content);
        return read(
                new Piece(input.resolve(name).toUri().toString(), name, content.length, null, begin, end), SETTINGS);
    }

    private Piece piece(String name) throws IOException {
        long bytes = Files.size(input.resolve(name));
        return new Piece(input.resolve(name).toUri().toString(), name, bytes, null, 0, bytes);
    }

    private static List<Finding> read(Piece piece, InputSettings settings) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (Findings all = InputReader.read(piece, new Configuration(), settings)) {
            all.forEachRemaining(finding -> findings.add(finding instanceof Unread page ? page.read() : finding));
        }
        return findings;
    }
}
