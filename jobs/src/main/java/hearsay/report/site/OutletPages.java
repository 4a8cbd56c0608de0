package hearsay.report.site;

import hearsay.report.page.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;

/** The page of each outlet, and the list of them: how much it carries, who speaks there, and which quotations have no speaker. */
final class OutletPages {
    private static final int EACH = 250;
    private static final int LISTED = 500;
    private static final int SPEAKERS_LISTED = 3;

    /** An outlet in the list. */
    private record Listed(OutletRows.Outlet outlet, List<OutletRows.Speaker> speakers) {}

    private final Site site;
    private final QuotedRows quotes;
    private final SearchIndex search;

    OutletPages(Site site, SearchIndex search) {
        this.site = site;
        this.search = search;
        this.quotes = new QuotedRows(site);
    }

    /** All of them. @param outlets sorted by key, as the rows are */
    void write(List<OutletRows.Outlet> outlets, OutletRows rows) {
        Grouped<OutletRows.Speaker> speakers = rows.speakers();
        Grouped<OutletRows.Reason> reasons = rows.reasons();
        Grouped<OutletRows.Carried> articles = rows.articles();
        Grouped<OfDay> days = rows.days();
        Grouped<Quoted> without = rows.withoutSpeaker();
        List<Listed> listed = new ArrayList<>();
        for (OutletRows.Outlet outlet : outlets) {
            List<OutletRows.Speaker> there = new ArrayList<>();
            speakers.of(outlet.key()).forEach(there::add);
            listed.add(new Listed(outlet, there.stream().limit(SPEAKERS_LISTED).toList()));
            Site.Page page = site.page(Site.outletAddress(outlet.outlet()), outlet.outlet());
            head(page, outlet);
            speakers(page, there);
            without(page, outlet, reasons.of(outlet.key()), without.of(outlet.key()));
            OverTime.draw(Parts.section(page.main(), "time", "Articles over time"), days.of(outlet.key()), "ORG");
            articles(page, articles.of(outlet.key()));
            site.write(page);
        }
        list(listed);
    }

    private static void head(Site.Page page, OutletRows.Outlet outlet) {
        page.header().appendElement("h1").text(outlet.outlet());
        page.header().appendElement("p").addClass("lead").text("outlet");
        Element figures = Parts.figures(page.header());
        Parts.figure(figures, Parts.number(outlet.articles()), outlet.articles() == 1 ? "article" : "articles");
        Parts.figure(figures, Parts.number(outlet.copies()), "of them copies of a story");
        Parts.figure(figures, Parts.number(outlet.quotations()), "quotations");
        Parts.figure(
                figures,
                Parts.percent(outlet.quotations() - outlet.withSpeaker(), outlet.quotations()),
                "without a speaker");
        Parts.figure(figures, Parts.number(outlet.shown()), "can be printed");
        if (outlet.first() != null) {
            Parts.figure(figures, outlet.first().toString(), "first article");
            Parts.figure(figures, outlet.last().toString(), "last article");
        }
    }

    private void speakers(Site.Page page, List<OutletRows.Speaker> speakers) {
        Element section = Parts.section(page.main(), "speakers", "Who speaks there");
        if (Parts.none(section, speakers.isEmpty(), "Nobody whose quotations can be printed.")) {
            return;
        }
        Element rows = Parts.table(section, "Speakers by quotations that can be printed", "who", "#quotations", "");
        speakers.forEach(speaker -> {
            Element row = Parts.row(rows);
            site.name(page, row, speaker.speakerId(), speaker.speaker());
            Parts.count(row, speaker.quotations());
            Parts.bar(row, speaker.quotations(), speakers.get(0).quotations(), "PER");
        });
    }

    private void without(
            Site.Page page, OutletRows.Outlet outlet, Iterable<OutletRows.Reason> reasons, Iterable<Quoted> without) {
        long all = outlet.quotations() - outlet.withSpeaker();
        Element section = Parts.section(page.main(), "without", "Quotations without a speaker");
        if (Parts.none(section, all == 0, "Every quotation has one.")) {
            return;
        }
        Element rows = Parts.table(section, "Why there is no speaker", "because", "#quotations", "");
        reasons.forEach(reason -> {
            Element row = Parts.row(rows).text(reason.because());
            Parts.count(row, reason.quotations());
            Parts.bar(row, reason.quotations(), all, "unknown");
        });
        String base = page.address().replace(".html", "-without");
        String title = "Without a speaker in " + outlet.outlet();
        page.link(
                section.appendElement("p").addClass("more"), base + ".html", "All " + Parts.counted(all, "quotation"));
        try (NumberedPages<Quoted> pages = new NumberedPages<>(site, base, title, all, EACH, (list, number, on) -> {
            list.header().appendElement("h1").text(title);
            list.link(list.header().appendElement("p"), page.address(), "Back to the page of the outlet");
            quotes.items(list, list.main(), on, new QuotedRows.Look(false, true));
        })) {
            without.forEach(row -> {
                pages.add(row);
                search.quotation(row, pages.address() + "#" + QuotedRows.anchor(row));
            });
        }
    }

    private static void articles(Site.Page page, Iterable<OutletRows.Carried> articles) {
        Element section = Parts.section(page.main(), "articles", "Latest articles");
        Element rows = Parts.table(section, "Articles, the latest first", "day", "article", "#can be printed");
        articles.forEach(article -> {
            Element row = Parts.row(rows).addClass("day").text(article.day());
            Parts.article(Parts.cell(row, ""), article.title(), article.url() == null ? article.path() : article.url());
            Parts.count(row, article.quotations());
        });
    }

    private void list(List<Listed> outlets) {
        try (NumberedPages<Listed> pages =
                new NumberedPages<>(site, "outlets", "Outlets", outlets.size(), LISTED, this::fill)) {
            outlets.stream()
                    .sorted(Comparator.comparingLong(
                                    (Listed one) -> -one.outlet().articles())
                            .thenComparing(one -> one.outlet().outlet()))
                    .forEach(pages::add);
        }
    }

    private void fill(Site.Page page, int number, List<Listed> outlets) {
        page.header().appendElement("h1").text("Outlets");
        Element rows = Parts.table(
                page.main(),
                "Outlets by articles",
                "outlet",
                "#articles",
                "#quotations",
                "#without a speaker",
                "",
                "quoted most");
        outlets.forEach(one -> {
            OutletRows.Outlet outlet = one.outlet();
            Element row = Parts.row(rows);
            site.outlet(page, row, outlet.outlet());
            Parts.count(row, outlet.articles());
            Parts.count(row, outlet.quotations());
            long without = outlet.quotations() - outlet.withSpeaker();
            Parts.cell(row, Parts.percent(without, outlet.quotations())).addClass("n");
            Parts.bar(row, without, outlet.quotations(), "unknown");
            Element most = Parts.cell(row, "");
            for (int i = 0; i < one.speakers().size(); i++) {
                OutletRows.Speaker speaker = one.speakers().get(i);
                most.appendText(i == 0 ? "" : ", ");
                site.name(page, most, speaker.speakerId(), speaker.speaker());
                most.appendText(" " + speaker.quotations());
            }
        });
    }
}
