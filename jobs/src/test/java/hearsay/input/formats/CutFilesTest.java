package hearsay.input.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import hearsay.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and feeds that end too early or whose marks are wrong: what is whole in them is read. */
class CutFilesTest {
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);
    private static final String TEXT =
            "The council voted on Tuesday to close the bridge, said Marta Berg, who chairs it.";

    @TempDir
    Path input;

    @Test
    void aMarkThatIsNotClosedCostsItsRow() throws IOException {
        String header = "url,title,text\n";
        String good = "https://example.com/%d,Title,Good text.\n";
        String open = "https://example.com/2,Open,\"It begins here\n";
        assertThat(pictures("a.csv", header + good.formatted(1) + open + good.formatted(3) + good.formatted(4)))
                .containsExactly(
                        "2 https://example.com/1",
                        "3 a quotation mark in it is not closed, and the file is read on in line 4",
                        "4 https://example.com/3",
                        "5 https://example.com/4");
        assertThat(pictures("a.csv", header + good.formatted(1) + open + "and goes on, with commas, to the end"))
                .containsExactly("2 https://example.com/1", "3 a quotation mark in it is not closed");
        String marked = "\"https://example.com/3\",\"Title\",\"Good text.\"\n";
        assertThat(pictures("a.csv", header + good.formatted(1) + open + marked + good.formatted(4)))
                .hasSize(3)
                .startsWith("2 https://example.com/1")
                .anyMatch(row -> row.startsWith("3 ") && row.contains("in lines 3 to 4"))
                .endsWith("5 https://example.com/4");
    }

    @Test
    void wrongMarksInEveryRowTakeLittleTime() {
        String rows = "https://example.com/2,Open,\"It begins here\n".repeat(100_001);
        assertTimeout(Duration.ofSeconds(60), () -> pictures("a.csv", "url,title,text\n" + rows));
    }

    @Test
    void ofAFeedCutShortTheLastItemIsARejectWhereverItIsCut() throws IOException {
        String item = "<item><title>One</title><link>https://example.com/1</link><content:encoded><![CDATA[<p>" + TEXT
                + "</p><p>" + TEXT + "</p><p>" + TEXT + "</p>]]></content:encoded></item>";
        String head = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>";
        for (int left : List.of(7, 40, 80, 200, item.length() - 8)) {
            assertThat(pictures("a.rss", head + item + item.substring(0, left)))
                    .as("%d chars left", left)
                    .containsExactly("1 https://example.com/1", "2 the feed is cut short in it");
        }
        for (String end : List.of("", "</channel>", "</channel></rss>", "<ite")) {
            assertThat(pictures("a.rss", head + item + item + end))
                    .as(end)
                    .containsExactly("1 https://example.com/1", "2 https://example.com/1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            entities once             | Ports &amp; piers: &#8216;we build&#8217;     | Ports & piers: ‘we build’
            entities twice            | Don&amp;#x27;t forget the wall                | Don't forget the wall
            entities in CDATA         | <![CDATA[A &quot;wall&quot; of M&uuml;ller]]> | A "wall" of Müller
            a sign in CDATA           | <![CDATA[<3 for the harbour]]>                | <3 for the harbour
            markup that is meant      | A guide to &lt;head&gt; of tide               | A guide to <head> of tide
            formatting                | The &lt;em&gt;Ellis Herald&lt;/em&gt; moves   | The Ellis Herald moves
            formatting in CDATA       | <![CDATA[The <b>old</b> <i>wall</i>]]>        | The old wall
            """)
    void titlesOfFeedsAreText(String name, String title, String expected) throws IOException {
        String feed = "<rss version=\"2.0\"><channel><item><title>" + title + "</title><description>" + TEXT.repeat(4)
                + "</description></item></channel></rss>";
        assertThat(((RawArticle) read("a.rss", feed).get(0)).title()).isEqualTo(expected);
    }

    private List<String> pictures(String name, String content) throws IOException {
        return read(name, content).stream()
                .map(finding -> finding.position() + " "
                        + (finding instanceof RawArticle article ? article.url() : ((Unusable) finding).reason()))
                .toList();
    }

    private List<Finding> read(String name, String content) throws IOException {
        Files.writeString(input.resolve(name), content, UTF_8);
        long bytes = Files.size(input.resolve(name));
        List<Finding> findings = new ArrayList<>();
        Piece piece = new Piece(input.resolve(name).toUri().toString(), name, bytes, null, 0, bytes);
        try (Findings all = InputReader.read(piece, new Configuration(), SETTINGS)) {
            all.forEachRemaining(findings::add);
        }
        return findings;
    }
}
