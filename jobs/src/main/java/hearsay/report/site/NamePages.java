package hearsay.report.site;

import hearsay.report.page.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The page of each person, organisation, place or other name: what it says, who speaks of it, whom it is named with, when. */
final class NamePages {
    /** As many quotations stand on the page itself; of more, the first ones, and all on pages of their own. */
    private static final int ON_THE_PAGE = 60;

    private static final int FIRST = 20;
    private static final int EACH = 250;
    private static final int LINES = 25;
    private static final int OUTLETS = 5;
    private static final int ARTICLES = 12;
    private static final int ALIASES = 8;
    private static final int ROLES = 4;

    private final Site site;
    private final QuotedRows quotes;
    private final SearchIndex search;

    /** One with whom a page has to do: how many quotations, in which outlets, and where the first of them stands. */
    private static final class Tally {
        private long quotations;
        private String latest = "";
        private final TreeSet<String> outlets = new TreeSet<>();
        private String first;

        private void add(Quoted row, String at) {
            quotations++;
            first = first == null ? at : first;
            outlets.addAll(row.outlets());
            latest = row.day().matches("\\d.*") && row.day().compareTo(latest) > 0 ? row.day() : latest;
        }
    }

    NamePages(Site site, SearchIndex search) {
        this.site = site;
        this.search = search;
        this.quotes = new QuotedRows(site);
    }

    /** All of them. @param names sorted by id, as the rows are */
    void write(List<Name> names, SiteRows rows) {
        Grouped<Quoted> said = rows.said();
        Grouped<Quoted> spokenOf = rows.spokenOf();
        Grouped<Met> met = rows.namedWith();
        Grouped<SiteRows.NamedIn> articles = rows.articles();
        for (Name name : names) {
            String id = name.entityId();
            write(name, said.of(id), spokenOf.of(id), met.of(id), articles.of(id));
        }
    }

    private void write(
            Name name,
            Iterable<Quoted> said,
            Iterable<Quoted> spokenOf,
            Iterable<Met> met,
            Iterable<SiteRows.NamedIn> articles) {
        Site.Page page = site.page(Site.addressOf(name), name.name());
        head(page, name);
        Element main = page.main();
        if (name.said() + name.lessCertain() > 0) {
            said(page, name, said);
        }
        if (name.spokenOf() > 0) {
            spokenOf(page, name, spokenOf);
        }
        namedWith(page, name, met);
        List<OfDay> days = new ArrayList<>();
        Element list = Parts.section(main, "articles", "Articles");
        articles(page, list, articles, days);
        OverTime.draw(list, days, name.type());
        if (name.facts() != null && !name.facts().isEmpty()) {
            facts(Parts.section(main, "facts", "From the file of people"), name);
        }
        contents(page);
        site.write(page);
    }

