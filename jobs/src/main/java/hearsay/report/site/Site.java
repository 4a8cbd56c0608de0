package hearsay.report.site;

import hearsay.report.page.Parts;
import hearsay.tables.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What all pages of a site share: the frame around them, who has a page, and where.
 *
 * @param names   who has a page, by id
 * @param pairs   who have a page together, as {@link #pair} calls them
 * @param outlets which have a page
 * @param trusted least confidence of what is shown first
 * @param made    the line at the foot
 */
record Site(
        SiteFolder folder,
        Map<String, Name> names,
        Set<String> pairs,
        Set<String> outlets,
        double trusted,
        String made) {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'";

    /** What can be the name of a file on every machine, as the domain of an outlet. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]*[a-z]){1,4}");

    /** A browser shows it quickly, and it can be sent. */
    private static final int LARGEST_PAGE = 1_000_000;

    /** The types of names, with the page that lists them and what one of them is called. */
    enum Kind {
        PER("people", "People", "person"),
        ORG("organisations", "Organisations", "organisation"),
        LOC("places", "Places", "place"),
        MISC("others", "Laws, events, works", "other name");

        final String address;
        final String title;
        final String one;

        Kind(String address, String title, String one) {
            this.address = address;
            this.title = title;
            this.one = one;
        }
    }

    /** Where the lists are, in the order of the navigation. */
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("index.html", "The night");
        for (Kind kind : Kind.values()) {
            LISTS.put(kind.address + ".html", kind.title);
        }
        LISTS.put("pairs.html", "Pairs");
        LISTS.put("outlets.html", "Outlets");
        LISTS.put("carried.html", "Carried by several");
        LISTS.put("new.html", "New names");
    }

    /** A page that is being made, at its address. */
    record Page(String address, Document document, Element header, Element main) {
        /** The way from this page to the folder of the site. */
        String root() {
            return "../".repeat((int) address.chars().filter(c -> c == '/').count());
        }

        /** A link to another page of the site. */
        Element link(Element parent, String to, String text) {
            return parent.appendElement("a").attr("href", root() + to).text(text);
        }
    }

    /** The name of two who have a page together. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }

    static String addressOf(Name name) {
        return "names/" + name.entityId() + ".html";
    }

    /** Where the page of an entity is, from the folder of the site. */
    Optional<String> pageOf(String entityId) {
        return Optional.ofNullable(names.get(entityId)).map(Site::addressOf);
    }

    Optional<String> pageOf(String one, String other) {
        String pair = pair(one, other);
        return pairs.contains(pair) ? Optional.of("pairs/" + pair + ".html") : Optional.empty();
    }

    /** A name on a page: a link where it has a page. */
    void name(Page on, Element parent, String entityId, String name) {
        Parts.name(parent, name, pageOf(entityId).map(to -> on.root() + to));
    }

    static String outletAddress(String outlet) {
        return "outlets/" + (PLAIN.matcher(outlet).matches() ? outlet : Ids.hash(outlet)) + ".html";
    }

    /** An outlet on a page: a link where it has a page. */
    void outlet(Page on, Element parent, String outlet) {
        Parts.name(
                parent,
                outlet,
                outlets.contains(outlet) ? Optional.of(on.root() + outletAddress(outlet)) : Optional.empty());
    }

    /** An empty page with the frame of the site. */
    Page page(String address, String title) {
        Document document = Parts.document(title, POLICY);
        Element body = document.body();
        Element header = body.appendElement("header");
        Page page =
                new Page(address, document, header, body.appendElement("main").attr("id", "main"));
        document.head().appendElement("link").attr("rel", "stylesheet").attr("href", page.root() + "site.css");
        document.head()
                .appendElement("script")
                .attr("src", page.root() + "site.js")
                .attr("defer", "");
        frame(page);
        body.appendElement("footer").appendElement("p").text(made);
        return page;
    }

    private static void frame(Page page) {
        Element search = page.header()
                .appendElement("form")
                .addClass("search")
                .attr("role", "search")
                .attr("action", page.root() + "search.html");
        search.appendElement("input")
                .attr("type", "search")
                .attr("name", "q")
                .attr("aria-label", "Names and words of quotations")
                .attr("placeholder", "A name, or words somebody said")
                .attr("autocomplete", "off");
        search.appendElement("button").text("Search");
        Element lists = page.header()
                .appendElement("nav")
                .addClass("site")
                .attr("aria-label", "The site")
                .appendElement("ul");
        LISTS.forEach((to, text) -> {
            Element link = page.link(lists.appendElement("li"), to, text);
            if (to.equals(page.address())) {
                link.attr("aria-current", "page");
            }
        });
    }

    void write(Page page) {
        String html = page.document().outerHtml();
        if (html.length() > LARGEST_PAGE) {
            throw new IllegalStateException(page.address() + " has " + html.length() + " chars");
        }
        folder.write(page.address(), html);
    }
}
