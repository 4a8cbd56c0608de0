package hearsay.input.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Urls;
import hearsay.input.files.FileProblem;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** A web page: the article on it. */
public final class Page {
    /** Pages of news sites stay below 3 MB; the tree of a page takes about twelve times its bytes. */
    public static final int LARGEST = 8 << 20;

    public static final String TOO_LARGE = "a page of more than " + LARGEST + " bytes";
    /** Text shorter than this share of what JSON-LD gives has not been found on the page. */
    private static final double TOO_SHORT = 0.5;

    /** Elements within elements; pages of news sites stay below 100. */
    private static final int DEEPEST = 1_000;

    public static final String NESTED = "elements nested more than " + DEEPEST + " deep";

    private static final int HEAD = 4 << 10;
    private static final Pattern CHARSET = Pattern.compile(
            "(?i)<(?:meta[^>]{0,200}charset|\\?xml[^>]{0,100}encoding)\\s*=\\s*[\"']?([a-z0-9_-]{2,20})");
    private static final String NONE = "no article found on the page";
    private static final int SHORTEST = 80; // chars: below there is no article, only a notice

    private Page() {}

    /**
     * @param bytes    the page
     * @param declared encoding that the server names, or null
     * @param address  where it was fetched from, or null
     * @param position of the page in its file, 0 where it is the file
     * @param seen     when it was fetched, or null
     */
    public static Finding read(
            byte[] bytes, String declared, String address, long position, String seen, ObjectMapper mapper) {
        try {
            Encoding.Text html = Encoding.decode(bytes, declared != null ? declared : declaredInside(bytes));
            Finding finding = read(html.text(), address, position, seen, mapper);
            return finding instanceof RawArticle article ? article.withEncoding(html.said()) : finding;
        } catch (CharacterCodingException e) {
            return new Unusable(position, "its bytes are not text", address);
        } catch (RuntimeException | StackOverflowError e) { // hostile nesting, a fault in a library: one page less
            return new Unusable(position, "the page cannot be read: " + FileProblem.of(e), null);
        }
    }

    /** The encoding that a page or a feed names at its begin, or null. */
    public static String declaredInside(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(head);
        return charset.find() ? charset.group(1) : null;
    }

    /**
     * @param html     the decoded page
     * @param address  where it was fetched from, or null
     * @param position of the page in its file, 0 where it is the file
     * @param seen     when it was fetched, or null
     */
    public static Finding read(String html, String address, long position, String seen, ObjectMapper mapper) {
        Document page = Jsoup.parse(html, address == null ? "" : address);
        if (nestsTooDeeply(page)) {
            return new Unusable(position, NESTED, page.title());
        }
        PageMetadata metadata = PageMetadata.of(page, mapper);
        String title = metadata.title();
        String own = metadata.url();
        String url = address == null
                        || (own != null
                                && Urls.isSameSite(own, address)
                                && Urls.ofArticle(own).isPresent())
                ? own
                : address;
        RawArticle untold = new RawArticle(
                position,
                null,
                url,
                title,
                null,
                metadata.published(url),
                metadata.modified(),
                url == null ? metadata.source() : null,
                metadata.authors(),
                metadata.language(),
                seen,
                null);
        String whyNone = NoArticle.why(page);
        boolean front =
                url != null && Urls.isWebAddress(url) && Urls.ofArticle(url).isEmpty() && !metadata.isOfArticle();
        String body = body(page, metadata, title); // last: it takes the page apart
        return body.length() < SHORTEST || front
                ? new Unusable(position, NONE + (front ? ": the front page of a site" : whyNone), title)
                : untold.withText(body);
    }

    /** Whether looking for the parents of all elements would take the square of the page. */
    public static boolean nestsTooDeeply(Document document) {
        int[] deepest = {0};
        NodeTraversor.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth), document);
        return deepest[0] > DEEPEST;
    }

    private static String body(Document page, PageMetadata metadata, String title) {
        String found = PageBody.of(page, title);
        String given = metadata.body();
        return given != null && found.length() < TOO_SHORT * given.length()
                ? Jsoup.parse(given).wholeText().strip()
                : found;
    }
}
