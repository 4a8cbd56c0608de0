package hearsay.input.pages;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Why a page has no article, for the people who fetched it. */
final class NoArticle {
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)captcha|checking your browser|are you a robot|access denied|enable (?:javascript|cookies)|accept (?:all )?cookies|"
                    + "(?:javascript|cookies) (?:is|are|must be) (?:disabled|enabled|required)");

    private static final int SHORT = 1_000; // chars; longer ones are no notices

    private NoArticle() {}

    /** The reason with its colon, "" where none is seen. To be asked before the page is taken apart. */
    static String why(Document page) {
        Element body = page.body();
        String text = body == null ? "" : body.text();
        int linked =
                page.select("a").stream().mapToInt(link -> link.text().length()).sum();
        if (text.length() < SHORT && REFUSED.matcher(text).find()) {
            return ": it asks for a browser or a consent";
        } else if (text.length() < 200 && page.selectFirst("script[src]") != null) {
            return ": a script fills it, and it has " + text.length() + " chars of its own";
        } else if (linked > text.length() / 2 && page.select("a").size() > 5) {
            return ": it is a list of links";
        }
        return "";
    }
}
