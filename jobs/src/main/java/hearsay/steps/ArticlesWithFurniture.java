package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.sentences.OutletLines;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * articles -> the same, each with the lines that its outlet puts on many of its stories: headers, appeals, notes on the author.
 *
 * <p>They are learned from repetition, not from a list: a line is boilerplate of a source on a day if enough stories of the
 * source have it on that day and in the window before. Copies of one story are one story, or every wire report would be
 * boilerplate. Where a line may stand and what it may hold, {@link OutletLines} says.
 *
 * <p>What is boilerplate on a day depends on the articles of that day and of {@code windowDays} before, on nothing else: when
 * days change, those days and so many after them are to be derived again, given those and so many before.
 */
public final class ArticlesWithFurniture {
    /** Articles without a day of their own count as those of an outlet beside: they enter no window with others. */
    private static final String UNDATED = "\nundated";

    private ArticlesWithFurniture() {}

    /**
     * @param articles rows of {@link Tables#ARTICLES}, with repeat_of, of the days in question and of the window before
     * @return the rows with a column {@code furniture}: the chars at which lines of boilerplate begin, ascending, null for none
     */
    public static Dataset<Row> derive(Dataset<Row> articles, FurnitureSettings settings) {
        Dataset<Row> stories = articles.where(col("source").isNotNull())
                .withColumn(
                        "source",
                        when(col("date_doubt").isNull(), col("source")).otherwise(concat(col("source"), lit(UNDATED))))
                .withColumn("story", coalesce(col("repeat_of"), col("article_id")));
        Dataset<Row> furniture = repeatedLines(stories, settings)
                .join(storiesOfOutlets(stories, settings), new String[] {"source", "published_date"})
                .where(col("with_line")
                        .geq(col("stories")
                                .multiply(when(col("edge"), settings.minShare()).otherwise(settings.minShareInside()))))
                .groupBy("article_id")
                .agg(sort_array(collect_set("begin")).as("furniture"));
        return articles.join(furniture, new String[] {"article_id"}, "left");
    }

    /** The lines that enough stories of an outlet have, a row of {@link Repeated} for each article. */
    private static Dataset<Row> repeatedLines(Dataset<Row> stories, FurnitureSettings settings) {
        Records<Line> lines = Records.of(Line.class);
        Dataset<Row> byLine = lines.rows(
                        stories.select("article_id", "source", "story", "published_date", "text"),
                        row -> OutletLines.of(row.getAs("text"), settings.mostWords()).stream()
                                .map(line -> new Line(
                                        row.getAs("article_id"),
                                        row.getAs("source"),
                                        row.getAs("story"),
                                        row.getAs("published_date"),
                                        line.begin(),
                                        line.edge(),
                                        line.line()))
                                .iterator())
                .groupBy("source", "line")
                .agg(collect_list(struct("article_id", "source", "story", "published_date", "begin", "edge", "line"))
                        .as("lines"))
                .where(size(col("lines")).geq(settings.minStories()));
        return Records.of(Repeated.class).rows(byLine, row -> {
            List<Line> same = row.<Row>getList(row.fieldIndex("lines")).stream()
                    .map(lines::record)
                    .toList();
            Map<LocalDate, Integer> withLine =
                    inWindows(same.stream().map(Line::told).distinct().toList(), settings.windowDays());
            return same.stream()
                    .map(line -> new Repeated(
                            line.articleId,
                            line.begin,
                            line.edge,
                            line.source,
                            line.publishedDate,
                            withLine.get(line.publishedDate)))
                    .filter(line -> line.withLine >= settings.minStories())
                    .iterator();
        });
    }

    /** For each outlet and day how many stories it told on that day and in the window before. */
    private static Dataset<Row> storiesOfOutlets(Dataset<Row> stories, FurnitureSettings settings) {
        Records<Told> told = Records.of(Told.class);
        Dataset<Row> byOutlet = stories.groupBy("source")
                .agg(collect_set(struct("story", "published_date")).as("told"));
        return Records.of(Outlet.class)
                .rows(
                        byOutlet,
                        row -> inWindows(
                                        row.<Row>getList(row.fieldIndex("told")).stream()
                                                .map(told::record)
                                                .toList(),
                                        settings.windowDays())
                                .entrySet()
                                .stream()
                                .map(day -> new Outlet(row.getAs("source"), day.getKey(), day.getValue()))
                                .iterator());
    }

    /** For each day on which a story is told, how many are told on it and in the window before. */
    private static Map<LocalDate, Integer> inWindows(List<Told> stories, int windowDays) {
        Map<LocalDate, List<Told>> byDay =
                stories.stream().collect(Collectors.groupingBy(Told::publishedDate, TreeMap::new, Collectors.toList()));
        Map<String, Integer> times = new HashMap<>(); // in the window
        Deque<LocalDate> window = new ArrayDeque<>();
        Map<LocalDate, Integer> inWindows = new HashMap<>();
        byDay.forEach((day, told) -> {
            told.forEach(story -> times.merge(story.story, 1, Integer::sum));
            window.add(day);
            while (window.getFirst().plusDays(windowDays).isBefore(day)) {
                byDay.get(window.removeFirst())
                        .forEach(story -> times.computeIfPresent(story.story, (s, n) -> n == 1 ? null : n - 1));
            }
            inWindows.put(day, times.size());
        });
        return inWindows;
    }

    /** A line of an article. @param story article_id of the first copy @param line hash of its words */
    private record Line(
            String articleId,
            String source,
            String story,
            LocalDate publishedDate,
            int begin,
            boolean edge,
            String line) {
        Told told() {
            return new Told(story, publishedDate);
        }
    }

    private record Told(String story, LocalDate publishedDate) {}

    /** A line of an article. @param withLine stories of the outlet that have it, on the article's day and in the window before */
    private record Repeated(
            String articleId, int begin, boolean edge, String source, LocalDate publishedDate, int withLine) {}

    private record Outlet(String source, LocalDate publishedDate, int stories) {}
}