    private static void head(Site.Page page, Name name) {
        page.header().appendElement("h1").text(name.name());
        String what = Site.Kind.valueOf(name.type()).one;
        List<String> roles = some(name.roles(), ROLES, "");
        Element line = page.header().appendElement("p").addClass("lead");
        line.text(Stream.of(what, name.gender(), String.join(", ", roles))
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(" · ")));
        List<String> aliases = some(name.aliases(), ALIASES, name.name());
        if (!aliases.isEmpty()) {
            page.header().appendElement("p").addClass("source").text("Also as " + String.join(", ", aliases));
        }
        Element figures = Parts.figures(page.header());
        Parts.figure(figures, Parts.number(name.articles()), name.articles() == 1 ? "article" : "articles");
        Parts.figure(figures, Parts.number(name.said()), "said");
        Parts.figure(figures, Parts.number(name.spokenOf()), "quotations about");
        if (name.firstSeen() != null) {
            Parts.figure(figures, name.firstSeen().toString(), "first named");
            Parts.figure(figures, name.lastSeen().toString(), "last named");
        }
    }

    private static List<String> some(List<String> all, int most, String but) {
        return all == null
                ? List.of()
                : all.stream().filter(one -> !one.equals(but)).limit(most).toList();
    }

    private void said(Site.Page page, Name name, Iterable<Quoted> rows) {
        long all = name.said() + name.lessCertain();
        Map<String, Tally> about = new LinkedHashMap<>();
        Map<String, Tally> outlets = new LinkedHashMap<>();
        String base = "names/" + name.entityId() + "-said";
        Element section = Parts.section(page.main(), "said", "What " + name.name() + " said");
        List<Quoted> first = quoted(
                page, section, rows, name.name() + " said", base, all, new QuotedRows.Look(false, true), (row, at) -> {
                    if (row.speakers().get(0).speakerId().equals(name.entityId())) {
                        search.quotation(row, at);
                    }
                    if (row.shown()) {
                        row.about().stream()
                                .filter(id -> !id.equals(name.entityId()))
                                .forEach(id -> about.computeIfAbsent(id, key -> new Tally())
                                        .add(row, at));
                        outlets.computeIfAbsent(row.outlet(), key -> new Tally())
                                .add(row, at);
                    }
                });
        if (all > ON_THE_PAGE) {
            more(page, section, base, name.said(), name.lessCertain(), first.size());
        }
        tally(page, name, about, "spoke", "Of whom " + name.name() + " spoke", "of whom");
        outlets(page, outlets);
    }

    private void spokenOf(Site.Page page, Name name, Iterable<Quoted> rows) {
        Map<String, Tally> speakers = new LinkedHashMap<>();
        String base = "names/" + name.entityId() + "-about";
        Element section = Parts.section(page.main(), "about", "What others said of " + name.name());
        Element tallies = section.appendElement("div");
        List<Quoted> first = quoted(
                page,
                section,
                rows,
                "Said of " + name.name(),
                base,
                name.spokenOf(),
                new QuotedRows.Look(true, true),
                (row, at) -> row.speakers()
                        .forEach(speaker -> speakers.computeIfAbsent(speaker.speakerId(), key -> new Tally())
                                .add(row, at)));
        if (name.spokenOf() > ON_THE_PAGE) {
            more(page, section, base, name.spokenOf(), 0, first.size());
        }
        tallies(page, tallies, name, speakers, "Who spoke of " + name.name() + ", and where", "who");
    }

    /** What is done with each row. */
    private interface Each {
        void row(Quoted row, String address);
    }

    /** Writes few rows on the page itself, and many on pages of their own. @return those on the page itself */
    private List<Quoted> quoted(
            Site.Page page,
            Element section,
            Iterable<Quoted> rows,
            String title,
            String base,
            long all,
            QuotedRows.Look look,
            Each each) {
        List<Quoted> first = new ArrayList<>();
        if (all <= ON_THE_PAGE) {
            rows.forEach(row -> {
                first.add(row);
                each.row(row, page.address() + "#" + QuotedRows.anchor(row));
            });
            quotes.list(page, section, first, look);
            return first;
        }
        try (NumberedPages<Quoted> pages = new NumberedPages<>(site, base, title, all, EACH, (list, number, on) -> {
            list.header().appendElement("h1").text(title);
            list.link(list.header().appendElement("p"), page.address(), "Back to the page of the name");
            quotes.list(list, list.main(), on, look);
        })) {
            for (Quoted row : rows) {
                pages.add(row);
                if (first.size() < FIRST && row.shown()) {
                    first.add(row);
                }
                each.row(row, pages.address() + "#" + QuotedRows.anchor(row));
            }
        }
        quotes.items(page, section, first, new QuotedRows.Look(look.speaker(), false));
        return first;
    }

    private void more(Site.Page page, Element section, String base, long trusted, long others, int shown) {
        Element more = section.appendElement("p").addClass("more");
        page.link(more, base + ".html", "All " + Parts.counted(trusted, "quotation"));
        more.appendText(shown < trusted ? "; above are the latest " + shown + "." : ".");
        if (others > 0) {
            more.appendText(" And " + quotes.others(others) + ".");
        }
    }

    private void tally(Site.Page page, Name name, Map<String, Tally> all, String id, String title, String column) {
        if (all.keySet().stream().anyMatch(site.names()::containsKey)) {
            tallies(page, Parts.section(page.main(), id, title), name, all, title, column);
        }
    }

    /** A row for each of the others: a link to the page of the other, and from the number to the quotations. */
    private void tallies(
            Site.Page page, Element parent, Name name, Map<String, Tally> all, String caption, String column) {
        Element rows = Parts.table(parent, caption, column, "#quotations", "latest", "outlets");
        most(all)
                .filter(one -> site.names().containsKey(one.getKey()))
                .limit(LINES)
                .forEach(one -> {
                    Tally tally = one.getValue();
                    Element row = Parts.row(rows);
                    site.name(
                            page,
                            row,
                            one.getKey(),
                            site.names().get(one.getKey()).name());
                    Optional<String> pair = site.pageOf(name.entityId(), one.getKey());
                    page.link(
                            Parts.cell(row, "").addClass("n"),
                            pair.orElse(tally.first),
                            Parts.number(tally.quotations));
                    Parts.cell(row, tally.latest).addClass("day");
                    outlets(page, Parts.cell(row, ""), tally.outlets);
                });
    }

    private void outlets(Site.Page page, Element cell, TreeSet<String> outlets) {
        int at = 0;
        for (String outlet : outlets) {
            if (at == OUTLETS) {
                cell.appendText(" and " + (outlets.size() - OUTLETS) + " more");
                break;
            }
            cell.appendText(at++ == 0 ? "" : ", ");
            site.outlet(page, cell, outlet);
        }
    }

    private static Stream<Map.Entry<String, Tally>> most(Map<String, Tally> all) {
        return all.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Tally> one) -> -one.getValue().quotations)
                        .thenComparing(Map.Entry::getKey));
    }

    private void outlets(Site.Page page, Map<String, Tally> outlets) {
        if (outlets.size() < 2) {
            return;
        }
        Element section = Parts.section(page.main(), "outlets", "Where");
        long most = most(outlets).findFirst().orElseThrow().getValue().quotations;
        Element rows = Parts.table(section, "Outlets by quotations", "outlet", "#quotations", "", "latest");
        most(outlets).limit(LINES).forEach(one -> {
            Element row = Parts.row(rows);
            site.outlet(page, row, one.getKey());
            Parts.count(row, one.getValue().quotations);
            Parts.bar(row, one.getValue().quotations, most, "PER");
            Parts.cell(row, one.getValue().latest).addClass("day");
        });
    }

    private void namedWith(Site.Page page, Name name, Iterable<Met> met) {
        List<Met> all = new ArrayList<>();
        met.forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        Element section = Parts.section(page.main(), "with", "Named with");
        Element rows = Parts.table(
                section,
                "The strongest pairs; copies of a story count once",
                "whom",
                "#stories",
                "a sentence that names both");
        for (Met pair : all) {
            String other = pair.other(name.entityId());
            Element row = Parts.row(rows);
            site.name(page, row, other, pair.otherName(name.entityId()));
            Element stories = Parts.cell(row, "").addClass("n");
            site.pageOf(name.entityId(), other)
                    .filter(to -> site.names().containsKey(other))
                    .ifPresentOrElse(
                            to -> page.link(stories, to, Parts.number(pair.stories())),
                            () -> stories.text(Parts.number(pair.stories())));
            Sentences.of(site, page, Parts.cell(row, ""), pair.evidence().get(0));
        }
    }

    /** The latest articles. @param days takes the day of every one */
    private void articles(Site.Page page, Element section, Iterable<SiteRows.NamedIn> articles, List<OfDay> days) {
        Element rows = Parts.table(section, "The latest articles that name it", "day", "outlet", "article");
        int listed = 0;
        for (SiteRows.NamedIn article : articles) {
            if (article.ownDay() != null) {
                days.add(new OfDay(article.key(), article.ownDay(), 1));
            }
            if (listed++ < ARTICLES) {
                Element row = Parts.row(rows).addClass("day").text(article.day());
                site.outlet(page, Parts.cell(row, ""), article.outlet());
                Parts.article(
                        Parts.cell(row, ""), article.title(), article.url() == null ? article.path() : article.url());
            }
        }
    }

    private static void facts(Element section, Name name) {
        Element rows = Parts.table(section, "What the file of people says", "what", "value", "from", "to");
        name.facts().forEach(fact -> {
            Element row = Parts.row(rows).text(fact.key());
            Parts.cell(row, fact.value());
            Parts.cell(row, fact.firstDay() == null ? "" : fact.firstDay().toString());
            Parts.cell(row, fact.lastDay() == null ? "" : fact.lastDay().toString());
        });
    }

    /** Links to the sections, where there are several. */
    private static void contents(Site.Page page) {
        Element list = page.header()
                .appendElement("nav")
                .attr("aria-label", "Contents")
                .appendElement("ul");
        page.main()
                .children()
                .select("section[id] > h2")
                .forEach(title -> list.appendElement("li")
                        .appendElement("a")
                        .attr("href", "#" + title.parent().id())
                        .text(title.text().toLowerCase(Locale.ROOT).equals("where") ? "Where quoted" : title.text()));
    }
}
