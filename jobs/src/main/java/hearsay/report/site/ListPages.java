package hearsay.report.site;

import hearsay.report.page.Parts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The lists of a site: names of each kind, new names, the strongest pairs, words that several articles carry. */
final class ListPages {
    private static final int NAMES = 500;
    private static final int PAIRS = 200;
    private static final int MOST_PAIRS = 2_000;
    private static final int MOST_NEW = 2_000;
    private static final int CARRIED = 100;
    private static final int MOST_CARRIED = 1_000;
    private static final int CARRIERS = 10;

    private static final Comparator<Name> MOST = Comparator.comparingLong((Name name) -> -name.said())
            .thenComparing(name -> -name.spokenOf())
            .thenComparing(name -> -name.articles())
            .thenComparing(Name::name)
            .thenComparing(Name::entityId);

    private final Site site;

    ListPages(Site site) {
        this.site = site;
    }

    /** A page of names for each kind, those who say most first, then those of whom others speak most. */
    void names(List<Name> names) {
        for (Site.Kind kind : Site.Kind.values()) {
            List<Name> those = names.stream()
                    .filter(name -> name.type().equals(kind.name()))
                    .sorted(MOST)
                    .toList();
            names(kind.address, kind.title, "By quotations that can be printed, copies counted once", those);
        }
        List<Name> latest = names.stream()
                .filter(name -> name.firstSeen() != null)
                .sorted(Comparator.comparing(Name::firstSeen).reversed().thenComparing(MOST))
                .limit(MOST_NEW)
                .toList();
        names("new", "New names", "By the day on which an article first named them, the latest first", latest);
    }

    private void names(String base, String title, String caption, List<Name> names) {
        try (NumberedPages<Name> pages =
                new NumberedPages<>(site, base, title, names.size(), NAMES, (page, number, rows) -> {
                    page.header().appendElement("h1").text(title);
                    names(page, caption, rows);
                })) {
            names.forEach(pages::add);
        }
    }

    private void names(Site.Page page, String caption, List<Name> names) {
        if (Parts.none(page.main(), names.isEmpty(), "There are none.")) {
            return;
        }
        Element rows = Parts.table(
                page.main(), caption, "name", "#said", "#said of it", "#articles", "first named", "last named", "role");
        names.forEach(name -> {
            Element row = Parts.row(rows);
            page.link(row, Site.addressOf(name), name.name());
            Parts.count(row, name.said());
            Parts.count(row, name.spokenOf());
            Parts.count(row, name.articles());
            Stream.of(name.firstSeen(), name.lastSeen())
                    .forEach(day ->
                            Parts.cell(row, day == null ? "" : day.toString()).addClass("day"));
            Parts.cell(
                    row,
                    name.roles() == null || name.roles().isEmpty()
                            ? ""
                            : name.roles().get(0));
        });
    }

    /** The strongest pairs, with a sentence of each. */
    void pairs(SiteRows rows) {
        List<Met> strongest = rows.strongest(MOST_PAIRS);
        try (NumberedPages<Met> pages = new NumberedPages<>(
                site, "pairs", "Who is named with whom", strongest.size(), PAIRS, (page, number, on) -> {
                    page.header().appendElement("h1").text("Who is named with whom");
                    pairs(page, on);
                })) {
            strongest.forEach(pages::add);
        }
    }

    private void pairs(Site.Page page, List<Met> pairs) {
        if (Parts.none(page.main(), pairs.isEmpty(), "No two names stand near each other in enough stories.")) {
            return;
        }
        Element rows = Parts.table(
                page.main(),
                "The strongest pairs; copies of a story count once",
                "pair",
                "#stories",
                "a sentence that names both");
        pairs.forEach(pair -> {
            Element row = Parts.row(rows);
            site.name(page, row, pair.aId(), pair.aName());
            row.appendText(" and ");
            site.name(page, row, pair.bId(), pair.bName());
            Element stories = Parts.cell(row, "").addClass("n");
            site.pageOf(pair.aId(), pair.bId())
                    .ifPresentOrElse(
                            to -> page.link(stories, to, Parts.number(pair.stories())),
                            () -> stories.text(Parts.number(pair.stories())));
            Sentences.of(site, page, Parts.cell(row, ""), pair.evidence().get(0));
        });
    }

    /** Quotations that several articles carry, with the first of them. */
    void carried(SiteRows rows) {
        List<SiteRows.Carried> carried = rows.carried(MOST_CARRIED, CARRIERS);
        String title = "Words that several articles carry";
        try (NumberedPages<SiteRows.Carried> pages =
                new NumberedPages<>(site, "carried", title, carried.size(), CARRIED, (page, number, on) -> {
                    page.header().appendElement("h1").text(title);
                    if (!Parts.none(page.main(), on.isEmpty(), "No quotation stands in two articles.")) {
                        carried(page, on);
                    }
                })) {
            carried.forEach(pages::add);
        }
    }

    private void carried(Site.Page page, List<SiteRows.Carried> carried) {
        page.main()
                .appendElement("p")
                .addClass("source")
                .text("By outlets; the first to carry the words stands first.");
        Element list = page.main().appendElement("ul").addClass("quotes");
        carried.forEach(one -> {
            Element item = list.appendElement("li");
            if (one.speaker() != null) {
                site.name(page, item.appendElement("p").addClass("who"), one.speakerId(), one.speaker());
            }
            item.appendElement("p").appendElement("mark").text(one.text());
            item.appendElement("p")
                    .text(Parts.counted(one.articles(), "article") + " of " + Parts.counted(one.outlets(), "outlet"));
            Element by = item.appendElement("ol").addClass("source");
            one.places().forEach(place -> Sentences.source(site, page, by.appendElement("li"), place));
        });
    }
}
