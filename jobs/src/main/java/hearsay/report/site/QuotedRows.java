package hearsay.report.site;

import hearsay.report.page.Parts;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Verbatim;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Quotations as they stand on the pages: in their sentence, with what one needs to judge them and the way to the article. */
final class QuotedRows {
    /** Words at either end of a quotation by which a browser finds it in its article. */
    private static final int FOUND_BY = 5;

    /** Outlets that are named where several carry the words. */
    private static final int OUTLETS = 4;

    /** Whether a row says who speaks, and has a name by which a link can lead to it. */
    record Look(boolean speaker, boolean anchor) {}

    private final Site site;

    QuotedRows(Site site) {
        this.site = site;
    }

    /** The trusted ones, and the others below, closed. */
    void list(Site.Page page, Element parent, List<Quoted> rows, Look look) {
        List<Quoted> trusted = rows.stream().filter(Quoted::shown).toList();
        if (!trusted.isEmpty()) {
            items(page, parent, trusted, look);
        }
        List<Quoted> others = rows.stream().filter(row -> !row.shown()).toList();
        if (!others.isEmpty()) {
            Element details = parent.appendElement("details").addClass("others");
            details.appendElement("summary").text(others(others.size()));
            items(page, details, others, look);
        }
    }

    /** What the rows are that are not shown first. */
    String others(long count) {
        return String.format(
                Locale.ROOT,
                "%s that cannot be printed like that: less certain than %.2f, or a denial, a plan, a question or a mere topic",
                Parts.counted(count, "quotation"),
                site.trusted());
    }

    /** One list, as it is. */
    void items(Site.Page page, Element parent, List<Quoted> rows, Look look) {
        Element list = parent.appendElement("ul").addClass("quotes");
        rows.forEach(row -> item(page, list.appendElement("li"), row, look));
    }

    private void item(Site.Page page, Element item, Quoted row, Look look) {
        if (look.anchor()) {
            item.attr("id", anchor(row));
        }
        item.attr("data-kind", row.kind())
                .attr("data-act", row.act())
                .attr("data-confidence", String.format(Locale.ROOT, "%.2f", row.confidence()))
                .attr("data-outlet", row.outlet());
        if (row.day().matches("\\d{4}-\\d\\d.*")) {
            item.attr("data-month", row.day().substring(0, 7));
        }
        if (look.speaker() || row.speakers().size() > 1) {
            speakers(page, item.appendElement("p").addClass("who"), row.speakers());
        }
        Element mark = Parts.quotation(item, row.before(), row.text(), row.after());
        verbatim(mark, row);
        source(page, item.appendElement("p").addClass("source"), row);
    }

    static String anchor(Quoted row) {
        return "q-" + row.quoteId();
    }

    private void speakers(Site.Page page, Element who, List<QuoteSpeaker> speakers) {
        for (int i = 0; i < speakers.size(); i++) {
            who.appendText(i == 0 ? "" : i == speakers.size() - 1 ? " and " : ", ");
            site.name(page, who, speakers.get(i).speakerId(), speakers.get(i).speaker());
        }
    }

    /** Makes the words bold that may be printed inside marks. */
    private static void verbatim(Element mark, Quoted row) {
        mark.empty();
        int at = 0;
        for (Verbatim words : row.verbatim()) {
            int begin = words.begin() - row.begin();
            int end = words.end() - row.begin();
            if (begin >= at && end <= row.text().length() && begin < end) {
                mark.appendChild(new TextNode(row.text().substring(at, begin)));
                mark.appendElement("b").text(row.text().substring(begin, end));
                at = end;
            }
        }
        mark.appendChild(new TextNode(row.text().substring(at)));
    }

    private void source(Site.Page page, Element source, Quoted row) {
        List<String> words = new ArrayList<>(List.of(row.kind()));
        if (row.speakers().isEmpty()) {
            words.add(row.sourceText() == null ? "no source" : "source: " + row.sourceText());
        } else {
            words.add(row.act());
            words.add(String.format(Locale.ROOT, "%.2f", row.confidence()));
        }
        source.appendText(String.join(" · ", words) + " · ");
        site.outlet(page, source, row.outlet());
        source.appendText(" · " + row.day() + " · ");
        Parts.article(source, row.title(), at(row.url(), row.path(), row.text()));
        source.appendText(", sentence " + row.sentence());
        if (row.carried() > 1) {
            String outlets = row.outlets().stream().limit(OUTLETS).collect(Collectors.joining(", "));
            source.appendText(" · the first of " + row.carried() + " articles with these words (" + outlets
                    + (row.outlets().size() > OUTLETS ? ", …" : "") + ")");
        }
        List<String> about = row.about().stream()
                .filter(site.names()::containsKey)
                .filter(id -> row.speakers().stream()
                        .noneMatch(speaker -> speaker.speakerId().equals(id)))
                .toList();
        for (int i = 0; i < about.size(); i++) {
            source.appendText(i == 0 ? " · about " : ", ");
            site.name(page, source, about.get(i), site.names().get(about.get(i)).name());
        }
    }

    /** The article's address, at the words where the browser can find them; else its path. */
    static String at(String url, String path, String words) {
        if (!Parts.isWebAddress(url)) {
            return url == null ? path : url;
        }
        List<String> all = Arrays.stream(words.split("[\\s\"“”]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (url.contains("#") || all.isEmpty() || words.contains("\n")) {
            return url;
        }
        int few = Math.min(FOUND_BY, all.size());
        String begin = encoded(all.subList(0, few));
        String end = all.size() > 2 * FOUND_BY ? "," + encoded(all.subList(all.size() - FOUND_BY, all.size())) : "";
        return url + "#:~:text=" + begin + end;
    }

    private static String encoded(List<String> words) {
        return URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
