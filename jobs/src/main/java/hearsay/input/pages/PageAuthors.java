package hearsay.input.pages;

import hearsay.input.articles.Authors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote the article on a page, as the page shows it under the headline: not the people of other stories. */
final class PageAuthors {
    private static final List<String> SHOWN = List.of(
            "[rel=author]",
            "[itemprop=author] [itemprop=name]",
            ".byline a, .author-name, .author a",
            "[itemprop=author], .byline, .author, [class*=byline], [class*=author-name]");
    /** Boxes of other stories and of readers. */
    private static final Set<String> ELSEWHERE = Set.of("aside", "nav", "footer", "form");

    private static final Pattern ELSEWHERE_NAME = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:related|recommend\\w*|more|latest|trending|popular|most-?\\w*|sidebar|teasers?|cards?|promo|comments?|recirc|"
                    + "widget|river|list|feed|newsletter|footer)(?=$|[\\s_-])");
    /** Steps up from the headline on which its own byline is still looked for, where no element says what the article is. */
    private static final int NEAR = 4;

    private static final int MOST = 8;

    private PageAuthors() {}

    static List<String> shown(Document page) {
        Element heading = page.selectFirst("article h1, main h1, [itemprop=headline], h1");
        if (heading == null) {
            Element article = page.selectFirst("article, main, body");
            return article == null ? List.of() : within(article, article);
        }
        Element box = heading.parent();
        for (int steps = 0; box != null && steps < NEAR; steps++) {
            List<String> people = within(box, box);
            if (!people.isEmpty() || Set.of("article", "body").contains(box.normalName())) {
                return people;
            }
            box = box.parent();
        }
        return List.of();
    }

    private static List<String> within(Element box, Element root) {
        for (String selector : SHOWN) {
            List<String> bylines = new ArrayList<>();
            for (Element element : box.select(selector)) {
                if (!isElsewhere(element, root) && bylines.size() <= MOST) {
                    bylines.add(element.text());
                }
            }
            List<String> people = Authors.people(bylines);
            if (!people.isEmpty()) {
                return bylines.size() > MOST ? List.of() : people; // of so many none is known to be of this one
            }
        }
        return List.of();
    }

    private static boolean isElsewhere(Element element, Element root) {
        for (Element box = element; box != null && box != root; box = box.parent()) {
            if (ELSEWHERE.contains(box.normalName())
                    || (box != element
                            && (box.normalName().equals("article")
                                    || box.normalName().equals("li"))
                            && box.selectFirst("h1") == null
                            && box.selectFirst("h2, h3, h4, a[href] + a[href]") != null)
                    || ELSEWHERE_NAME.matcher(box.className() + " " + box.id()).find()) {
                return true;
            }
        }
        return false;
    }
}
