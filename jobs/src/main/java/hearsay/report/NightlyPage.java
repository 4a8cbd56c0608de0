package hearsay.report;

import hearsay.report.Morning.Named;
import hearsay.report.Morning.Outlet;
import hearsay.report.Morning.Pair;
import hearsay.report.Morning.Said;
import hearsay.tables.TableCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The nightly page: one HTML file without scripts that loads nothing. Words of articles come in as text of elements only, so
 * that none of them can become markup; addresses become links only where they are http or https.
 */
public final class NightlyPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    /** What stands at the word before it; the table has the words around a quotation without the space between. */
    private static final String ATTACHED = " ,.;:!?)]”’";

    private static final String REJECTS =
            "Inputs that could not be used; the place is a line, in a table a row, in a feed an item,"
                    + " in a web archive the byte at which the record begins";

    private final Morning morning;
    private final Document page = Document.createShell("");

    private NightlyPage(Morning morning) {
        this.morning = morning;
    }

    public static String of(Morning morning) {
        return new NightlyPage(morning).html();
    }

    private String html() {
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", "en");
        head();
        Element body = page.body();
        body.appendElement("a").addClass("skip").attr("href", "#main").text("To the contents");
        header(body.appendElement("header"));
        Element main = body.appendElement("main").attr("id", "main");
        people(section(main, "people", "Named most"));
        pairs(section(main, "pairs", morning.areNewPairs() ? "Met for the first time" : "Who appears with whom"));
        quotes(section(main, "quotes", "Who said what"));
        unknown(section(main, "unknown", "Quotations without a speaker"));
        tables(section(main, "tables", "What came in"));
        body.appendElement("footer")
                .appendElement("p")
                .text("Hearsay %s, models %s, run %s"
                        .formatted(
                                morning.last().jobVersion(),
                                morning.last().models(),
                                morning.last().runId()));
        return page.outerHtml();
    }

    private void head() {
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text("Hearsay, night of " + morning.last().runDate());
        head.appendElement("style").appendChild(new DataNode(style()));
    }

    private void header(Element header) {
        header.appendElement("h1").text("Hearsay, night of " + morning.last().runDate());
        Morning.Counts counts = morning.counts();
        if (morning.isQuiet()) {
            header.appendElement("p").addClass("note").text("Nothing new came in. What follows is of all articles.");
        }
        Element figures = header.appendElement("dl").addClass("figures");
        figure(figures, number(counts.articles()), morning.isQuiet() ? "articles" : "new articles");
        figure(figures, number(counts.copies()), "of them copies of a story");
        figure(figures, number(counts.quotations()), "quotations");
        figure(figures, percent(counts.withSpeaker(), counts.quotations()), "with a speaker");
        figure(figures, number(counts.rejected()), "inputs rejected");
        morning.last()
                .notes()
                .forEach(note -> header.appendElement("p").addClass("note").text(note));
        Element links =
                header.appendElement("nav").attr("aria-label", "Contents").appendElement("ul");
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("people", "Named most");
        sections.put("pairs", "Pairs");
        sections.put("quotes", "Who said what");
        sections.put("unknown", "No speaker");
        sections.put("tables", "What came in");
        sections.forEach((id, name) -> links.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + id)
                .text(name));
    }

    private static void figure(Element figures, String number, String what) {
        Element figure = figures.appendElement("div");
        figure.appendElement("dt").text(what);
        figure.appendElement("dd").text(number);
    }

    private void people(Element section) {
        if (none(section, morning.people().isEmpty(), "Nobody was named.")) {
            return;
        }
        long most = morning.people().get(0).articles();
        Element rows = table(
                section,
                "People and organisations by articles that name them",
                "name",
                "what",
                "#articles",
                "",
                "#mentions");
        for (Named named : morning.people()) {
            Element row = rows.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(named.name());
            row.appendElement("td").text(NetworkPicture.WHAT.get(named.type()));
            row.appendElement("td").addClass("n").text(number(named.articles()));
            bar(row, named.articles(), most, named.type());
            row.appendElement("td").addClass("n").text(number(named.mentions()));
        }
    }

    private static void bar(Element row, long value, long most, String look) {
        Element svg = row.appendElement("td")
                .addClass("bar")
                .appendElement("svg")
                .attr("viewBox", "0 0 100 10")
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true");
        svg.appendElement("rect")
                .addClass(look)
                .attr("width", NetworkPicture.decimal(100.0 * value / Math.max(1, most)))
                .attr("height", "10");
    }

    private void pairs(Element section) {
        List<Pair> pairs = morning.pairs();
        if (none(section, pairs.isEmpty(), "No two people or organisations stand in one sentence.")) {
            return;
        }
        section.appendElement("p")
                .text(
                        morning.areNewPairs()
                                ? "No article of the nights before names the two of a pair."
                                : "The strongest pairs of all articles.");
        Element figure = section.appendElement("figure");
        figure.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("aria-label", "Pairs as a network")
                .attr("tabindex", "0")
                .appendChild(NetworkPicture.of(pairs));
        NetworkPicture.legend(figure.appendElement("figcaption"));
        Element details = section.appendElement("details");
        details.appendElement("summary").text("The " + pairs.size() + " pairs and a sentence of each");
        Element rows = table(
                details, "Pairs by stories, copies counted once", "pair", "#stories", "a sentence that names both");
        for (Pair pair : pairs) {
            Element row = rows.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(pair.a() + " and " + pair.b());
            row.appendElement("td").addClass("n").text(number(pair.stories()));
            row.appendElement("td").text(pair.evidence() == null ? "" : pair.evidence());
        }
    }

    private void quotes(Element section) {
        if (none(section, morning.quotes().isEmpty(), "Nobody was quoted.")) {
            return;
        }
        section.appendElement("p")
                .addClass("source")
                .text(String.format(
                        Locale.ROOT,
                        "Shown is what was said or thought with a confidence of %.2f or more; the table quotes has all.",
                        morning.trusted()));
        Map<String, List<Said>> bySpeaker = morning.quotes().stream()
                .collect(Collectors.groupingBy(Said::speaker, LinkedHashMap::new, Collectors.toList()));
        bySpeaker.forEach((speaker, quotes) -> {
            section.appendElement("h3")
                    .text(speaker)
                    .appendElement("small")
                    .text(" " + number(quotes.get(0).quotations())
                            + (quotes.get(0).quotations() == 1 ? " quotation" : " quotations"));
            Element list = section.appendElement("ul").addClass("quotes");
            quotes.forEach(quote -> quote(list.appendElement("li"), quote));
        });
    }

    private static void quote(Element item, Said quote) {
        Element sentence = item.appendElement("p");
        String before = fromWord(quote.before());
        String after = toWord(quote.after());
        sentence.appendText(before.isEmpty() || before.endsWith(" ") ? before : before + " ");
        sentence.appendElement("mark").text(quote.text());
        sentence.appendText(after.isEmpty() || ATTACHED.indexOf(after.charAt(0)) >= 0 ? after : " " + after);
        Element source = item.appendElement("p").addClass("source");
        source.appendText(quote.kind() + " · " + quote.source() + " · " + quote.day() + " · ");
        String name = quote.title() == null ? "the article" : quote.title();
        if (isWebAddress(quote.link())) {
            source.appendElement("a")
                    .attr("href", quote.link())
                    .attr("rel", "noopener noreferrer")
                    .text(name);
        } else {
            source.appendText(quote.title() == null ? quote.link() : name + " (" + quote.link() + ")");
        }
    }

    private static boolean isWebAddress(String link) {
        return link != null && link.toLowerCase(Locale.ROOT).matches("https?://\\S+");
    }

    private void unknown(Element section) {
        Morning.Counts counts = morning.counts();
        long without = counts.quotations() - counts.withSpeaker();
        section.appendElement("p")
                .text("%s of %s quotations have none (%s)."
                        .formatted(
                                number(without), number(counts.quotations()), percent(without, counts.quotations())));
        if (!morning.unknown().isEmpty()) {
            Element rows = table(section, "Why there is no speaker", "because", "#quotations", "for example");
            morning.unknown().forEach(why -> {
                Element row = rows.appendElement("tr");
                row.appendElement("th").attr("scope", "row").text(why.because());
                row.appendElement("td").addClass("n").text(number(why.quotations()));
                row.appendElement("td").text(why.example());
            });
        }
        Element rows = table(section, "By outlet", "outlet", "#articles", "#quotations", "#without a speaker", "");
        for (Outlet outlet : morning.outlets()) {
            Element row = rows.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(outlet.name());
            row.appendElement("td").addClass("n").text(number(outlet.articles()));
            row.appendElement("td").addClass("n").text(number(outlet.quotations()));
            row.appendElement("td").addClass("n").text(percent(outlet.unknown(), outlet.quotations()));
            bar(row, outlet.unknown(), outlet.quotations(), "unknown");
        }
    }

    private void tables(Element section) {
        Map<String, Long> before = morning.before()
                .map(run -> run.tables().stream().collect(Collectors.toMap(TableCount::table, TableCount::rowsOut)))
                .orElse(Map.of());
        Element rows =
                table(section, "Rows of each table", "table", "#in", "#written", "#night before", "#dropped", "why");
        for (TableCount count : morning.last().tables()) {
            Element row = rows.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(count.table());
            row.appendElement("td").addClass("n").text(number(count.rowsIn()));
            row.appendElement("td").addClass("n").text(number(count.rowsOut()));
            row.appendElement("td")
                    .addClass("n")
                    .text(before.containsKey(count.table()) ? number(before.get(count.table())) : "");
            row.appendElement("td").addClass("n").text(number(count.dropped()));
            row.appendElement("td").text(count.why() == null ? "" : count.why());
        }
        if (!morning.rejects().isEmpty()) {
            Element rejects = table(section, REJECTS, "because", "#inputs", "for example");
            morning.rejects().forEach(reject -> {
                Element row = rejects.appendElement("tr");
                row.appendElement("th").attr("scope", "row").text(reject.reason());
                row.appendElement("td").addClass("n").text(number(reject.inputs()));
                row.appendElement("td").text(reject.example());
            });
        }
    }

    // ------------------------------------------------------------------------------------------------ parts

    private static Element section(Element main, String id, String title) {
        Element section = main.appendElement("section").attr("id", id).attr("aria-labelledby", id + "-title");
        section.appendElement("h2").attr("id", id + "-title").text(title);
        return section;
    }

    private static boolean none(Element section, boolean empty, String sentence) {
        if (empty) {
            section.appendElement("p").text(sentence);
        }
        return empty;
    }

    /** A table that scrolls by itself on a narrow screen. @param columns their titles, "#" before one of numbers */
    private static Element table(Element parent, String caption, String... columns) {
        Element scroll = parent.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("aria-label", caption)
                .attr("tabindex", "0");
        Element table = scroll.appendElement("table");
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

    /** The words before, from a whole word on. */
    private static String fromWord(String before) {
        String text = before == null ? "" : before;
        int space = text.indexOf(' ');
        return text.length() < 200 || space < 0 ? text : "…" + text.substring(space);
    }

    private static String toWord(String after) {
        String text = after == null ? "" : after;
        int space = text.lastIndexOf(' ');
        return text.length() < 200 || space < 0 ? text : text.substring(0, space) + " …";
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(long part, long of) {
        return of == 0 ? "–" : Math.round(100.0 * part / of) + " %";
    }

    private static String style() {
        try (InputStream in = NightlyPage.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
