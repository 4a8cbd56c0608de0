package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions with their entities -> one row: articles that name more entities than count, and how many pairs that leaves out. */
public final class PairsLeftOut {
    private PairsLeftOut() {}

    public static Dataset<Row> derive(Dataset<Row> mentions, PairSettings settings) {
        Column named = col("entities");
        Column all = named.multiply(named.minus(1)).divide(2);
        long kept = (long) settings.mostEntities() * (settings.mostEntities() - 1) / 2;
        return mentions.groupBy("article_id")
                .agg(countDistinct("entity_id").as("entities"))
                .where(named.gt(settings.mostEntities()))
                .agg(
                        count(lit(1)).as("articles"),
                        coalesce(sum(all.minus(kept)), lit(0.0)).cast("long").as("pairs"));
    }
}
