package hearsay.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What pages are made of. Words of articles come in as text of elements only, so that none of them can become markup; addresses become
 * links only where they are http or https.
 */
public final class Parts {
    /** What stands at the word before it; the table has the words around a quotation without the space between. */
    private static final String ATTACHED = " ,.;:!?)]”’";

    /** Chars of the words around a quotation, at most: so many mean that some are left out. */
    private static final int AROUND = 200;

    private Parts() {}

    /** An empty page. @param policy its Content-Security-Policy */
    public static Document document(String title, String policy) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", "en");
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy);
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(title);
        page.body().appendElement("a").addClass("skip").attr("href", "#main").text("To the contents");
        return page;
    }

    /** The style of all pages. */
    public static String style() {
        return resource(Parts.class, "page.css");
    }

    /** A text file beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Element section(Element main, String id, String title) {
        Element section = main.appendElement("section").attr("id", id).attr("aria-labelledby", id + "-title");
        section.appendElement("h2").attr("id", id + "-title").text(title);
        return section;
    }

    /** Says the sentence where there is nothing to show. @return whether there is nothing */
    public static boolean none(Element section, boolean empty, String sentence) {
        if (empty) {
            section.appendElement("p").text(sentence);
        }
        return empty;
    }

    /** A row of figures; {@link #figure} fills it. */
    public static Element figures(Element parent) {
        return parent.appendElement("dl").addClass("figures");
    }

    public static void figure(Element figures, String number, String what) {
        Element figure = figures.appendElement("div");
        figure.appendElement("dt").text(what);
        figure.appendElement("dd").text(number);
    }

    /** A table that scrolls by itself on a narrow screen. @param columns their titles, "#" before one of numbers */
    public static Element table(Element parent, String caption, String... columns) {
        Element table = scroll(parent, caption).appendElement("table");
        table.appendElement("caption").text(caption);
        Element head = table.appendElement("thead").appendElement("tr");
        for (String column : columns) {
            if (column.isEmpty()) {
                head.appendElement("td").addClass("bar");
            } else {
                head.appendElement("th")
                        .attr("scope", "col")
                        .addClass(column.startsWith("#") ? "n" : "t")
                        .text(column.replace("#", ""));
            }
        }
        return table.appendElement("tbody");
    }

    /** What scrolls by itself, also by the keyboard. */
    public static Element scroll(Element parent, String label) {
        return parent.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("aria-label", label)
                .attr("tabindex", "0");
    }

    /** A row of a table. @return the heading cell, for a name or a link */
    public static Element row(Element rows) {
        return rows.appendElement("tr").appendElement("th").attr("scope", "row");
    }

    /** One more cell behind a heading cell, with a number. */
    public static void count(Element heading, long count) {
        heading.parent().appendElement("td").addClass("n").text(number(count));
    }

    /** One more cell behind a heading cell. */
    public static Element cell(Element heading, String text) {
        return heading.parent().appendElement("td").text(text == null ? "" : text);
    }

    public static void bar(Element heading, long value, long most, String look) {
        Element svg = heading.parent()
                .appendElement("td")
                .addClass("bar")
                .appendElement("svg")
                .attr("viewBox", "0 0 100 10")
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true");
        svg.appendElement("rect")
                .addClass(look)
                .attr("width", decimal(100.0 * value / Math.max(1, most)))
                .attr("height", "10");
    }

    /** A quotation in its sentence. @return the marked words */
    public static Element quotation(Element item, String before, String text, String after) {
        Element sentence = item.appendElement("p");
        String lead = fromWord(before);
        String rest = toWord(after);
        sentence.appendText(lead.isEmpty() || lead.endsWith(" ") ? lead : lead + " ");
        Element mark = sentence.appendElement("mark").text(text);
        sentence.appendText(rest.isEmpty() || ATTACHED.indexOf(rest.charAt(0)) >= 0 ? rest : " " + rest);
        return mark;
    }

    /** The words before, from a whole word on. */
    private static String fromWord(String before) {
        String text = before == null ? "" : before;
        int space = text.indexOf(' ');
        return text.length() < AROUND || space < 0 ? text : "…" + text.substring(space);
    }

    private static String toWord(String after) {
        String text = after == null ? "" : after;
        int space = text.lastIndexOf(' ');
        return text.length() < AROUND || space < 0 ? text : text.substring(0, space) + " …";
    }

    /** The article by its title: a link where it has an address of the web, else with its path. */
    public static void article(Element parent, String title, String link) {
        String name = title == null ? "the article" : title;
        if (isWebAddress(link)) {
            outside(parent, link).text(name);
        } else {
            parent.appendText(title == null ? link : name + " (" + link + ")");
        }
    }

    /** A link out of the pages. */
    public static Element outside(Element parent, String address) {
        return parent.appendElement("a").attr("href", address).attr("rel", "noopener noreferrer");
    }

    public static boolean isWebAddress(String link) {
        return link != null && link.toLowerCase(Locale.ROOT).matches("https?://\\S+");
    }

    /** A name: a link where it has a page. */
    public static Element name(Element parent, String name, Optional<String> page) {
        return page.map(to -> parent.appendElement("a").attr("href", to).text(name))
                .orElseGet(() -> {
                    parent.appendText(name);
                    return parent;
                });
    }

    /** Things in a sentence: "a, b and c". */
    public static String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** A count and its noun: "1 article", "2,000 articles". */
    public static String counted(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number in a picture, with one decimal whatever the language of the machine. */
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    public static String percent(long part, long of) {
        return of == 0 ? "–" : Math.round(100.0 * part / of) + " %";
    }
}
