package hearsay.report.site;

import hearsay.report.page.Parts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Articles over time as a picture of bars: by day, month or year, whichever fits the span. */
final class OverTime {
    /** Bars that can be told apart on a telephone. */
    private static final int MOST_DAYS = 45;

    private static final int MOST_MONTHS = 60;

    private OverTime() {}

    /** @param days sorted, not empty @param look the colour of the bars */
    static void draw(Element section, Iterable<OfDay> days, String look) {
        SortedMap<LocalDate, Long> byDay = new TreeMap<>();
        days.forEach(day -> byDay.merge(day.day(), day.articles(), Long::sum));
        if (Parts.none(section, byDay.isEmpty(), "None of the articles has a day of its own.")) {
            return;
        }
        SortedMap<String, Long> periods = periods(byDay);
        long most = periods.values().stream().mapToLong(n -> n).max().orElse(1);
        if (periods.size() > 1) {
            picture(section, periods, most, look);
        }
        Element details = section.appendElement("details");
        details.appendElement("summary").text("The numbers");
        Element rows = Parts.table(details, "Articles over time", "when", "#articles", "");
        periods.forEach((period, articles) -> {
            if (articles > 0) {
                Element row = Parts.row(rows).text(period);
                Parts.count(row, articles);
                Parts.bar(row, articles, most, look);
            }
        });
    }

    private static void picture(Element section, SortedMap<String, Long> periods, long most, String look) {
        Element figure = section.appendElement("figure").addClass("time");
        Element svg = figure.appendElement("svg")
                .attr("viewBox", "0 0 " + 10 * periods.size() + " 100")
                .attr("preserveAspectRatio", "none")
                .attr("role", "img")
                .attr("aria-label", "Articles over time; the table below has the numbers");
        int at = 0;
        for (Map.Entry<String, Long> period : periods.entrySet()) {
            double height = 100.0 * period.getValue() / most;
            Element bar = svg.appendElement("rect")
                    .addClass(look)
                    .attr("x", Parts.decimal(at + 1))
                    .attr("y", Parts.decimal(100 - height))
                    .attr("width", "8")
                    .attr("height", Parts.decimal(height));
            bar.appendElement("title").text(period.getKey() + ": " + period.getValue());
            at += 10;
        }
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("span").text(periods.firstKey());
        caption.appendElement("span").text("at most " + Parts.counted(most, "article"));
        caption.appendElement("span").text(periods.lastKey());
    }

    private static SortedMap<String, Long> periods(SortedMap<LocalDate, Long> byDay) {
        LocalDate first = byDay.firstKey();
        LocalDate last = byDay.lastKey();
        int chars;
        Stream<LocalDate> all;
        if (ChronoUnit.DAYS.between(first, last) < MOST_DAYS) {
            chars = 10;
            all = first.datesUntil(last.plusDays(1));
        } else if (ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) < MOST_MONTHS) {
            chars = 7;
            all = first.withDayOfMonth(1).datesUntil(last.plusDays(1), java.time.Period.ofMonths(1));
        } else {
            chars = 4;
            all = first.withDayOfYear(1).datesUntil(last.plusDays(1), java.time.Period.ofYears(1));
        }
        SortedMap<String, Long> periods = new TreeMap<>();
        all.forEach(day -> periods.put(day.toString().substring(0, chars), 0L));
        byDay.forEach((day, articles) -> periods.merge(day.toString().substring(0, chars), articles, Long::sum));
        return periods;
    }
}
