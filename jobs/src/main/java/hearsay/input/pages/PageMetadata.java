package hearsay.input.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.articles.Authors;
import hearsay.input.articles.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a page says of its article outside the text: in JSON-LD, in meta and time elements, in its links. */
final class PageMetadata {
    private static final String ARTICLE_TYPES = "(?i).*(?:Article|BlogPosting|Report|LiveBlogPosting)$";
    private static final int MOST_NODES = 200; // JSON-LD graphs of sites stay below; hostile ones need not be walked

    private final Document page;
    private final JsonNode article;
    private final Map<String, String> metas = new HashMap<>();

    private PageMetadata(Document page, JsonNode article) {
        this.page = page;
        this.article = article;
        for (Element meta : page.getElementsByTag("meta")) { // one walk: a page is asked for forty names
            for (String attribute : List.of("property", "name", "itemprop")) {
                String content = meta.attr("content");
                if (meta.hasAttr(attribute) && !content.isBlank()) {
                    metas.putIfAbsent(meta.attr(attribute).toLowerCase(Locale.ROOT), content.strip());
                }
            }
        }
    }

    static PageMetadata of(Document page, ObjectMapper mapper) {
        return new PageMetadata(page, article(page, mapper));
    }

    /** The headline without the name of the site behind it. */
    String title() {
        String host = Stream.of(url(), page.location())
                .filter(address -> address != null)
                .flatMap(address -> Urls.domain(address).stream())
                .findFirst()
                .orElse(null);
        List<String> sites = new ArrayList<>();
        sites.add(meta("og:site_name"));
        sites.add(article.path("publisher").path("name").asText(null));
        sites.add(meta("application-name"));
        sites.add(host);
        sites.add(host == null ? null : host.replaceFirst("\\..*$", ""));
        List<String> named = new ArrayList<>();
        named.add(ld("headline"));
        named.add(meta("og:title"));
        named.add(meta("twitter:title"));
        named.add(meta("dc.title"));
        String title = PageTitle.of(page, named, sites);
        return title == null || title.isBlank() ? null : title;
    }

    /** The address the page gives as its own. */
    String url() {
        return Stream.of(
                        attribute("link[rel=canonical]", "abs:href"),
                        meta("og:url"),
                        ld("url"),
                        article.path("mainEntityOfPage").isTextual() ? ld("mainEntityOfPage") : null,
                        article.path("mainEntityOfPage").path("@id").asText(null))
                .filter(url -> url != null && url.matches("(?i)https?://[^/\\s.]+\\.\\S+"))
                .findFirst()
                .orElse(null);
    }

    /** @param url address of the article: where it names a day, no other day is looked for in what readers see */
    String published(String url) {
        return dates().published(url);
    }

    String modified() {
        return dates().modified();
    }

    private PageDates dates() {
        return new PageDates(page, article, metas, language());
    }

    List<String> authors() {
        List<String> named = Authors.people(people(article.path("author")));
        if (named.isEmpty()) {
            named = Authors.people(Stream.of("author", "article:author", "parsely-author", "byl", "dc.creator")
                    .map(this::meta)
                    .filter(name -> name != null)
                    .toList());
        }
        List<String> people = withoutPublisher(named);
        return people.isEmpty() ? withoutPublisher(PageAuthors.shown(page)) : people;
    }

    private List<String> withoutPublisher(List<String> names) {
        List<String> publishers = Stream.of(
                        meta("og:site_name"),
                        article.path("publisher").path("name").asText(null),
                        meta("application-name"))
                .filter(name -> name != null)
                .toList();
        return names.stream()
                .filter(name -> publishers.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
    }

    /** Whether the page says that it is an article, and no list of some. */
    boolean isOfArticle() {
        return !article.isEmpty()
                || "article".equalsIgnoreCase(meta("og:type"))
                || meta("article:published_time") != null
                || page.selectFirst("article h1, [itemprop=articleBody]") != null;
    }

    /** The name of the outlet, for pages that give no address. */
    String source() {
        return first(
                meta("og:site_name"), article.path("publisher").path("name").asText(null), meta("application-name"));
    }

    String language() {
        return first(attribute("html[lang]", "lang"), ld("inLanguage"), meta("og:locale"), meta("content-language"));
    }

    /** The text as JSON-LD gives it, HTML or not, for pages whose own text is built by scripts. */
    String body() {
        return rawLd("articleBody");
    }

    private static JsonNode article(Document page, ObjectMapper mapper) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                List<JsonNode> nodes = new ArrayList<>();
                collect(mapper.readTree(script.data()), nodes);
                for (JsonNode node : nodes) {
                    if (types(node).anyMatch(type -> type.matches(ARTICLE_TYPES))) {
                        return node;
                    }
                }
            } catch (JsonProcessingException e) { // pages are full of broken scripts; the meta elements remain
            }
        }
        return mapper.createObjectNode();
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        if (nodes.size() >= MOST_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, nodes));
        } else if (node.isObject()) {
            nodes.add(node);
            collect(node.path("@graph"), nodes);
            collect(node.path("mainEntity"), nodes);
        }
    }

    private static Stream<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(item -> types.add(item.asText()));
        } else {
            types.add(type.asText());
        }
        return types.stream();
    }

    private static List<String> people(JsonNode value) {
        List<String> people = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> people.addAll(people(item)));
        } else if (value.isTextual()) {
            people.add(Parser.unescapeEntities(value.asText(), false));
        } else if (value.path("name").isTextual()
                && !value.path("@type").asText("").endsWith("Organization")) {
            people.add(Parser.unescapeEntities(value.path("name").asText(), false));
        }
        return people;
    }

    /** A value of JSON-LD, in which many sites leave the entities of their pages ("Council&#8217;s plan"). */
    private String ld(String name) {
        String value = rawLd(name);
        return value == null ? null : blankToNull(Parser.unescapeEntities(value, false));
    }

    private String rawLd(String name) {
        JsonNode value = article.path(name);
        return blankToNull(value.isArray() && !value.isEmpty() ? value.get(0).asText("") : value.asText(""));
    }

    private String meta(String... names) {
        return Stream.of(names)
                .map(metas::get)
                .filter(content -> content != null)
                .findFirst()
                .orElse(null);
    }

    private String attribute(String selector, String attribute) {
        return each(selector, element -> element.attr(attribute));
    }

    private String each(String selector, Function<Element, String> value) {
        Element first = page.selectFirst(selector); // which ends at it, and mostly says it
        String found = first == null ? null : blankToNull(value.apply(first));
        return found != null || first == null
                ? found
                : page.select(selector).stream()
                        .map(value)
                        .map(PageMetadata::blankToNull)
                        .filter(v -> v != null)
                        .findFirst()
                        .orElse(null);
    }

    private static String first(String... values) {
        return Stream.of(values)
                .filter(v -> v != null && !v.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
