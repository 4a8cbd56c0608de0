package hearsay.input.formats;

import hearsay.input.articles.Authors;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.pages.Page;
import hearsay.input.pages.PageBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * A feed, RSS or Atom: an article an item. jsoup's XML parser knows no document types: it resolves no entities of a file
 * and fetches nothing.
 */
final class FeedFile extends Findings {
    /** Shorter ones are teasers: the article stands elsewhere. */
    private static final int SHORTEST = 200;

    private static final int LONGEST_TITLE = 2_000;
    private static final Pattern FORMATTING = Pattern.compile(
            "(?is)<(b|i|em|strong|span|a|u|sup|sub|font|small|mark|cite|q|p|abbr)(?:\\s[^<>]*)?>(.*?)</\\1\\s*>");
    private static final Pattern ITEM = Pattern.compile("(?i)<(?:item|entry)[\\s>]");
    private static final Pattern ITEM_END = Pattern.compile("(?i)</(?:item|entry)\\s*>");

    private final InputStream bytes;
    private Iterator<Element> items;
    private String language;
    private boolean lastIsCut;
    private long position;

    FeedFile(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    protected Finding advance() throws IOException {
        if (items == null) {
            Finding problem = open();
            if (problem != null) {
                items = List.<Element>of().iterator();
                return problem;
            }
        }
        if (!items.hasNext()) {
            return null;
        }
        position++;
        Element item = items.next();
        return lastIsCut && !items.hasNext()
                ? new Unusable(position, "the feed is cut short in it", item.text())
                : article(item);
    }

    @Override
    protected long position() {
        return position + 1;
    }

    private Finding open() throws IOException {
        byte[] content = bytes.readNBytes(Page.LARGEST + 1);
        if (content.length > Page.LARGEST) {
            return new Unusable(0, "a feed of more than " + Page.LARGEST + " bytes", Encoding.beginning(content));
        }
        try {
            String text = Encoding.decode(content, Page.declaredInside(content)).text();
            lastIsCut = last(ITEM, text) > last(ITEM_END, text);
            Document feed = Jsoup.parse(text, "", Parser.xmlParser());
            if (Page.nestsTooDeeply(feed)) {
                return new Unusable(0, Page.NESTED, Encoding.beginning(content));
            }
            List<Element> found = items(feed);
            language = text(feed, "channel > language");
            language = language != null ? language : feed.select("feed").attr("xml:lang");
            items = found.iterator();
            return found.isEmpty() ? new Unusable(0, "no items of a feed in it", Encoding.beginning(content)) : null;
        } catch (CharacterCodingException e) {
            return new Unusable(0, "its bytes are not text", null);
        }
    }

    private static int last(Pattern pattern, String text) {
        int last = -1;
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            last = found.start();
        }
        return last;
    }

    /** The items of the feed; what is called so within an item is a part of it. */
    private static List<Element> items(Document feed) {
        List<Element> items = new ArrayList<>();
        feed.filter((node, depth) -> {
            boolean item =
                    node instanceof Element element && element.normalName().matches("item|entry");
            if (item) {
                items.add((Element) node);
            }
            return item ? NodeFilter.FilterResult.SKIP_CHILDREN : NodeFilter.FilterResult.CONTINUE;
        });
        return items;
    }

    private Finding article(Element item) {
        String body = body(item);
        if (body.length() < SHORTEST) {
            return new Unusable(position, "only a teaser of " + body.length() + " chars", item.text());
        }
        return new RawArticle(
                position,
                text(item, "guid", "id"),
                link(item),
                plain(text(item, "title")),
                body,
                text(item, "pubDate", "published", "dc|date", "issued", "date", "updated"),
                text(item, "updated", "atom|updated", "dcterms|modified"),
                null,
                Authors.people(item.select("dc|creator, author > name, author:not(:has(name))")
                        .eachText()),
                language == null || language.isBlank() ? null : language,
                null,
                null);
    }

    private static String link(Element item) {
        String origin = text(item, "feedburner|origLink");
        if (origin != null) {
            return origin;
        }
        for (Element link : item.select("> link")) {
            String rel = link.attr("rel");
            if (link.hasAttr("href") && (rel.isEmpty() || rel.equals("alternate"))) {
                return link.attr("href");
            }
            if (!link.text().isBlank()) {
                return link.text();
            }
        }
        Element guid = item.selectFirst("> guid");
        return guid != null
                        && !"false".equals(guid.attr("isPermaLink"))
                        && guid.text().startsWith("http")
                ? guid.text()
                : null;
    }

    /** The longest of what the item calls its content: an HTML fragment, escaped or not. */
    private static String body(Element item) {
        String longest = "";
        for (Element content : item.select("> content|encoded, > content, > description, > summary")) {
            String html = "xhtml".equals(content.attr("type")) ? content.html() : content.wholeText();
            String body = html.indexOf('<') < 0 && html.indexOf('&') < 0
                    ? html.strip()
                    : String.join(
                            "\n", PageBody.lines(Jsoup.parseBodyFragment(html).body()));
            longest = body.length() > longest.length() ? body : longest;
        }
        return longest;
    }

    /** A title as its writer meant it: formatting goes, other markup is text ("a guide to <head>"), entities are read twice. */
    private static String plain(String title) {
        if (title == null || title.length() > LONGEST_TITLE) {
            return title;
        }
        String read = FORMATTING.matcher(title).replaceAll("$2");
        read = FORMATTING.matcher(Parser.unescapeEntities(read, false)).replaceAll("$2");
        return Parser.unescapeEntities(read, false)
                .replaceAll("(?i)<br\\s*/?>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(Element item, String... names) {
        for (String name : names) {
            for (Element element : item.select((item.normalName().matches("item|entry") ? "> " : "") + name)) {
                if (!element.text().isBlank()) {
                    return element.text().strip();
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
