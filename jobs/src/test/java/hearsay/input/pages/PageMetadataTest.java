package hearsay.input.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Finding;
import hearsay.settings.Settings;
import hearsay.text.sentences.PublicationTime;
import java.time.Duration;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMetadataTest {
    private static final InputSettings SETTINGS =
            Settings.read(Optional.empty()).section("input", InputSettings.class);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            JSON-LD first            | <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-11-22T23:30:00-05:00"}</script><meta name="date" content="2026-11-20"> | 2026-11-23T04:30:00Z
            in a graph               | <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"], "datePublished": "2026-11-22T10:00:00Z"}]}</script> | 2026-11-22T10:00:00Z
            broken JSON-LD           | <script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="article:published_time" content="2026-11-22T10:00:00+0100"> | 2026-11-22T09:00:00Z
            no date in JSON-LD       | <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "soon"}</script><meta name="dcterms.issued" content="2026-11-22"> | 2026-11-22
            time with itemprop       | <p>1 May 2020</p><time itemprop="datePublished" datetime="2026-11-22T10:00:00.000Z">today</time> | 2026-11-22T10:00:00Z
            time in the article      | <aside><time datetime="2020-05-01">1 May</time></aside><article><time datetime="2026-11-22 10:00">22 Nov</time></article> | 2026-11-22T10:00:00Z
            time as text             | <time>Nov. 22, 2026 at 10:15 p.m. ET</time> | 2026-11-23T03:15:00Z
            when it was changed only | <meta property="article:modified_time" content="2026-11-22"> | -
            """)
    void dates(String name, String html, String expected) {
        Optional<PublicationTime> time =
                Optional.ofNullable(metadata(html, "").published(null)).flatMap(PublicationTime::inHeader);
        assertThat(time.map(t -> t.moment() == null
                                ? t.day().toString()
                                : t.moment().toString())
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void theAddressIsTheCanonicalOne() {
        assertThat(metadata("<link rel=canonical href='/news/talks'>", "https://example.com/amp/talks")
                        .url())
                .isEqualTo("https://example.com/news/talks");
        assertThat(metadata("<link rel=canonical href='/news/talks'>", "").url())
                .isNull();
        assertThat(metadata("<link rel=canonical href=''><meta property=og:url content='https://example.com/t'>", "")
                        .url())
                .isEqualTo("https://example.com/t");
    }

    @Test
    void endlessAddressesAndNamesOfAuthorsTakeNoTime() {
        String page = "<link rel=canonical href='https://" + "a.".repeat(200_000) + " b'>"
                + "<meta property=og:url content='https://example.com/t'><meta name=author content='a"
                + " ".repeat(400_000) + "b'>";
        assertTimeout(Duration.ofSeconds(10), () -> {
            PageMetadata metadata = metadata(page, "");
            assertThat(metadata.url()).isEqualTo("https://example.com/t");
            assertThat(metadata.authors()).isEmpty();
        });
    }

    @Test
    void entitiesInJsonAreRead() {
        PageMetadata metadata = metadata(
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\","
                        + " \"headline\": \"Council&#8217;s plan &amp; cost\","
                        + " \"author\": {\"name\": \"Zo&euml; Smith\"}}</script>",
                "");
        assertThat(metadata.title()).isEqualTo("Council’s plan & cost");
        assertThat(metadata.authors()).containsExactly("Zoë Smith");
    }

    @Test
    void theSiteIsNoAddressOfAnArticle() {
        String page = "<html><link rel=canonical href='https://example.com/'><article><p>"
                + "The council voted to close the bridge. ".repeat(9) + "</p></article>";
        Finding.RawArticle article = (Finding.RawArticle)
                Page.read(page, "https://example.com/talks", 0, null, Json.readerOfPages(SETTINGS));
        assertThat(article.url()).isEqualTo("https://example.com/talks");
    }

    @Test
    void theCanonicalAddressMayBeThatOfAnotherEdition() {
        String text = "<article><p>" + "The council voted to close the bridge. ".repeat(9) + "</p></article>";
        String page = "<html><link rel=canonical href='https://www.example.com/talks'>" + text;
        String elsewhere = "<html><link rel=canonical href='https://www.other.com/talks'>" + text;
        assertThat(url(page, "https://edition.example.com/2026/talks")).isEqualTo("https://www.example.com/talks");
        assertThat(url(elsewhere, "https://edition.example.com/2026/talks"))
                .isEqualTo("https://edition.example.com/2026/talks");
    }

    private static String url(String page, String address) {
        return ((Finding.RawArticle) Page.read(page, address, 0, null, Json.readerOfPages(SETTINGS))).url();
    }

    private static PageMetadata metadata(String html, String address) {
        return PageMetadata.of(Jsoup.parse(html, address), Json.readerOfPages(SETTINGS));
    }
}
