package hearsay.report.page;

import hearsay.report.page.Morning.Named;
import hearsay.report.page.Morning.Outlet;
import hearsay.report.page.Morning.Pair;
import hearsay.report.page.Morning.Said;
import hearsay.tables.Run;
import hearsay.tables.TableCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The nightly page: one HTML file without scripts that loads nothing. Its contents are a part of the
 * site as well, where its names are links.
 */
public final class NightlyPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String REJECTS =
            "Inputs that could not be used; the place is a line, in a table a row, in a feed an item,"
                    + " in a web archive the byte at which the record begins";

    /** New names that the sentence tells. */
    private static final int NAMES = 8;

    private final Morning morning;
    private final Function<String, Optional<String>> pages;

    private NightlyPage(Morning morning, Function<String, Optional<String>> pages) {
        this.morning = morning;
        this.pages = pages;
    }

    /** One page that stands alone. */
    public static String of(Morning morning) {
        Document page = Parts.document(title(morning), POLICY);
        page.head().appendElement("style").appendChild(new DataNode(Parts.style()));
        Element header = page.body().appendElement("header");
        Element main = page.body().appendElement("main").attr("id", "main");
        fill(morning, id -> Optional.empty(), header, main);
        page.body().appendElement("footer").appendElement("p").text(made(morning.last()));
        return page.outerHtml();
    }

    /**
     * The same as a part of another page.
     *
     * @param pages the address of the page of an entity, by its id
     */
    public static void fill(Morning morning, Function<String, Optional<String>> pages, Element header, Element main) {
        new NightlyPage(morning, pages).fill(header, main);
    }

    public static String title(Morning morning) {
        return "Hearsay, night of " + morning.last().runDate();
    }

    /** By which version and run a page was made. */
    public static String made(Run run) {
        return "Hearsay %s, models %s, run %s".formatted(run.jobVersion(), run.models(), run.runId());
    }

    private void fill(Element header, Element main) {
        header(header);
        people(Parts.section(main, "people", "Named most"));
        pairs(Parts.section(main, "pairs", morning.areNewPairs() ? "Met for the first time" : "Who appears with whom"));
        spoke(Parts.section(main, "spoke", "Who spoke on whom"));
        quotes(Parts.section(main, "quotes", "Who said what"));
        unknown(Parts.section(main, "unknown", "Quotations without a speaker"));
        tables(Parts.section(main, "tables", "What came in"));
    }

    private void header(Element header) {
        header.appendElement("h1").text(title(morning));
        Morning.Counts counts = morning.counts();
        if (morning.isQuiet()) {
            header.appendElement("p").addClass("note").text("Nothing new came in. What follows is of all articles.");
        }
        Element figures = Parts.figures(header);
        Parts.figure(figures, Parts.number(counts.articles()), morning.isQuiet() ? "articles" : "new articles");
        Parts.figure(figures, Parts.number(counts.copies()), "of them copies of a story");
        Parts.figure(figures, Parts.number(counts.quotations()), "quotations");
        Parts.figure(figures, Parts.percent(counts.withSpeaker(), counts.quotations()), "with a speaker");
        Parts.figure(figures, Parts.number(counts.rejected()), "inputs rejected");
        news(header, morning.news());
        morning.last()
                .notes()
                .forEach(note -> header.appendElement("p").addClass("note").text(note));
        Element links =
                header.appendElement("nav").attr("aria-label", "Contents").appendElement("ul");
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("people", "Named most");
        sections.put("pairs", "Pairs");
        sections.put("spoke", "Who spoke on whom");
        sections.put("quotes", "Who said what");
        sections.put("unknown", "No speaker");
        sections.put("tables", "What came in");
        sections.forEach((id, name) -> links.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + id)
                .text(name));
    }

    /** What is new against the nights before, in sentences. */
    private void news(Element header, Morning.News news) {
        if (!news.names().isEmpty()) {
            Element sentence = header.appendElement("p").addClass("news");
            sentence.appendText(
                    news.newNames() == 1
                            ? "One name is new: "
                            : Parts.number(news.newNames()) + " names are new, first of all ");
            List<Named> first = news.names().stream().limit(NAMES).toList();
            for (int i = 0; i < first.size(); i++) {
                sentence.appendText(i == 0 ? "" : i == first.size() - 1 ? " and " : ", ");
                Parts.name(
                        sentence, first.get(i).name(), pages.apply(first.get(i).id()));
            }
            sentence.appendText(".");
        }
        if (news.corrected() > 0) {
            Element details = header.appendElement("details");
            details.appendElement("summary")
                    .text(Parts.counted(news.corrected(), "article")
                            + (news.corrected() == 1 ? " was" : " were")
                            + " corrected since an earlier night");
            Element list = details.appendElement("ul");
            news.corrections().forEach(one -> {
                Element item = list.appendElement("li");
                item.appendText(one.source() + ": ");
                Parts.article(item, one.title(), one.link());
            });
        }
    }

    private void spoke(Element section) {
        List<Morning.Spoke> spoke = morning.news().spoke();
        if (Parts.none(section, spoke.isEmpty(), "Nobody who is known spoke on another.")) {
            return;
        }
        Element rows = Parts.table(section, "Speakers and whom their quotations name", "who", "on whom", "#quotations");
        spoke.forEach(one -> {
            Element row = Parts.row(rows);
            Parts.name(row, one.speaker(), pages.apply(one.speakerId()));
            Parts.name(Parts.cell(row, ""), one.about(), pages.apply(one.aboutId()));
            Parts.count(row, one.quotations());
        });
    }

    private void people(Element section) {
        if (Parts.none(section, morning.people().isEmpty(), "Nobody was named.")) {
            return;
        }
        long most = morning.people().get(0).articles();
        Element rows = Parts.table(
                section,
                "People and organisations by articles that name them",
                "name",
                "what",
                "#articles",
                "",
                "#mentions");
        for (Named named : morning.people()) {
            Element row = Parts.row(rows);
            Parts.name(row, named.name(), pages.apply(named.id()));
            Parts.cell(row, NetworkPicture.WHAT.get(named.type()));
            Parts.count(row, named.articles());
            Parts.bar(row, named.articles(), most, named.type());
            Parts.count(row, named.mentions());
        }
    }

    private void pairs(Element section) {
        List<Pair> pairs = morning.pairs();
        if (Parts.none(section, pairs.isEmpty(), "No two people or organisations stand in one sentence.")) {
            return;
        }
        section.appendElement("p")
                .text(
                        morning.areNewPairs()
                                ? "No article of the nights before names the two of a pair."
                                : "The strongest pairs of all articles.");
        Element figure = section.appendElement("figure");
        Parts.scroll(figure, "Pairs as a network").appendChild(NetworkPicture.of(pairs));
        NetworkPicture.legend(figure.appendElement("figcaption"));
        Element details = section.appendElement("details");
        details.appendElement("summary").text("The " + pairs.size() + " pairs and a sentence of each");
        Element rows = Parts.table(
                details, "Pairs by stories, copies counted once", "pair", "#stories", "a sentence that names both");
        for (Pair pair : pairs) {
            Element row = Parts.row(rows);
            Parts.name(row, pair.a(), pages.apply(pair.aId()));
            row.appendText(" and ");
            Parts.name(row, pair.b(), pages.apply(pair.bId()));
            Parts.count(row, pair.stories());
            Parts.cell(row, pair.evidence());
        }
    }

    private void quotes(Element section) {
        if (Parts.none(section, morning.quotes().isEmpty(), "Nobody was quoted.")) {
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
            Element heading = section.appendElement("h3");
            Parts.name(heading, speaker, pages.apply(quotes.get(0).speakerId()));
            heading.appendElement("small")
                    .text(" " + Parts.counted(quotes.get(0).quotations(), "quotation"));
            Element list = section.appendElement("ul").addClass("quotes");
            quotes.forEach(quote -> quote(list.appendElement("li"), quote));
        });
    }

    private static void quote(Element item, Said quote) {
        Parts.quotation(item, quote.before(), quote.text(), quote.after());
        Element source = item.appendElement("p").addClass("source");
        source.appendText(quote.kind() + " · " + quote.source() + " · " + quote.day() + " · ");
        Parts.article(source, quote.title(), quote.link());
    }

    private void unknown(Element section) {
        Morning.Counts counts = morning.counts();
        long without = counts.quotations() - counts.withSpeaker();
        section.appendElement("p")
                .text("%s of %s quotations have none (%s)."
                        .formatted(
                                Parts.number(without),
                                Parts.number(counts.quotations()),
                                Parts.percent(without, counts.quotations())));
        if (!morning.unknown().isEmpty()) {
            Element rows = Parts.table(section, "Why there is no speaker", "because", "#quotations", "for example");
            morning.unknown().forEach(why -> {
                Element row = Parts.row(rows).text(why.because());
                Parts.count(row, why.quotations());
                Parts.cell(row, why.example());
            });
        }
        Element rows =
                Parts.table(section, "By outlet", "outlet", "#articles", "#quotations", "#without a speaker", "");
        for (Outlet outlet : morning.outlets()) {
            Element row = Parts.row(rows).text(outlet.name());
            Parts.count(row, outlet.articles());
            Parts.count(row, outlet.quotations());
            row.appendElement("td").addClass("n").text(Parts.percent(outlet.unknown(), outlet.quotations()));
            Parts.bar(row, outlet.unknown(), outlet.quotations(), "unknown");
        }
    }

    private void tables(Element section) {
        Map<String, Long> before = morning.before()
                .map(run -> run.tables().stream().collect(Collectors.toMap(TableCount::table, TableCount::rowsOut)))
                .orElse(Map.of());
        Element rows = Parts.table(
                section, "Rows of each table", "table", "#in", "#written", "#night before", "#dropped", "why");
        for (TableCount count : morning.last().tables()) {
            Element row = Parts.row(rows).text(count.table());
            Parts.count(row, count.rowsIn());
            Parts.count(row, count.rowsOut());
            row.appendElement("td")
                    .addClass("n")
                    .text(before.containsKey(count.table()) ? Parts.number(before.get(count.table())) : "");
            Parts.count(row, count.dropped());
            Parts.cell(row, count.why());
        }
        if (!morning.rejects().isEmpty()) {
            Element rejects = Parts.table(section, REJECTS, "because", "#inputs", "for example");
            morning.rejects().forEach(reject -> {
                Element row = Parts.row(rejects).text(reject.reason());
                Parts.count(row, reject.inputs());
                Parts.cell(row, reject.example());
            });
        }
    }
}
