package hearsay.input.pages;

import com.fasterxml.jackson.databind.JsonNode;
import hearsay.input.pages.PageLines.Line;
import hearsay.text.sentences.PathDay;
import hearsay.text.sentences.PublicationTime;
import hearsay.text.sentences.WrittenDay;
import hearsay.text.sentences.WrittenDay.Label;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * When the article of a page was published: by its metadata, else by its address, else by what readers see. The day on which it
 * was changed is never the day of publication, and days of other stories, of comments and of today are none of it.
 *
 * @param article  the node of JSON-LD that is the article
 * @param metas    name of a meta element, in lower case -> content
 * @param language code of the page's language, or null
 */
record PageDates(Document page, JsonNode article, Map<String, String> metas, String language) {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "published_time",
            "published-date",
            "publication_date",
            "citation_publication_date",
            "citation_date",
            "article.published",
            "article_date_original",
            "originalpublicationdate",
            "rnews:datepublished",
            "bt:pubdate",
            "dc.date.issued",
            "dc.issued",
            "dcterms.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "dc.created",
            "date",
            "dc.date.created",
            "datecreated");
    /** Where other stories, comments and the day of today stand. */
    private static final String ELSEWHERE =
            "aside, footer, nav, [class~=(?i)(?:^|[-_ ])(?:related|sidebar|widget|comments?|recent"
                    + "|popular|trending|latest|most|weather|menu|breadcrumbs?|copyright|teasers?|recommend(?:ed|ations?)?|carousel|ticker|today|"
                    + "current-date|more-news|read-more|next|prev(?:ious)?|navigation)(?:$|[-_ ])], #comments, #sidebar, #footer";

    private static final String DATED =
            "[class~=(?i)date|fecha|datum|publish|posted|pubtime|post-?meta|entry-?meta|article-?meta|time(?:$|[-_ ])],"
                    + " [id~=(?i)date|pubtime]";
    private static final Pattern OF_CHANGE = Pattern.compile("(?i)updat|modif|edited");
    private static final Pattern IN_BROKEN_JSON =
            Pattern.compile("\"datePublished\"\\s*:\\s*\"(?<date>[^\"]{8,40})\"", Pattern.CASE_INSENSITIVE);
    private static final int MOST_TIMES = 50; // time elements of one page that are looked at
    private static final int LONGEST_LABEL = 60; // chars before a time that may say what it is
    private static final int LONGEST_LINE = 150; // chars: the line under a headline, no paragraph
    private static final int LONGEST_SENTENCE = 80; // chars: a line that ends like a sentence and is longer is one
    private static final int LINES_AFTER = 8; // under the headline, between which the day stands
    private static final int LINES_BEFORE = 4;

    /** @param url address of the article, or null */
    String published(String url) {
        return firstDate(
                        () -> ld("datePublished"),
                        () -> PUBLISHED.stream()
                                .map(metas::get)
                                .filter(value -> date(value).isPresent())
                                .findFirst()
                                .orElse(null),
                        () -> ld("dateCreated"),
                        () -> ld("uploadDate"),
                        this::inOtherJson,
                        () -> value("[itemprop=datePublished], [property$=datePublished]"),
                        () -> value("time[pubdate], abbr.published, .published[title]"),
                        () -> time("[itemprop=dateCreated]"))
                .or(() -> url != null && PathDay.day(url).isPresent()
                        ? Optional.empty()
                        : firstDate(
                                () -> time("article header time"),
                                () -> time("article time"),
                                () -> time("time"),
                                this::seen))
                .orElse(null);
    }

    String modified() {
        return Stream.of(
                        ld("dateModified"),
                        metas.get("article:modified_time"),
                        metas.get("og:updated_time"),
                        metas.get("datemodified"),
                        metas.get("last-modified"))
                .filter(value -> date(value).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** A date as {@link PublicationTime} reads it; of one in words of another language the day. */
    private Optional<String> date(String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return PublicationTime.inHeader(value).isPresent()
                ? Optional.of(value.strip())
                : WrittenDay.in(value, language)
                        .filter(written -> written.label() != Label.CHANGED && !PublicationTime.isPlaceholder(value))
                        .map(written -> written.day().toString());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    private Optional<String> firstDate(Supplier<String>... values) {
        return Stream.of(values)
                .map(Supplier::get)
                .map(this::date)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String ld(String name) {
        JsonNode value = article.path(name);
        String text = value.isArray() && !value.isEmpty() ? value.get(0).asText("") : value.asText("");
        return text.isBlank() ? null : Parser.unescapeEntities(text, false).strip();
    }

    /** The date of the node of the page, or of a script that is no valid JSON, where all that there are agree. */
    private String inOtherJson() {
        List<String> dates = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> IN_BROKEN_JSON.matcher(script.data()).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
        return dates.size() == 1 ? dates.get(0) : null;
    }

    /** What an element says in an attribute for machines, else in its words. */
    private String value(String selector) {
        return page.select(selector).stream()
                .limit(MOST_TIMES)
                .filter(element -> !isOfChange(element))
                .map(element -> Stream.of(
                                element.attr("content"),
                                element.attr("datetime"),
                                element.attr("title"),
                                element.text())
                        .filter(value -> date(value).isPresent())
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first time element of the article that is not said to be of a change: where there is a headline, near it first. */
    private String time(String selector) {
        Element heading = page.selectFirst("h1");
        Element own = heading == null ? null : heading.closest("article, main, [role=main]");
        Optional<String> near = own == null ? Optional.empty() : time(own, selector);
        return near.or(() -> time(page, selector)).orElse(null);
    }

    private Optional<String> time(Element within, String selector) {
        return within.select(selector).stream()
                .limit(MOST_TIMES)
                .filter(element -> !isOfChange(element)
                        && WrittenDay.label(ownWords(element)) != Label.CHANGED
                        && element.closest(ELSEWHERE) == null)
                .map(element -> Stream.of(element.attr("datetime"), element.text())
                        .map(this::date)
                        .flatMap(Optional::stream)
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isOfChange(Element element) {
        String names = element.attr("itemprop") + " " + element.className() + " "
                + (element.parent() == null ? "" : element.parent().className());
        if (OF_CHANGE.matcher(names).find() && !names.matches("(?is).*publi.*")) {
            return true;
        }
        return WrittenDay.label(before(element)) == Label.CHANGED;
    }

    /** The last words before an element within its parent. */
    private static String before(Element element) {
        StringBuilder words = new StringBuilder();
        for (Node node = element.previousSibling();
                node != null && words.length() < LONGEST_LABEL;
                node = node.previousSibling()) {
            words.insert(
                    0,
                    (node instanceof TextNode text ? text.text() : node instanceof Element other ? ownWords(other) : "")
                            + " ");
        }
        return words.toString();
    }

    private static String ownWords(Element element) {
        String text = element.text();
        return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
    }

    /** The day of a line that readers see: one that says so, one of an element for dates, one near the headline. */
    private String seen() {
        List<Line> lines = PageLines.of(page);
        int heading = -1;
        for (int i = 0; i < lines.size() && heading < 0; i++) {
            heading = lines.get(i).isHeading() ? i : -1;
        }
        Element own = heading < 0 ? null : lines.get(heading).within().closest("article, main, [role=main]");
        for (Line line : lines) {
            Optional<WrittenDay> day = day(line);
            if (day.isPresent() && day.get().label() == Label.PUBLISHED && !isElsewhere(line)) {
                return day.get().day().toString();
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean near = i > heading && i <= heading + LINES_AFTER && heading >= 0;
            boolean over = i < heading
                    && i >= heading - LINES_BEFORE
                    && own != null
                    && line.within().closest("article, main, [role=main]") == own;
            boolean named = i > heading && line.within().closest(DATED) != null;
            if (near || over || named) {
                Optional<WrittenDay> day = day(line);
                if (day.isPresent() && day.get().label() == Label.NONE && !isElsewhere(line)) {
                    return day.get().day().toString();
                }
            }
        }
        return null;
    }

    private Optional<WrittenDay> day(Line line) {
        String text = line.text();
        boolean sentence = text.length() > LONGEST_SENTENCE && text.matches(".*[.!?…।。][\"'”’»]?");
        return text.length() > LONGEST_LINE || sentence || text.chars().noneMatch(Character::isDigit)
                ? Optional.empty()
                : WrittenDay.in(text, language);
    }

    private static boolean isElsewhere(Line line) {
        return isOfChange(line.within()) || line.within().closest(ELSEWHERE) != null;
    }
}
