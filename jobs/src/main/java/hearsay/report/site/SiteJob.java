package hearsay.report.site;

import hearsay.report.page.Morning;
import hearsay.report.page.MorningFromTables;
import hearsay.report.page.NightlyPage;
import hearsay.report.page.Parts;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.PairSettings;
import hearsay.steps.QuoteSettings;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jsoup.nodes.Element;

/**
 * Writes the site: a folder of pages about the whole warehouse that needs no server and no network.
 *
 * <pre>jobs/hearsay report --warehouse warehouse --out site/</pre>
 */
public final class SiteJob {
    private SiteJob() {}

    /** @throws OperatorMistake where no night was published, or the folder cannot be written */
    public static void run(SparkSession spark, Settings settings, String path, Path out, PrintStream to) {
        QuoteSettings shown = settings.section("quotes", QuoteSettings.class);
        Published warehouse = Warehouse.existing(spark, path);
        Morning morning = MorningFromTables.read(spark, warehouse, shown);
        SiteRows rows = new SiteRows(
                spark,
                warehouse,
                shown,
                settings.section("pairs", PairSettings.class).fold());
        try (SiteFolder folder = SiteFolder.at(out)) {
            write(spark, rows, morning, folder);
            folder.publish();
            to.printf(
                    Locale.ROOT,
                    "Wrote %s, %,d files and %,.1f MB. Open %s in a browser.%n",
                    out,
                    folder.files(),
                    folder.bytes() / 1e6,
                    out.resolve("index.html"));
        } finally {
            rows.forget();
        }
    }

    private static void write(SparkSession spark, SiteRows rows, Morning morning, SiteFolder folder) {
        List<Name> names = rows.names();
        List<SiteRows.Two> pairs = rows.pairs();
        OutletRows outletRows = new OutletRows(spark, rows);
        List<OutletRows.Outlet> outlets = outletRows.outlets();
        Site site = new Site(
                folder,
                names.stream().collect(Collectors.toMap(Name::entityId, Function.identity())),
                pairs.stream().map(SiteRows.Two::key).collect(Collectors.toSet()),
                outlets.stream().map(OutletRows.Outlet::outlet).collect(Collectors.toSet()),
                morning.trusted(),
                NightlyPage.made(morning.last()));
        SearchIndex search = new SearchIndex(folder);
        names.stream()
                .sorted(Comparator.comparingLong((Name name) -> -name.said() - name.spokenOf())
                        .thenComparing(name -> -name.articles())
                        .thenComparing(Name::entityId))
                .forEach(search::name);
        new NamePages(site, search).write(names, rows);
        new PairPages(site).write(pairs, rows);
        new OutletPages(site, search).write(outlets, outletRows);
        ListPages lists = new ListPages(site);
        lists.names(names);
        lists.pairs(rows);
        lists.carried(rows);
        search.finish();
        night(site, morning);
        searchPage(site);
        folder.write("site.css", Parts.style() + Parts.resource(SiteJob.class, "site.css"));
        folder.write("site.js", Parts.resource(SiteJob.class, "site.js"));
        folder.write("search.js", Parts.resource(SiteJob.class, "search.js"));
    }

    private static void night(Site site, Morning morning) {
        Site.Page page = site.page("index.html", NightlyPage.title(morning));
        NightlyPage.fill(morning, site::pageOf, page.header(), page.main());
        site.write(page);
    }

    private static void searchPage(Site site) {
        Site.Page page = site.page("search.html", "Search");
        page.document().head().appendElement("script").attr("src", "search.js").attr("defer", "");
        page.header().appendElement("h1").text("Search");
        Element main = page.main();
        main.appendElement("noscript")
                .appendElement("p")
                .addClass("note")
                .text("The search needs scripts. Without them, the lists above lead to every name.");
        main.appendElement("p").attr("id", "found").attr("role", "status").addClass("source");
        main.appendElement("div").attr("id", "results");
        site.write(page);
    }
}
