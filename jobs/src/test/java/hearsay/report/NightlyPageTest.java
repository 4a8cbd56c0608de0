package hearsay.report;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.report.Morning.Counts;
import hearsay.report.Morning.Named;
import hearsay.report.Morning.Outlet;
import hearsay.report.Morning.Pair;
import hearsay.report.Morning.Rejected;
import hearsay.report.Morning.Said;
import hearsay.report.Morning.Unknown;
import hearsay.tables.Run;
import hearsay.tables.TableCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NightlyPageTest {
    private static final String SCRIPT = "<script>alert('title')</script>";

    @Test
    void wordsOfArticlesNeverBecomeMarkup() {
        Document page = Jsoup.parse(NightlyPage.of(morning(SCRIPT, "https://example.org/1")));
        assertThat(page.select("script, img, iframe")).isEmpty();
        assertThat(page.select("[onerror]")).isEmpty();
        assertThat(page.select(".source a").text()).isEqualTo(SCRIPT);
        assertThat(page.select("mark").text()).isEqualTo("“</mark><b>bold</b> & true,”");
        assertThat(page.select("svg text").eachText()).contains("Ann \"><script>");
    }

    @Test
    void onlyWebAddressesAreLinks() {
        for (String link : List.of("javascript:alert(1)", "data:text/html,x", "news/1.txt", "https://two words")) {
            Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", link)));
            assertThat(page.select(".source a")).as(link).isEmpty();
            assertThat(page.select(".source").text()).as(link).contains("Talks go on", link);
        }
        assertThat(Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/?a=1&b=2"))).select(".source a").attr("href"))
                .isEqualTo("https://example.org/?a=1&b=2");
    }

    @Test
    void thePageLoadsNothingAndItsLinksLead() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.select("link, script, [src]")).isEmpty();
        assertThat(page.select("a[href^=#]")).allSatisfy(link ->
                assertThat(page.getElementById(link.attr("href").substring(1))).as(link.outerHtml()).isNotNull());
        for (String id : page.select("[id]").eachAttr("id")) {
            assertThat(page.select("[id=" + id + "]")).as(id).hasSize(1);
        }
    }

    @Test
    void aScreenReaderHasHeadingsCaptionsAndADescriptionOfThePicture() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("table")).allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotEmpty();
            assertThat(table.select("tbody th[scope=row]").size()).isEqualTo(table.select("tbody tr").size());
        });
        assertThat(page.select("svg")).allSatisfy(svg ->
                assertThat(svg.hasAttr("aria-hidden") || svg.attr("role").equals("img") && svg.hasAttr("aria-labelledby")).isTrue());
        assertThat(page.select(".scroll").eachAttr("tabindex")).containsOnly("0");
    }

    @Test
    void aQuotationStandsInItsSentence() {
        Element item = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1"))).selectFirst(".quotes li p");
        assertThat(item.text()).isEqualTo("She said: “</mark><b>bold</b> & true,” and left.");
    }

    @Test
    void aNightWithoutAnythingIsAPageToo() {
        Run run = new Run("r", 1, LocalDate.of(2025, 6, 20), "1", "m", "r", List.of(), List.of(), List.of(), 1);
        Document page = Jsoup.parse(NightlyPage.of(new Morning(run, Optional.empty(), true, new Counts(0, 0, 0, 0), List.of(), List.of(),
                false, List.of(), List.of(), List.of(), List.of())));
        assertThat(page.text()).contains("Nothing new came in", "Nobody was named", "Nobody was quoted");
    }

    private static Morning morning(String title, String link) {
        Run run = new Run("r2", 2, LocalDate.of(2025, 6, 21), "0.1.0", "m", "r",
                List.of(new TableCount("articles", 3, 2, 1, "1 not usable")), List.of(), List.of("A <note>."), 3.5);
        Run before = new Run("r1", 1, LocalDate.of(2025, 6, 20), "0.1.0", "m", "r",
                List.of(new TableCount("articles", 1, 1, 0, null)), List.of(), List.of(), 3.5);
        return new Morning(run, Optional.of(before), false, new Counts(2, 0, 3, 2),
                List.of(new Named("Ann \"><script>", "PER", 2, 5), new Named("Halden Bank", "ORG", 1, 1)),
                List.of(new Pair("Ann \"><script>", "PER", "Halden Bank", "ORG", 2, 3, "Ann <i>met</i> the bank.")), true,
                List.of(new Said("Ann \"><script>", 2, "direct", "She said: ", "“</mark><b>bold</b> & true,”", " and left.", link, title,
                        "example.org", "2025-06-20")),
                List.of(new Outlet("<img src=x onerror=alert(1)>", 2, 3, 1)),
                List.of(new Unknown("nothing in the text says who speaks", 1, "<script>1</script>")),
                List.of(new Rejected("broken JSON", 1, "a.jsonl, line 3")));
    }
}
