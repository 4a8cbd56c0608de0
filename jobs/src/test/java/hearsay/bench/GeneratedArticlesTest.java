package hearsay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.bench.GeneratedArticles.Article;
import hearsay.bench.GeneratedArticles.Planted;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedArticlesTest {
    private static final GeneratedArticles GENERATED = new GeneratedArticles(7, 200, 5);
    private static final List<Article> ARTICLES = GENERATED.stream().toList();

    @Test
    void theSameSeedGivesTheSameArticlesInAnyOrder() {
        assertThat(new GeneratedArticles(7, 200, 5).article(123)).isEqualTo(ARTICLES.get(123));
        assertThat(new GeneratedArticles(8, 200, 5).article(123)).isNotEqualTo(ARTICLES.get(123));
    }

    @Test
    void theyAreAsLongAsNewsAndSpreadOverTheDays() {
        assertThat(ARTICLES.stream()
                        .mapToInt(a -> a.text().split("\\s+").length)
                        .average()
                        .orElse(0))
                .isBetween(330.0, 470.0);
        assertThat(ARTICLES.stream().filter(a -> a.day().equals(GeneratedArticles.FIRST_DAY.plusDays(4))))
                .hasSize(40);
        assertThat(ARTICLES.stream().map(Article::source).distinct()).hasSizeGreaterThan(5);
        assertThat(ARTICLES.stream().map(Article::url)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsPlantedStandsInTheText() {
        for (Article article : ARTICLES) {
            assertThat(article.text()).doesNotContain("{", "}");
            for (Planted said : article.said()) {
                assertThat(article.text()).as(said.kind()).contains(said.text());
            }
        }
        assertThat(ARTICLES.stream().flatMap(a -> a.said().stream()).map(Planted::kind))
                .contains("direct", "mixed", "indirect");
        assertThat(ARTICLES.stream()
                        .flatMap(a -> a.said().stream())
                        .map(Planted::speaker)
                        .distinct())
                .hasSizeGreaterThan(30);
    }

    @Test
    void copiesComeFromAnotherOutletWithFewWordsChanged() {
        List<Article> copies = ARTICLES.stream().filter(a -> a.copyOf() >= 0).toList();
        assertThat(copies).hasSizeBetween(30, 70);
        for (Article copy : copies) {
            Article original = ARTICLES.get(copy.copyOf());
            assertThat(original.copyOf()).isEqualTo(-1);
            assertThat(copy.source()).isNotEqualTo(original.source());
            assertThat(shared(copy.text(), original.text())).isGreaterThan(0.8);
        }
    }

    @Test
    void eachIsOneLineOfJson() {
        Article article = ARTICLES.get(0);
        assertThat(article.json())
                .startsWith("{\"url\": \"https://")
                .contains("\"maintext\": \"")
                .endsWith("\"}")
                .doesNotContain("\n");
        assertThat(article.goldJson())
                .contains("\"copy_of\": -1", "\"kind\": \"direct\"")
                .doesNotContain("\n");
    }

    /** Share of the words that both have. */
    private static double shared(String a, String b) {
        Set<String> words = new HashSet<>(Arrays.asList(a.split("\\s+")));
        Set<String> both = new HashSet<>(Arrays.asList(b.split("\\s+")));
        int all = Math.max(words.size(), both.size());
        both.retainAll(words);
        return (double) both.size() / all;
    }
}
