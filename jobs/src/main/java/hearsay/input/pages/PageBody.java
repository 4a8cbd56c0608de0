package hearsay.input.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * The paragraphs of the article on a page: {@link Readability} finds where the article stands, after the boilerplate that says
 * of itself that it is some has gone.
 */
public final class PageBody {
    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "button",
            "input",
            "select",
            "video",
            "audio",
            "object",
            "embed");
    private static final Set<String> FURNITURE =
            Set.of("form", "nav", "footer", "aside", "figcaption", "figure", "dialog", "amp-ad", "amp-sidebar");
    private static final Set<String> FURNITURE_ROLES =
            Set.of("navigation", "complementary", "banner", "contentinfo", "dialog", "search");
    /** Posts of other sites: their words are not the article's. */
    private static final Pattern EMBEDDED = Pattern.compile("(?:^|\\s)(?:twitter-tweet|instagram-media)(?:\\s|$)");

    private static final Pattern NOT_SHOWN = Pattern.compile("display\\s*:\\s*none");
    /** Words in class names and ids of boxes that are not the article, whatever stands in them. */
    private static final Pattern FURNITURE_NAME = Pattern.compile(
            "(?:^|[\\s_-])(related|recommend(?:ed|ations?)?|more-(?:on|from|stories|news)|read-?more|see-?also|also-read|"
                    + "most-?(?:read|popular|viewed)|trending|popular|share|sharing|share-?bar|social|follow-us|newsletter|"
                    + "sign-?up|subscri(?:be|ption)|promo|advert(?:isement)?|ads?|sponsor(?:ed)?|banner|"
                    + "paywall-(?:prompt|notice|banner|message|overlay|modal|offer)|piano|outbrain|taboola|"
                    + "comments?|disqus|cookie|consent|gdpr|breadcrumbs?|menu|sidebar|widget|caption|credit|tags?|topics|"
                    + "author-?(?:bio|box|info)|bio|byline|dateline-?bar|timestamp|copyright|teasers?|recirc|print-only|"
                    + "skip-?link|sr-only|visually-?hidden|pager|pagination|toolbar)(?=$|[\\s_-]|\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote",
            "pre",
            "table",
            "tr",
            "td",
            "th",
            "dl",
            "dt",
            "dd",
            "header",
            "address",
            "center",
            "body");
    /** What holds this share of the page's text, links apart, is no boilerplate: one box, or all of one name. */
    private static final double TOO_MUCH_FOR_FURNITURE = 0.5;

    /** Where Readability finds less than this share of the sentences in the box that is named the article, parts were lost. */
    private static final double LOST = 0.65;

    private static final int SENTENCE = 60;
    private static final int LONGEST_TEASER = 500;

    private PageBody() {}

    /** The paragraphs, a line each; empty where the page has none. Takes the boilerplate from the page. */
    static String of(Document page, String title) {
        removeFurniture(page);
        Element heading = page.selectFirst("h1");
        String shown = heading == null ? null : heading.text();
        List<String> whole = named(page);
        Element article = Readability.article(page);
        List<String> found = article == null ? List.of() : lines(article);
        List<String> body = prose(found) < LOST * prose(whole) ? whole : found;
        return String.join("\n", withoutTitle(withoutTitle(body, title), shown));
    }

    /** The text of the one box that calls itself the article; empty where none or several do. */
    private static List<String> named(Document page) {
        for (String name : List.of("[itemprop=articleBody]", "article", "main")) {
            List<Element> boxes = page.select(name);
            if (boxes.size() == 1) {
                return lines(boxes.get(0));
            }
        }
        return List.of();
    }

    /** Chars in lines that are sentences, not menus or labels. */
    private static int prose(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() >= SENTENCE && line.matches(".*[.!?…][\"”’')]*"))
                .mapToInt(String::length)
                .sum();
    }

    private static void removeFurniture(Document page) {
        page.filter((node, depth) -> node instanceof Element element && isNoText(element)
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE);
        Boxes marked = Boxes.in(page, element -> isMarkedFurniture(element) ? Set.of(element.normalName()) : Set.of());
        for (Box box : marked.boxes) {
            if (marked.isSmall(box) || !holdsArticle(box.element)) {
                box.element.remove();
            } else {
                show(box.element);
            }
        }
        Map<String, Set<String>> names = new HashMap<>(); // a page calls its boxes by few names
        Boxes called = Boxes.in(page, element -> furnitureNames(element, names));
        Set<String> tooMany = called.namesOfTooMuch();
        for (Box box : called.boxes) {
            if (called.isSmall(box) && !tooMany.containsAll(box.names)) {
                box.element.remove();
            }
        }
    }

    /** @param begin number of its first node on the page, in the order of the text. @param chars of its text outside of links */
    private record Box(Element element, Set<String> names, int begin, int end, int chars) {}

    /** The boxes of a page that have some name, in the order of the text. */
    private static final class Boxes implements NodeVisitor {
        private final List<Box> boxes = new ArrayList<>();
        private final Function<Element, Set<String>> namer;
        private final IdentityHashMap<Element, Integer> open = new IdentityHashMap<>();
        private int chars;
        private int links;
        private int nodes;

        private Boxes(Function<Element, Set<String>> namer) {
            this.namer = namer;
        }

        static Boxes in(Document page, Function<Element, Set<String>> namer) {
            Boxes boxes = new Boxes(namer);
            page.traverse(boxes);
            return boxes;
        }

        @Override
        public void head(Node node, int depth) {
            nodes++;
            if (node instanceof TextNode text && links == 0) {
                chars += text.isBlank() ? 0 : text.getWholeText().length();
            } else if (node instanceof Element element) {
                links += element.normalName().equals("a") ? 1 : 0;
                Set<String> names = namer.apply(element);
                if (!names.isEmpty()) {
                    open.put(element, boxes.size());
                    boxes.add(new Box(element, names, nodes, 0, chars));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.normalName().equals("a") ? 1 : 0;
                Integer at = open.remove(element);
                if (at != null) {
                    Box box = boxes.get(at);
                    boxes.set(at, new Box(element, box.names, box.begin, nodes, chars - box.chars));
                }
            }
        }

        boolean isSmall(Box box) {
            return box.chars < TOO_MUCH_FOR_FURNITURE * chars;
        }

        /** Names of small boxes that together hold too much; a box within another of the name counts once. */
        Set<String> namesOfTooMuch() {
            Map<String, Integer> sums = new HashMap<>();
            Map<String, Integer> ends = new HashMap<>();
            boxes.stream()
                    .filter(this::isSmall)
                    .forEach(box -> box.names.stream()
                            .filter(name -> box.begin > ends.getOrDefault(name, 0))
                            .forEach(name -> {
                                sums.merge(name, box.chars, Integer::sum);
                                ends.put(name, box.end);
                            }));
            return sums.keySet().stream()
                    .filter(name -> sums.get(name) >= TOO_MUCH_FOR_FURNITURE * chars)
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> furnitureNames(Element element, Map<String, Set<String>> known) {
        if ((!element.hasAttr("class") && !element.hasAttr("id"))
                || Set.of("html", "body", "article", "main").contains(element.normalName())) {
            return Set.of();
        }
        return known.computeIfAbsent(
                element.className() + " " + element.id(),
                called -> FURNITURE_NAME
                        .matcher(HUMP.matcher(called).replaceAll("-"))
                        .results()
                        .map(name -> name.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static boolean isNoText(Element element) {
        return NO_TEXT.contains(element.normalName())
                || EMBEDDED.matcher(element.className()).find();
    }

    /** A link around a headline: the card of another article. */
    private static boolean isTeaser(Element element) {
        return element.normalName().equals("a")
                && element.selectFirst("h2, h3, h4, h5, h6") != null
                && element.selectFirst("h1") == null
                && element.text().length() <= LONGEST_TEASER;
    }

    private static boolean isMarkedFurniture(Element element) {
        return FURNITURE.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || FURNITURE_ROLES.contains(element.attr("role"))
                || (element.hasAttr("style")
                        && NOT_SHOWN.matcher(element.attr("style")).find());
    }

    /** A form around the whole page, as ASP.NET makes it; a page that a script shows when it is loaded. */
    private static boolean holdsArticle(Element element) {
        return element.normalName().equals("form") || element.selectFirst("h1, main, [itemprop=articleBody]") != null;
    }

    private static void show(Element element) {
        element.removeAttr("hidden").removeAttr("style");
        if (FURNITURE.contains(element.normalName())) {
            element.tagName("div");
        }
    }

    private static List<String> withoutTitle(List<String> lines, String title) {
        return !lines.isEmpty() && title != null && lines.get(0).equalsIgnoreCase(title)
                ? lines.subList(1, lines.size())
                : lines;
    }

    /** The text of an element as a reader sees it: a line for each block, blanks as one, no lines of links alone. */
    public static List<String> lines(Element root) {
        Lines lines = new Lines();
        root.traverse(lines);
        lines.end();
        return lines.done;
    }

    private static final class Lines implements NodeVisitor {
        /** "Read more: ...", lists of other articles: most of the line is links and no sentence ends it. */
        private static final double MOSTLY_LINKS = 0.6;

        private static final Pattern HEADING = Pattern.compile("h[2-6]");
        /** How a line begins that only points to another article, even as a sentence. */
        private static final Pattern POINTER = Pattern.compile(
                "(?i)^[\\W_]{0,4}(?:related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|links?))?|(?:also )?(?:read|see|watch|listen)(?: (?:more|also|next|now|here|this))?|"
                        + "more (?:on this|stories|news|from|about)\\b.{0,40}|recommended|don['’]t miss|you may also like|up next|read the full (?:story|article)|"
                        + "click here|in other news|what to read next|keep reading|further reading)\\s*[:|>»–—-].*");

        private static final int LONGEST_HEADING = 60;

        private final List<String> done = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int linked;
        private int links;
        private Element teaser;
        private boolean inHeading;
        private boolean headingIsLast;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && teaser == null) {
                String words = text.getWholeText();
                line.append(words);
                linked += links > 0 ? words.strip().length() : 0;
            } else if (node instanceof Element element) {
                String name = element.normalName();
                links += name.equals("a") ? 1 : 0;
                teaser = teaser == null && isTeaser(element) ? element : teaser;
                if (name.equals("br") || BLOCKS.contains(name)) {
                    end();
                }
                inHeading |= HEADING.matcher(name).matches();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                teaser = teaser == element ? null : teaser;
                links -= element.normalName().equals("a") ? 1 : 0;
                if (BLOCKS.contains(element.normalName())) {
                    end();
                    inHeading &= !HEADING.matcher(element.normalName()).matches();
                }
            }
        }

        void end() {
            String words = line.toString()
                    .replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", " ")
                    .strip();
            boolean mostlyLinks = linked > MOSTLY_LINKS * words.length();
            boolean points = (mostlyLinks && !words.matches(".*[.!?…][\"”’')]*"))
                    || (2 * linked > words.length() && POINTER.matcher(words).matches());
            if (points && headingIsLast) {
                done.remove(done.size() - 1); // of a list of other articles
                headingIsLast = false;
            } else if (!points && !words.isEmpty()) {
                done.add(words);
                headingIsLast = inHeading && words.length() <= LONGEST_HEADING;
            }
            line.setLength(0);
            linked = 0;
        }
    }
}
