package hearsay.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * The paragraphs of the article on a page: {@link Readability} finds where the article stands, after the furniture that says
 * of itself that it is some has gone.
 */
final class PageBody {
    private static final Set<String> FURNITURE = Set.of("script", "style", "noscript", "template", "svg", "iframe", "form",
            "button", "input", "select", "nav", "footer", "aside", "figcaption", "figure", "video", "audio", "dialog",
            "object", "embed", "amp-ad", "amp-sidebar");
    private static final Set<String> FURNITURE_ROLES =
            Set.of("navigation", "complementary", "banner", "contentinfo", "dialog", "search");
    /** Posts of other sites: their words are not the article's. */
    private static final Pattern EMBEDDED = Pattern.compile("(?:^|\\s)(?:twitter-tweet|instagram-media)(?:\\s|$)");
    private static final Pattern NOT_SHOWN = Pattern.compile("display\\s*:\\s*none");
    /** Words in class names and ids of boxes that are not the article, whatever stands in them. */
    private static final Pattern FURNITURE_NAME = Pattern.compile(
            "(?:^|[\\s_-])(?:related|recommend(?:ed|ations?)?|more-(?:on|from|stories|news)|read-?more|see-?also|also-read|"
                    + "most-?(?:read|popular|viewed)|trending|popular|share|sharing|share-?bar|social|follow-us|newsletter|"
                    + "sign-?up|subscri(?:be|ption)|promo|advert(?:isement)?|ads?|sponsor(?:ed)?|banner|paywall|piano|outbrain|taboola|"
                    + "comments?|disqus|cookie|consent|gdpr|breadcrumbs?|menu|sidebar|widget|caption|credit|tags?|topics|"
                    + "author-?(?:bio|box|info)|bio|byline|dateline-?bar|timestamp|copyright|teasers?|recirc|print-only|"
                    + "skip-?link|sr-only|visually-?hidden|pager|pagination|toolbar)(?:$|[\\s_-]|\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5",
            "h6", "li", "ul", "ol", "blockquote", "pre", "table", "tr", "td", "th", "dl", "dt", "dd", "header", "address",
            "center", "body");
    /** A box with this share of the page's text, links apart, is no furniture, however it is called. */
    private static final double TOO_MUCH_FOR_FURNITURE = 0.5;

    private PageBody() {}

    /** The paragraphs, a line each; empty where the page has none. Takes the furniture from the page. */
    static String of(Document page, String title) {
        removeFurniture(page);
        Element article = Readability.article(page);
        return article == null ? "" : String.join("\n", withoutTitle(lines(article), title));
    }

    private static void removeFurniture(Document page) {
        page.filter((node, depth) -> node instanceof Element element && isFurniture(element)
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE);
        CalledFurniture called = new CalledFurniture();
        page.traverse(called);
        called.boxes.forEach((box, chars) -> {
            if (chars < TOO_MUCH_FOR_FURNITURE * called.chars) {
                box.remove();
            }
        });
    }

    /** The boxes that are called furniture, each with the chars of its text outside of links. */
    private static final class CalledFurniture implements NodeVisitor {
        final Map<Element, Integer> boxes = new IdentityHashMap<>();
        int chars;
        private final Map<String, Boolean> names = new HashMap<>(); // a page calls its boxes by few names
        private int links;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && links == 0) {
                chars += text.isBlank() ? 0 : text.getWholeText().length();
            } else if (node instanceof Element element) {
                links += element.normalName().equals("a") ? 1 : 0;
                if (isCalledFurniture(element)) {
                    boxes.put(element, -chars);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.normalName().equals("a") ? 1 : 0;
                boxes.computeIfPresent(element, (box, before) -> before + chars);
            }
        }

        private boolean isCalledFurniture(Element element) {
            if (!element.hasAttr("class") && !element.hasAttr("id")
                    || Set.of("html", "body", "article", "main").contains(element.normalName())) {
                return false;
            }
            return names.computeIfAbsent(element.className() + " " + element.id(),
                    called -> FURNITURE_NAME.matcher(HUMP.matcher(called).replaceAll("-")).find());
        }
    }

    private static boolean isFurniture(Element element) {
        return FURNITURE.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || FURNITURE_ROLES.contains(element.attr("role"))
                || element.hasAttr("style") && NOT_SHOWN.matcher(element.attr("style")).find()
                || EMBEDDED.matcher(element.className()).find();
    }

    private static List<String> withoutTitle(List<String> lines, String title) {
        return !lines.isEmpty() && title != null && lines.get(0).equalsIgnoreCase(title)
                ? lines.subList(1, lines.size())
                : lines;
    }

    /** The text of an element as a reader sees it: a line for each block, blanks as one, no lines of links alone. */
    static List<String> lines(Element root) {
        Lines lines = new Lines();
        root.traverse(lines);
        lines.end();
        return lines.done;
    }

    private static final class Lines implements NodeVisitor {
        /** "Read more: ...", lists of other articles: most of the line is links and no sentence ends it. */
        private static final double MOSTLY_LINKS = 0.6;

        private final List<String> done = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int linked;
        private int links;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                String words = text.getWholeText();
                line.append(words);
                linked += links > 0 ? words.strip().length() : 0;
            } else if (node instanceof Element element) {
                String name = element.normalName();
                links += name.equals("a") ? 1 : 0;
                if (name.equals("br") || BLOCKS.contains(name)) {
                    end();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.normalName().equals("a") ? 1 : 0;
                if (BLOCKS.contains(element.normalName())) {
                    end();
                }
            }
        }

        void end() {
            String words = line.toString().replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", " ").strip();
            boolean onlyLinks = linked > MOSTLY_LINKS * words.length() && !words.matches(".*[.!?…][\"”’')]*");
            if (!words.isEmpty() && !onlyLinks) {
                done.add(words);
            }
            line.setLength(0);
            linked = 0;
        }
    }
}
