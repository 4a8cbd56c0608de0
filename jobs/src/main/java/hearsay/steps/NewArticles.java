package hearsay.steps;

import static org.apache.spark.sql.functions.lit;

import hearsay.tables.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;

/** Incoming articles -> those that the warehouse does not hold with the same text. Only they go through the models. */
public final class NewArticles {
    private NewArticles() {}

    /**
     * @param incoming  what tonight's files hold, rows of {@link Tables#ARTICLES}
     * @param known     what the warehouse holds
     * @param runId     run that reads them
     * @param recompute whether every known article is to be read anew too
     */
    public static Dataset<Row> derive(Dataset<Row> incoming, Dataset<Row> known, String runId, boolean recompute) {
        Dataset<Row> changed = incoming.join(known, JavaConverters.asScalaBuffer(List.of("article_id", "text_hash")).toSeq(), "left_anti");
        Dataset<Row> fresh = Tables.ARTICLES.fit(changed);
        if (recompute) {
            fresh = fresh.unionByName(known.join(
                    changed.select("article_id"), JavaConverters.asScalaBuffer(List.of("article_id")).toSeq(), "left_anti"));
        }
        return fresh.withColumn("run_id", lit(runId));
    }
}
