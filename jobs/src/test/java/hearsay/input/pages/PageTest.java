package hearsay.input.pages;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Path PAGES = Path.of("jobs/src/test/resources/hearsay/pages");

    /** Thirty pages written in the manner of ten outlets, each with its title and body as a reader sees them. */
    @Test
    void theBodiesOfThirtyPagesAreFound() throws IOException {
        List<Path> pages;
        try (var files = Files.list(PAGES)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        double sum = 0;
        for (Path page : pages) {
            List<String> gold = Files.readAllLines(Path.of(page.toString().replace(".html", ".gold")));
            RawArticle article = (RawArticle) read(Files.readAllBytes(page));
            double f1 = f1(article.text(), String.join("\n", gold.subList(1, gold.size())));
            assertThat(article.title()).as("title of %s", page).isEqualTo(gold.get(0));
            assertThat(f1).as("word F1 of %s", page).isGreaterThan(0.93);
            sum += f1;
        }
        assertThat(pages).hasSize(30);
        assertThat(sum / pages.size()).as("mean word F1").isGreaterThan(0.98);
    }

    @Test
    void whatHoldsTheArticleIsNoFurniture() {
        String text = IntStream.range(0, 8)
                .mapToObj(i -> "<p>Speaker " + i + " told the council that the bridge, which is old, must close.</p>")
                .collect(Collectors.joining());
        String menu =
                "<nav><p>Choose a town, a sport, or a topic, and more.</p></nav><div class=share><p>Share this, please.</p></div>";
        String consent = "<div style='display: none' role=dialog><p>"
                + "We and our partners store, and read, cookies. ".repeat(40) + "</p></div>";
        for (String page : List.of(
                "<form action=default.aspx>" + menu + "<h1>Bridge</h1><div>" + text + "</div></form>",
                "<div id=app style='display:none'>" + menu + "<article><h1>Bridge</h1>" + text + "</article></div>",
                "<div role=complementary>" + menu + "<main><h1>Bridge</h1>" + text + "</main></div>",
                menu + "<h1>Bridge</h1><div>" + text.replace("<p>", "<p class=paywall>") + "</div>" + consent,
                menu + "<h1>Bridge</h1><div>"
                        + text.replaceAll(
                                "<p>(.*?)</p>",
                                "<div class='elementor-widget elementor-widget-text-editor'><p>$1</p></div>")
                        + "</div>",
                menu + "<h1>Bridge</h1><div>" + text.replace("<p>", "<p class=story-widget>") + "</div>")) {
            assertThat(((RawArticle) read(("<html><body>" + page + "</body></html>").getBytes(StandardCharsets.UTF_8)))
                            .text())
                    .as(page)
                    .contains("Speaker 0 told", "Speaker 7 told")
                    .doesNotContain("Choose a town", "Share this", "cookies");
        }
    }

    private static Finding read(byte[] page) {
        return Page.read(
                page,
                null,
                null,
                0,
                null,
                Json.readerOfPages(Settings.read(Optional.empty()).section("input", InputSettings.class)));
    }

    private static double f1(String found, String gold) {
        Map<String, Integer> left = new HashMap<>();
        String[] goldWords = gold.split("\\W+");
        Arrays.stream(goldWords).forEach(word -> left.merge(word, 1, Integer::sum));
        String[] foundWords = found.split("\\W+");
        int hits = 0;
        for (String word : foundWords) {
            if (left.getOrDefault(word, 0) > 0) {
                left.merge(word, -1, Integer::sum);
                hits++;
            }
        }
        return 2.0 * hits / (goldWords.length + foundWords.length);
    }
}
