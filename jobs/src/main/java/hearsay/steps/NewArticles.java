package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Incoming articles -> those that the warehouse does not hold with the same text. Only they go through the models. */
public final class NewArticles {
    private static final Column NONE = array().cast("array<string>");

    private NewArticles() {}

    /**
     * @param incoming  what tonight's files hold, rows of {@link Tables#ARTICLES}
     * @param known     what the warehouse holds
     * @param runId     run that reads them
     * @param rebuild  whether every known article counts as new too: as its file has it now, else as the warehouse holds it
     */
    public static Dataset<Row> derive(Dataset<Row> incoming, Dataset<Row> known, String runId, boolean rebuild) {
        Dataset<Row> changed = incoming.join(known, new String[] {"article_id", "text_hash"}, "left_anti");
        Dataset<Row> fresh = Tables.ARTICLES.fit(corrections(changed, known));
        if (rebuild) {
            fresh = fresh.unionByName(Tables.ARTICLES.fit(unchanged(incoming, known)));
            fresh = fresh.unionByName(known.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"));
        }
        return fresh.withColumn("run_id", lit(runId));
    }

    /** Known texts as their files give them now, perhaps with another date or title; earlier texts stay known. */
    private static Dataset<Row> unchanged(Dataset<Row> incoming, Dataset<Row> known) {
        Dataset<Row> before = known.select(col("article_id"), col("text_hash"), col("previous").as("known_previous"));
        return incoming.join(before, new String[] {"article_id", "text_hash"})
                .withColumn("previous", array_remove(array_distinct(concat(
                        coalesce(col("known_previous"), NONE), coalesce(col("previous"), NONE))), col("text_hash")));
    }

    /** Another text of a known article counts unless it was published earlier; the known text is one of its previous ones. */
    private static Dataset<Row> corrections(Dataset<Row> changed, Dataset<Row> known) {
        Dataset<Row> before = known.select(
                col("article_id"),
                col("text_hash").as("known_hash"),
                col("previous").as("known_previous"),
                col("published_date").as("known_date"),
                col("published_at").as("known_at"));
        Column later = col("known_date").lt(col("published_date"))
                .or(col("known_date").equalTo(col("published_date"))
                        .and(coalesce(col("known_at").leq(col("published_at")), lit(true))));
        Column hashes = array_distinct(concat(
                coalesce(col("known_previous"), NONE), array(col("known_hash")), coalesce(col("previous"), NONE)));
        return changed.join(before, new String[] {"article_id"}, "left")
                .where(col("known_hash").isNull().or(later))
                .withColumn("previous", when(col("known_hash").isNull(), col("previous"))
                        .otherwise(array_remove(hashes, col("text_hash"))));
    }
}
