package hearsay.report.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.SmallWarehouse;
import hearsay.TestSpark;
import hearsay.report.ReportJob;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of a small warehouse with a name and a quotation that are markup. */
class SiteJobTest {
    @TempDir
    static Path folder;

    private static Path site;

    @BeforeAll
    static void write() {
        site = folder.resolve("site");
        run(site);
    }

    private static void run(Path out) {
        ReportJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                SmallWarehouse.path(),
                out,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void everyLinkLeadsToAPageAndEveryAnchorIsThere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(12);
        for (Path page : pages) {
            Document document = Jsoup.parse(Files.readString(page));
            for (Element link : document.select("a[href], link[href], script[src], form[action]")) {
                String to = link.attr("href") + link.attr("src") + link.attr("action");
                if (to.matches("https?:.*")) {
                    continue;
                }
                String[] parts = to.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.getParent().resolve(parts[0]).normalize();
                assertThat(target).as(page + " links to " + to).exists();
                if (parts.length > 1) {
                    assertThat(Jsoup.parse(Files.readString(target)).getElementById(parts[1]))
                            .as(page + " links to " + to)
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void wordsOfArticlesNeverBecomeMarkup() throws IOException {
        for (Path page : pages()) {
            Document document = Jsoup.parse(Files.readString(page));
            assertThat(document.select("script:not([src]), img, iframe, main style, [style]"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.select("main b:not(mark b), h1 b"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.select("meta[http-equiv=Content-Security-Policy]")
                            .attr("content"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(document.select("[id]").eachAttr("id"))
                    .as(page.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aPersonHasWhatSheSaidWhatWasSaidOfHerAndWhomSheIsNamedWith() throws IOException {
        Document page = page("names/" + SmallWarehouse.id("PER", "Ada Brook") + ".html");
        assertThat(page.select("h1").text()).isEqualTo("Ada Brook");
        assertThat(page.select("#said > ul > li mark").eachText())
                .containsExactly("“Carl is right,”", "the harbour is safe", "“The harbour stays open,”");
        assertThat(page.select("#said mark b").eachText()).contains("The harbour stays open,");
        assertThat(page.select("#about > ul .who").eachText())
                .singleElement()
                .asString()
                .contains("<b>&");
        assertThat(page.select("#with tbody th").eachText()).contains("Harbour Board");
        assertThat(page.select("#spoke tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).startsWith("Carl Dunn 2"));
        assertThat(page.select("#said .source").first().text())
                .contains("direct · said · 0.97 · b.example", ", sentence 0");
    }

    @Test
    void whatCannotBePrintedIsClosed() throws IOException {
        Document page = page("names/" + SmallWarehouse.id("PER", "Carl Dunn") + ".html");
        assertThat(page.select("#said > ul")).isEmpty();
        assertThat(page.select("#said details.others:not([open]) li mark").eachText())
                .containsExactly("that he sold the harbour", "the bridge is old");
    }

    @Test
    void anOutletHasItsQuotationsWithoutASpeakerAndWhy() throws IOException {
        Document page = page("outlets/b.example.html");
        assertThat(page.select("#without tbody th").eachText()).containsExactly("no source was found");
        assertThat(page.select("#speakers tbody th").eachText()).contains("Ada Brook");
        assertThat(page("outlets/b.example-without.html").select("main li mark").eachText())
                .containsExactly("“Nobody knows,”");
    }

    @Test
    void twoWhoSpeakOfEachOtherHaveAPage() throws IOException {
        Document page = page("pairs/"
                + Site.pair(SmallWarehouse.id("PER", "Ada Brook"), SmallWarehouse.id("PER", "Carl Dunn")) + ".html");
        assertThat(page.select("h2").eachText()).containsExactly("What Ada Brook said of Carl Dunn");
        assertThat(page.select("main li mark").eachText()).hasSize(2);
    }

    @Test
    void theSearchKnowsNamesAndWords() throws IOException {
        String words = Files.readString(site.resolve("search/words-0.js"));
        assertThat(words)
                .contains("[\"harbour\",", "[\"ada\",\"0", "[\"bridge\",")
                .doesNotContain("<");
        assertThat(SearchIndex.words("Élan vital: “Don’t,” said Mr. A. ΣΑΣ 2025"))
                .containsExactly("elan", "vital", "don", "said", "mr", "σας", "2025");
    }

    @Test
    void anotherSiteIsReplacedAndOtherFoldersAreNot() throws IOException {
        Path again = folder.resolve("again");
        run(again);
        Files.writeString(again.resolve("names/old.html"), "of a name that is gone");
        run(again);
        assertThat(again.resolve("names/old.html")).doesNotExist();
        assertThat(again.resolve("index.html")).exists();
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("letter.txt"), "keep me");
        assertThatThrownBy(() -> run(own)).isInstanceOf(OperatorMistake.class).hasMessageContaining("Name a new one");
        assertThat(own.resolve("letter.txt")).hasContent("keep me");
        assertThatThrownBy(() -> run(own.resolve("letter.txt"))).isInstanceOf(OperatorMistake.class);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).doesNotContain(".own.part", ".again.old");
        }
    }

    private static Document page(String address) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(address)));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
