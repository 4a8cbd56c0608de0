package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions for pairs -> one row: articles that make more pairs than count, and how many pairs of them are left out. */
public final class PairsLeftOut {
    private PairsLeftOut() {}

    /** @param mentions of {@link MentionsForPairs#derive} */
    public static Dataset<Row> derive(Dataset<Row> mentions, PairSettings settings) {
        Dataset<Row> crowded = mentions.groupBy("article_id")
                .agg(countDistinct("entity_id").as("entities"))
                .where(col("entities").gt(settings.mostEntities()))
                .select("article_id");
        return ArticlePair.ofAll(mentions.join(crowded, new String[] {"article_id"}, "left_semi"), settings)
                .groupBy("article_id")
                .agg(count(lit(1)).as("pairs"))
                .where(col("pairs").gt(settings.mostPairs()))
                .agg(
                        count(lit(1)).as("articles"),
                        coalesce(sum(col("pairs").minus(settings.mostPairs())), lit(0L))
                                .as("pairs"));
    }
}
