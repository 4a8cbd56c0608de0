package hearsay.input.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import hearsay.input.InputSettings;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unread;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import hearsay.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as they are found: written by many tools, of servers of many kinds. */
class WebArchiveTest {
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);
    private static final String PARAGRAPH =
            "The council voted on Tuesday to close the bridge, said Marta Ekström, who chairs it. ";
    private static final String BROTLI_PAGE =
            "G4gCQJwHdmNHhppx8FHHp3kZSttrbXe21G2pDrMohvJmtAThwp8u/4s9C6oc6QiaCQ1k8OT45OVGZ7MD5m4tsCgKWhR4aRT7i+jrDZ+XEfaIKMFj6MYorg8GwPTTObxA0JGVgExChiQpLmWfgUJ8gmHu71saeo+cA2xbPa16bkw+/W9VYqBKBvSnqfDcA+qHe41+5oTvC/EB";
    /** 64 MB of blanks. */
    private static final String BROTLI_BOMB =
            "y///P/glQOKxQCD3/o///3/wSwDEYRGA7v0f////4JcAiMMCAN37P/7//8EvARCHBQC693/8//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/j//8f/BIAcVgAoHv/Nw==";

    private static final byte[] HTML = page("Bridge");

    @TempDir
    Path input;

    /** Line ends, versions and what stands between records, each with each, in one piece and in five. */
    @Test
    void recordsAreReadAsTheyAreWritten() throws IOException {
        for (String version : List.of("WARC/1.0", "WARC/1.1", "WARC/0.18", "WARC/0.17")) {
            for (String end : List.of("\r\n", "\n")) {
                for (String between : List.of("\r\n\r\n", "\n\n", "\r\n", "\n", "\r\n\r\n\r\n")) {
                    for (int longer : List.of(0, 1)) {
                        byte[] archive = Warcs.joined(
                                record(version, end, between, "https://example.com/1", longer, answer("", HTML)),
                                record(version, end, between, "https://example.com/2", longer, answer("", HTML)),
                                record(version, end, between, "https://example.com/3", 0, answer("", HTML)));
                        for (int pieces : longer == 0 ? List.of(1, 3) : List.of(1)) {
                            assertThat(pictures("a.warc", archive, pieces))
                                    .as("%s, line ends %s, between %s, %d longer", version, end, between, longer)
                                    .containsExactly(
                                            "https://example.com/1 Bridge",
                                            "https://example.com/2 Bridge",
                                            "https://example.com/3 Bridge");
                        }
                    }
                }
            }
        }
    }

    @Test
    void aLengthThatIsTooLongTakesNoOtherRecordWithIt() throws IOException {
        byte[] one = record("WARC/1.0", "\r\n", "\r\n\r\n", "https://example.com/1", 300, answer("", HTML));
        byte[] two = record("WARC/1.0", "\r\n", "\r\n\r\n", "https://example.com/2", 0, answer("", HTML));
        assertThat(pictures("a.warc", Warcs.joined(one, two, two)))
                .startsWith("https://example.com/1 Bridge", "https://example.com/2 Bridge");
        assertThat(pictures("a.warc.gz", Warcs.joined(Warcs.gzip(one), Warcs.gzip(two))))
                .containsExactly("https://example.com/1 Bridge", "https://example.com/2 Bridge");
    }

    @Test
    void whatStandsBetweenRecordsIsSaidOnce() throws IOException {
        byte[] one = record("WARC/1.0", "\r\n", "\r\n\r\n", "https://example.com/1", 0, answer("", HTML));
        byte[] archive =
                Warcs.joined(one, "garbage\nand more of it\n\n".repeat(90).getBytes(UTF_8), one);
        for (String name : List.of("a.warc", "a.warc.gz")) {
            assertThat(pictures(name, name.endsWith("gz") ? Warcs.gzip(archive) : archive))
                    .as(name)
                    .containsExactly(
                            "https://example.com/1 Bridge",
                            "broken record: no record begins here",
                            "https://example.com/1 Bridge");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as it should be               | 'HTTP/1.1 200 OK~Content-Type: text/html; charset=utf-8~~'
            no reason                     | 'HTTP/1.1 200~Content-Type: text/html~~'
            HTTP/2                        | 'HTTP/2 200~content-type: text/html~~'
            bare line feeds               | 'HTTP/1.1 200 OK#Content-Type: text/html##'
            mixed line ends               | 'HTTP/1.1 200 OK#Content-Type: text/html~#'
            a blank before the colon      | 'HTTP/1.1 200 OK~P3P : CP="A B"~Content-Type : text/html~~'
            controls in a value           | 'HTTP/1.1 200 OK~X-Note: a\u0007b~Content-Type: text/html~~'
            a line that is none           | 'HTTP/1.1 200 OK~nonsense~Content-Type: text/html~~'
            a folded line                 | 'HTTP/1.1 200 OK~Content-Type: text/html;~ charset=utf-8~~'
            two charsets                  | 'HTTP/1.1 200 OK~Content-Type: text/html;Charset=utf-8;charset=UTF-8~~'
            a charset in marks            | 'HTTP/1.1 200 OK~Content-Type: text/html; charset="utf-8"~~'
            a charset in half marks       | 'HTTP/1.1 200 OK~Content-Type: text/html; charset="utf-8~~'
            a charset that is none        | 'HTTP/1.1 200 OK~Content-Type: text/html; charset=none~~'
            a type in marks               | 'HTTP/1.1 200 OK~Content-Type: "text/html"; charset="utf-8"~~'
            a type in capitals            | 'HTTP/1.1 200 OK~CONTENT-TYPE: TEXT/HTML~~'
            two types                     | 'HTTP/1.1 200 OK~Content-Type: text/html, text/html~~'
            a type twice                  | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Type: text/plain~~'
            no type                       | 'HTTP/1.1 200 OK~Server: x~~'
            an empty type                 | 'HTTP/1.1 200 OK~Content-Type:~~'
            a type that is none           | 'HTTP/1.1 200 OK~Content-Type: html~~'
            a type that says nothing      | 'HTTP/1.1 200 OK~Content-Type: application/octet-stream~~'
            a page as text                | 'HTTP/1.1 200 OK~Content-Type: text/plain~~'
            no header lines               | 'HTTP/1.1 200 OK~~'
            no header                     | ''
            an interim answer             | 'HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~Content-Type: text/html~~'
            a wrong length                | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Length: 7~~'
            a false transfer encoding     | 'HTTP/1.1 200 OK~Content-Type: text/html~Transfer-Encoding: chunked~~'
            another transfer encoding     | 'HTTP/1.1 200 OK~Content-Type: text/html~Transfer-Encoding: identity~~'
            a false gzip                  | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Encoding: gzip~~'
            a false Brotli                | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Encoding: br~~'
            a false deflate               | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Encoding: deflate~~'
            an encoding that is none      | 'HTTP/1.1 200 OK~Content-Type: text/html~Content-Encoding: utf-8~~'
            """)
    void answersAreReadAsBrowsersReadThem(String name, String head) throws IOException {
        byte[] http = Warcs.joined(head.replace("~", "\r\n").replace('#', '\n').getBytes(ISO_8859_1), HTML);
        byte[] record = Warcs.gzip(record("WARC/1.0", "\r\n", "\r\n\r\n", "https://example.com/1", 0, http));
        assertThat(pictures("a.warc.gz", record)).containsExactly("https://example.com/1 Bridge");
    }

    /** Packings and chunks, each with each, under a header that says so or not. */
    @Test
    void packedBodiesAreUnpacked() throws IOException {
        for (String packing :
                List.of("identity", "gzip", "x-gzip", "deflate", "raw deflate", "br", "zstd", "gzip, gzip")) {
            byte[] packed = packed(packing, HTML);
            String encoding = "Content-Encoding: " + packing.replace("raw ", "") + "\r\n";
            for (int chunks : List.of(0, 1, 2)) {
                byte[] body = packed;
                for (int i = 0; i < chunks; i++) {
                    body = chunked(body, 700);
                }
                for (String transfer : List.of(
                        "Transfer-Encoding: chunked\r\n",
                        "Transfer-Encoding: chunked, chunked\r\n",
                        "Transfer-Encoding: chunked\r\ntransfer-encoding: \"Chunked\"\r\n")) {
                    if (chunks < 2 || !transfer.equals("Transfer-Encoding: chunked\r\n")) {
                        assertThat(pictures("a.warc", response(encoding + transfer, body)))
                                .as("%s in %d chunkings, %s", packing, chunks, transfer)
                                .containsExactly("https://example.com/1 Bridge");
                    }
                }
            }
            boolean shows = List.of("gzip", "zstd").contains(packing);
            assertThat(pictures("a.warc", response(shows ? "" : encoding, packed)))
                    .as(packing)
                    .containsExactly("https://example.com/1 Bridge");
        }
        assertThat(pictures(
                        "a.warc",
                        response("Content-Encoding: br\r\n", Base64.getDecoder().decode(BROTLI_PAGE))))
                .containsExactly("https://example.com/1 Packed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip", "deflate", "zstd", "gzip, gzip"})
    void whatUnpacksToVeryMuchIsBounded(String packing) throws IOException {
        byte[] bomb = packing.equals("br")
                ? Base64.getDecoder().decode(BROTLI_BOMB)
                : packed(packing, new byte[packing.contains(",") ? 200 << 20 : 64 << 20]);
        byte[] other = Warcs.response("https://example.com/2", "200 OK", "text/html", HTML);
        assertThat(pictures("a.warc", Warcs.joined(response("Content-Encoding: " + packing + "\r\n", bomb), other)))
                .containsExactly("a page of more than 8388608 bytes", "https://example.com/2 Bridge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip", "deflate", "zstd"})
    void whatCannotBeUnpackedCostsOneRecord(String packing) throws IOException {
        byte[] other = Warcs.response("https://example.com/2", "200 OK", "text/html", HTML);
        byte[] whole = packing.equals("br") ? Base64.getDecoder().decode(BROTLI_PAGE) : packed(packing, HTML);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] noise = whole.clone();
        Arrays.fill(noise, 10, noise.length, (byte) 0xff);
        for (byte[] body : List.of(cut, noise)) {
            assertThat(pictures("a.warc", Warcs.joined(response("Content-Encoding: " + packing + "\r\n", body), other)))
                    .satisfiesExactly(
                            one -> assertThat(one).startsWith("broken record: "),
                            two -> assertThat(two).isEqualTo("https://example.com/2 Bridge"));
        }
    }

    @Test
    void addressesAreReadAsTheyCome() throws IOException {
        byte[] raw =
                Warcs.joined("https://example.com/caf".getBytes(UTF_8), new byte[] {(byte) 0xe9}, "/1".getBytes(UTF_8));
        for (var address : List.of(
                List.of(new String(raw, ISO_8859_1), "https://example.com/caf%E9/1"),
                List.of("<https://example.com/1>", "https://example.com/1"))) {
            byte[] record = Warcs.record("response", "", "application/http; msgtype=response", answer("", HTML));
            String text = new String(record, ISO_8859_1)
                    .replaceFirst("\r\n", "\r\nWARC-Target-URI: " + address.get(0) + "\r\n");
            assertThat(pictures("a.warc", text.getBytes(ISO_8859_1))).containsExactly(address.get(1) + " Bridge");
        }
    }

    /** What came before WARC: versions 1 and 2, packed by records, as a whole or not at all. */
    @Test
    void arcFilesAreRead() throws IOException {
        for (String more : List.of("", " 200 - - 0 a.arc")) {
            byte[] info =
                    arc("filedesc://a.arc 0.0.0.0 20080430204825 text/plain" + more, "1 0 Test\n\n".getBytes(UTF_8));
            byte[] name = arc("dns:example.com 1.2.3.4 20080430204825 text/dns" + more, "1.2.3.4\n".getBytes(UTF_8));
            byte[] one = arc("http://example.com/1 1.2.3.4 20080430204825 text/html" + more, answer("", HTML));
            byte[] two = arc("http://example.com/2 1.2.3.4 20080430204826 text/html" + more, answer("", HTML));
            for (byte[] file : List.of(
                    Warcs.joined(info, name, one, two),
                    Warcs.joined(Warcs.gzip(info), Warcs.gzip(name), Warcs.gzip(one), Warcs.gzip(two)))) {
                assertThat(pictures(file[0] == 'f' ? "a.arc" : "a.arc.gz", file))
                        .containsExactly("http://example.com/1 Bridge", "http://example.com/2 Bridge");
            }
        }
    }

    @Test
    void ofAnArchiveCutShortEveryRecordBeforeTheCutIsRead() throws IOException {
        byte[] one = Warcs.response("https://example.com/1", "200 OK", "text/html", HTML);
        byte[] two = Warcs.response("https://example.com/2", "200 OK", "text/html", HTML);
        for (int left : List.of(0, 3, 40, 200, 700, two.length - 40)) {
            byte[] plain = Warcs.joined(one, Arrays.copyOf(two, left));
            byte[] packedTwo = Warcs.gzip(two);
            byte[] packed = Warcs.joined(
                    Warcs.gzip(one),
                    Arrays.copyOf(packedTwo, left == 0 ? 0 : 1 + left * packedTwo.length / two.length));
            for (byte[] cut : List.of(plain, packed)) {
                List<Finding> found = read(cut == plain ? "a.warc" : "a.warc.gz", cut, 1);
                assertThat(found.get(0)).isInstanceOf(RawArticle.class);
                assertThat(found.subList(1, found.size()))
                        .as("%d bytes left", left)
                        .allMatch(end -> end instanceof Unusable unusable
                                && unusable.reason().startsWith("broken record: ")
                                && unusable.position() == (cut == plain ? one.length : Warcs.gzip(one).length))
                        .hasSize(left == 0 ? 0 : 1);
            }
        }
    }

    private static byte[] page(String title) {
        return ("<html lang=\"en\"><head><title>" + title + "</title></head><body><nav><a>Home</a></nav>"
                        + "<article><h1>" + title + "</h1><p>" + PARAGRAPH + "</p><p>" + PARAGRAPH.repeat(12)
                        + "</p></article></body></html>")
                .getBytes(UTF_8);
    }

    private static byte[] answer(String headers, byte[] body) {
        return Warcs.joined(
                ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n").getBytes(UTF_8), body);
    }

    private static byte[] response(String headers, byte[] body) {
        return record("WARC/1.0", "\r\n", "\r\n\r\n", "https://example.com/1", 0, answer(headers, body));
    }

    private static byte[] record(String version, String end, String between, String address, int longer, byte[] block) {
        String head = String.join(
                end,
                version,
                "WARC-Type: response",
                "WARC-Target-URI: " + address,
                "WARC-Date: 2026-11-22T10:00:00Z",
                "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
                "Content-Type: application/http; msgtype=response",
                "Content-Length: " + (block.length + longer),
                "",
                "");
        return Warcs.joined(head.getBytes(UTF_8), block, between.getBytes(UTF_8));
    }

    private static byte[] arc(String line, byte[] block) {
        return Warcs.joined((line + " " + block.length + "\n").getBytes(UTF_8), block, "\n".getBytes(UTF_8));
    }

    private static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += size) {
            byte[] chunk = Arrays.copyOfRange(body, at, Math.min(body.length, at + size));
            chunks.writeBytes((Integer.toHexString(chunk.length) + ";a=b\r\n").getBytes(UTF_8));
            chunks.writeBytes(chunk);
            chunks.writeBytes("\r\n".getBytes(UTF_8));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return chunks.toByteArray();
    }

    private static byte[] packed(String how, byte[] body) {
        return switch (how) {
            case "gzip", "x-gzip" -> Warcs.gzip(body);
            case "gzip, gzip" -> Warcs.gzip(Warcs.gzip(body));
            case "deflate" -> deflated(body, false);
            case "raw deflate" -> deflated(body, true);
            case "zstd" -> Zstd.compress(body);
            case "br" -> brotli(body);
            default -> body;
        };
    }

    private static byte[] deflated(byte[] body, boolean bare) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
            out.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    /** As one block that is stored (RFC 7932, 9.2): a window of 16 bits, 4 nibbles of length, the bytes; then an empty last block. */
    private static byte[] brotli(byte[] body) {
        int bits = (body.length - 1) << 4 | 1 << 20;
        return Warcs.joined(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16)}, body, new byte[] {3});
    }

    private List<String> pictures(String name, byte[] content) throws IOException {
        return pictures(name, content, 1);
    }

    private List<String> pictures(String name, byte[] content, int pieces) throws IOException {
        return read(name, content, pieces).stream()
                .map(finding -> finding instanceof RawArticle article
                        ? article.url() + " " + article.title()
                        : ((Unusable) finding).reason())
                .toList();
    }

    private List<Finding> read(String name, byte[] content, int pieces) throws IOException {
        Files.write(input.resolve(name), content);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            Piece piece = new Piece(
                    input.resolve(name).toUri().toString(),
                    name,
                    content.length,
                    null,
                    content.length * (long) i / pieces,
                    content.length * (i + 1L) / pieces);
            try (Findings all = InputReader.read(piece, new Configuration(), SETTINGS)) {
                all.forEachRemaining(finding -> findings.add(finding instanceof Unread page ? page.read() : finding));
            }
        }
        return findings;
    }
}
