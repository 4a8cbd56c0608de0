package hearsay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.report.page.Morning.Counts;
import hearsay.report.page.Morning.Named;
import hearsay.report.page.Morning.Outlet;
import hearsay.report.page.Morning.Pair;
import hearsay.report.page.Morning.Rejected;
import hearsay.report.page.Morning.Said;
import hearsay.report.page.Morning.Unknown;
import hearsay.tables.Run;
import hearsay.tables.TableCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/?a=1&b=2")))
                        .select(".source a")
                        .attr("href"))
                .isEqualTo("https://example.org/?a=1&b=2");
    }

    @Test
    void thePageLoadsNothingAndItsLinksLead() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.select("link, script, [src]")).isEmpty();
        assertThat(page.select("a[href^=#]"))
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.outerHtml())
                                .isNotNull());
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
            assertThat(table.select("tbody th[scope=row]").size())
                    .isEqualTo(table.select("tbody tr").size());
        });
        assertThat(page.select("svg"))
                .allSatisfy(svg -> assertThat(svg.hasAttr("aria-hidden")
                                || (svg.attr("role").equals("img") && svg.hasAttr("aria-labelledby")))
                        .isTrue());
        assertThat(page.select(".scroll").eachAttr("tabindex")).containsOnly("0");
    }

    @Test
    void personAndOrganisationAreToldByWordAndShapeToo() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.select("#people tbody td:nth-child(2)").eachText()).containsExactly("person", "organisation");
        assertThat(page.select("figure .scroll circle.PER")).hasSize(2);
        assertThat(page.select("figure .scroll rect.ORG")).hasSize(1);
        assertThat(page.select("figcaption").text())
                .isEqualTo(
                        "person organisation \u00b7 the wider a line, the more stories name both; copies of a story count once");
        assertThat(page.select("figcaption circle.PER, figcaption rect.ORG")).hasSize(2);
    }

    @Test
    void aPersonAndAnOrganisationOfOneNameAreTwo() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.select("figure text").eachText())
                .containsExactlyInAnyOrder("Ann \"><script>", "Halden Bank", "Halden Bank");
        assertThat(page.select("#network-title").text()).isEqualTo("Who appears with whom: 3 names");
    }

    @Test
    void everyStopOfTheTabKeyHasAName() {
        Document page = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")));
        assertThat(page.select("[tabindex]")).isNotEmpty().allSatisfy(stop -> {
            assertThat(stop.attr("role")).isEqualTo("region");
            assertThat(stop.attr("aria-label")).isNotEmpty();
        });
    }

    /** By the formula of WCAG 2: 4.5 for words, 3 for what pictures say. */
    @ParameterizedTest
    @CsvSource({
        "text, ground, 4.5",
        "soft, ground, 4.5",
        "link, ground, 4.5",
        "on-mark, mark, 4.5",
        "person, ground, 3",
        "organisation, ground, 3",
        "unknown, ground, 3",
        "edge, ground, 3"
    })
    void everyColourStandsOutInLightAndDark(String colour, String ground, double least) {
        String style = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")))
                .selectFirst("style")
                .data();
        assertThat(style).doesNotContain("opacity");
        for (String look : style.split("@media \\(prefers-color-scheme: dark\\)")) {
            double a = luminance(look, colour);
            double b = luminance(look, ground);
            assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).isGreaterThanOrEqualTo(least);
        }
    }

    private static double luminance(String style, String name) {
        Matcher hex = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(style);
        assertThat(hex.find()).as(name).isTrue();
        int rgb = Integer.parseInt(hex.group(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void aQuotationStandsInItsSentence() {
        Element item = Jsoup.parse(NightlyPage.of(morning("Talks go on", "https://example.org/1")))
                .selectFirst(".quotes li p");
        assertThat(item.closest("section").text()).contains("with a confidence of 0.80 or more");
        assertThat(item.text()).isEqualTo("She said: “</mark><b>bold</b> & true,” and left.");
    }

    @Test
    void aNightWithoutAnythingIsAPageToo() {
        Run run = new Run("r", 1, LocalDate.of(2025, 6, 20), "1", "m", "r", List.of(), List.of(), List.of(), 1);
        Document page = Jsoup.parse(NightlyPage.of(new Morning(
                run,
                Optional.empty(),
                true,
                new Counts(0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                false,
                0.8,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Morning.News(0, List.of(), List.of(), 0, List.of()))));
        assertThat(page.text()).contains("Nothing new came in", "Nobody was named", "Nobody was quoted");
    }

    private static Morning morning(String title, String link) {
        Run run = new Run(
                "r2",
                2,
                LocalDate.of(2025, 6, 21),
                "0.1.0",
                "m",
                "r",
                List.of(new TableCount("articles", 3, 2, 1, "1 not usable")),
                List.of(),
                List.of("A <note>."),
                3.5);
        Run before = new Run(
                "r1",
                1,
                LocalDate.of(2025, 6, 20),
                "0.1.0",
                "m",
                "r",
                List.of(new TableCount("articles", 1, 1, 0, null)),
                List.of(),
                List.of(),
                3.5);
        return new Morning(
                run,
                Optional.of(before),
                false,
                new Counts(2, 0, 3, 2, 1),
                List.of(new Named("e1", "Ann \"><script>", "PER", 2, 5), new Named("e2", "Halden Bank", "ORG", 1, 1)),
                List.of(
                        new Pair(
                                "e1",
                                "Ann \"><script>",
                                "PER",
                                "e2",
                                "Halden Bank",
                                "ORG",
                                2,
                                3,
                                "Ann <i>met</i> the bank."),
                        new Pair(
                                "e3",
                                "Halden Bank",
                                "PER",
                                "e2",
                                "Halden Bank",
                                "ORG",
                                1,
                                1,
                                "Halden Bank, 60, runs Halden Bank.")),
                true,
                0.8,
                List.of(new Said(
                        "e1",
                        "Ann \"><script>",
                        2,
                        "direct",
                        "She said: ",
                        "“</mark><b>bold</b> & true,”",
                        " and left.",
                        link,
                        title,
                        "example.org",
                        "2025-06-20")),
                List.of(new Outlet("<img src=x onerror=alert(1)>", 2, 3, 1)),
                List.of(new Unknown("nothing in the text says who speaks", 1, "<script>1</script>")),
                List.of(new Rejected("broken JSON", 1, "a.jsonl, place 3")),
                new Morning.News(
                        1,
                        List.of(new Named("e2", "Halden Bank", "ORG", 1, 1)),
                        List.of(new Morning.Spoke("e1", "Ann \"><script>", "e2", "Halden Bank", 2)),
                        1,
                        List.of(new Morning.Corrected(SCRIPT, "https://example.org/3", "example.org"))));
    }
}
