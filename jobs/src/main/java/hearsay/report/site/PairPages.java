package hearsay.report.site;

import hearsay.report.page.Parts;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The page of two: what each says of the other, and the sentences that name both. */
final class PairPages {
    private static final int EACH = 250;

    private final Site site;
    private final QuotedRows quotes;

    PairPages(Site site) {
        this.site = site;
        this.quotes = new QuotedRows(site);
    }

    /** All of them. @param pairs sorted by key, as the rows are */
    void write(List<SiteRows.Two> pairs, SiteRows rows) {
        Grouped<Met> met = rows.met();
        Grouped<Quoted> said = rows.onEachOther();
        for (SiteRows.Two pair : pairs) {
            Name a = site.names().get(pair.aId());
            Name b = site.names().get(pair.bId());
            List<Met> named = new ArrayList<>();
            met.of(pair.key()).forEach(named::add);
            String title = a.name() + " and " + b.name();
            try (NumberedPages<Quoted> pages = new NumberedPages<>(
                    site,
                    "pairs/" + pair.key(),
                    title,
                    pair.quotes(),
                    EACH,
                    (page, number, on) -> fill(page, number, on, named, a, b))) {
                said.of(pair.key()).forEach(pages::add);
            }
        }
    }

    private void fill(Site.Page page, int number, List<Quoted> rows, List<Met> named, Name a, Name b) {
        Element title = page.header().appendElement("h1");
        site.name(page, title, a.entityId(), a.name());
        title.appendText(" and ");
        site.name(page, title, b.entityId(), b.name());
        said(page, rows, a, b);
        said(page, rows, b, a);
        if (number == 1 && !named.isEmpty()) {
            named(page, named.get(0));
        }
    }

    private void said(Site.Page page, List<Quoted> all, Name speaker, Name other) {
        List<Quoted> rows = all.stream()
                .filter(row -> row.side().equals(speaker.entityId()))
                .toList();
        if (!rows.isEmpty()) {
            Element section = Parts.section(
                    page.main(), "said-" + speaker.entityId(), "What " + speaker.name() + " said of " + other.name());
            quotes.list(page, section, rows, new QuotedRows.Look(false, false));
        }
    }

    private void named(Site.Page page, Met met) {
        Element section = Parts.section(page.main(), "with", "Named together");
        section.appendElement("p")
                .text("In " + Parts.counted(met.stories(), "story").replace("storys", "stories") + " ("
                        + Parts.counted(met.articles(), "article") + "), "
                        + Parts.counted(met.sentences(), "sentence") + " with both"
                        + (met.firstSeen() == null
                                ? "."
                                : ", from " + met.firstSeen() + " to " + met.lastSeen() + "."));
        Element list = section.appendElement("ul").addClass("quotes");
        met.evidence()
                .forEach(
                        one -> Sentences.of(site, page, list.appendElement("li").appendElement("p"), one));
    }
}
