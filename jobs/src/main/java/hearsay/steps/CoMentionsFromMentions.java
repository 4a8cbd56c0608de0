package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import hearsay.tables.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions with their entities -> which two entities the articles of a day name near each other. An article without a day of its own counts on none. */
public final class CoMentionsFromMentions {
    /** Decimal, since a sum of doubles depends on its order in the last digits, and so on how many tasks there are. */
    private static final Column NEARNESS =
            lit(1.0).divide(col("distance").plus(1)).cast("decimal(20,12)");

    private CoMentionsFromMentions() {}

    /**
     * @param mentions of {@link MentionsForPairs#derive}
     * @param articles their articles with repeat_of, so that the copies of one story count once
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, Dataset<Row> articles, PairSettings settings) {
        Dataset<Row> stories = articles.select(
                col("article_id"), coalesce(col("repeat_of"), col("article_id")).as("story"));
        Dataset<Row> rows = ArticlePair.of(mentions, settings)
                .where(col("published_date").isNotNull())
                .join(stories, "article_id")
                .groupBy("a_id", "b_id", "published_date")
                .agg(
                        count(lit(1)).as("articles"),
                        sum("sentences").as("sentences"),
                        sum(NEARNESS).cast("double").as("weight"),
                        countDistinct("story").as("stories"));
        return Tables.CO_MENTIONS.fit(rows);
    }
}
