package hearsay.steps;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.DateFrom;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** Which of several readings of one article counts, the same in one run over its files as in nights over one after the other. */
final class ArticleOrder {
    private ArticleOrder() {}

    /**
     * Greatest for the text that counts: of a day that the article itself names before the day of a crawl or a run, then the later
     * published, the later modified, the later path.
     *
     * @param column of {@link hearsay.tables.Article} -> where it is
     */
    static Column latestText(Function<String, Column> column) {
        return struct(
                ownDay(column).as("own"),
                column.apply("published_date").as("day"),
                column.apply("published_at").as("at"),
                column.apply("modified_at").as("modified"),
                column.apply("path").as("path"));
    }

    /**
     * Whether the text of a known article stays against another one that is read tonight. That of an article without url never
     * does: the file is the article, and is read as it is now.
     */
    static Column isLater(Function<String, Column> known, Function<String, Column> read) {
        return latestText(known).gt(latestText(read)).and(read.apply("url").isNotNull());
    }

    /** Least for the reading that dates a text: it was published when it was published first. */
    static Column firstReading(Function<String, Column> column) {
        return struct(
                not(ownDay(column)).as("no_own"),
                column.apply("published_date").as("day"),
                column.apply("published_at").isNull().as("no_time"),
                column.apply("published_at").as("at"));
    }

    /** Whether the article itself names its day, as against one of a crawl or a run. */
    static Column ownDay(Function<String, Column> column) {
        return column.apply("date_from")
                .isin(DateFrom.OWN.toArray())
                .and(column.apply("date_doubt").isNull());
    }
}
