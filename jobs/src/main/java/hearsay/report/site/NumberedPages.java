package hearsay.report.site;

import hearsay.report.page.Parts;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A long list on pages with numbers: {@code people.html}, {@code people-2.html} and so on. The rows of one page are in memory at a
 * time. A list without rows is one page.
 */
final class NumberedPages<R> implements AutoCloseable {
    /** What stands on a page. */
    @FunctionalInterface
    interface Contents<R> {
        /** @param number of the page, from 1 @param rows those of the page */
        void fill(Site.Page page, int number, List<R> rows);
    }

    private final Site site;
    private final String base;
    private final String title;
    private final long total;
    private final int each;
    private final Contents<R> contents;
    private final List<R> rows = new ArrayList<>();
    private int number = 1;

    /** @param base address of the first page, without its ending @param total rows that will come @param each rows of a page */
    NumberedPages(Site site, String base, String title, long total, int each, Contents<R> contents) {
        this.site = site;
        this.base = base;
        this.title = title;
        this.total = total;
        this.each = each;
        this.contents = contents;
    }

    void add(R row) {
        if (rows.size() == each) {
            write();
            number++;
            rows.clear();
        }
        rows.add(row);
    }

    /** Address of the page on which the row added last stands. */
    String address() {
        return address(number);
    }

    private String address(int page) {
        return base + (page == 1 ? "" : "-" + page) + ".html";
    }

    private void write() {
        Site.Page page = site.page(address(number), number == 1 ? title : title + ", page " + number);
        contents.fill(page, number, List.copyOf(rows));
        int last = (int) Math.max(1, (total + each - 1) / each);
        if (last > 1) {
            links(page, last);
        }
        site.write(page);
    }

    private void links(Site.Page page, int last) {
        Element list = page.main()
                .appendElement("nav")
                .addClass("pages")
                .attr("aria-label", "Pages of this list")
                .appendElement("ul");
        int omitted = 0;
        for (int i = 1; i <= last; i++) {
            if (i == 1 || i == last || Math.abs(i - number) < 4) {
                Element item = list.appendElement("li");
                Element link = page.link(item, address(i), Parts.number(i));
                if (i == number) {
                    link.attr("aria-current", "page");
                }
                omitted = i;
            } else if (omitted == i - 1) {
                list.appendElement("li").text("…");
            }
        }
        page.main().appendElement("p").addClass("source").text("Page " + number + " of " + last + ".");
    }

    /** Writes the last page. */
    @Override
    public void close() {
        write();
    }
}
