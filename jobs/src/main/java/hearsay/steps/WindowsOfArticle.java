package hearsay.steps;

import hearsay.tables.Article;
import java.util.List;

/** What the models are given of an article without boilerplate lines that its outlet repeats: windows of words. */
public final class WindowsOfArticle {
    private WindowsOfArticle() {}

    public static List<List<String>> derive(Article article) {
        return SentencesFromArticles.windows(article);
    }
}
