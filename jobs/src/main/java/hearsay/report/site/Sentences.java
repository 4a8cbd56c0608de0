package hearsay.report.site;

import hearsay.report.page.Parts;
import org.jsoup.nodes.Element;

/** A sentence that names two, with the way to its article. */
final class Sentences {
    private Sentences() {}

    static void of(Site site, Site.Page page, Element parent, InArticle shown) {
        parent.appendText(shown.text() + " ");
        source(site, page, parent.appendElement("span").addClass("source"), shown);
    }

    /** Outlet, day and article. */
    static void source(Site site, Site.Page page, Element source, InArticle shown) {
        site.outlet(page, source, shown.outlet() == null ? "(no outlet)" : shown.outlet());
        source.appendText(" · " + shown.day() + " · ");
        Parts.article(source, shown.title(), QuotedRows.at(shown.url(), shown.path(), shown.text()));
        source.appendText(", sentence " + shown.sentence());
    }
}
