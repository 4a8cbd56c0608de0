package hearsay.steps;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import hearsay.tables.Tables;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What tonight's files hold of articles of which the warehouse holds a later text -> rejects, as in one run over all files; but
 * not what the warehouse already knows for an earlier text: a file that grows every night is read again every night.
 */
public final class EarlierTexts {
    private EarlierTexts() {}

    /**
     * @param found of {@link ArticlesFromFiles#derive}
     * @param known what the warehouse holds, rows of {@link Tables#ARTICLES}
     * @return rows of {@link Tables#REJECTS}
     */
    public static Dataset<Row> derive(Dataset<Row> found, Dataset<Row> known, LocalDate runDate) {
        SerializableConfiguration conf = new SerializableConfiguration(
                found.sparkSession().sessionState().newHadoopConf());
        Column sameArticle = col("article.article_id").equalTo(col("known.article_id"));
        Column otherText = col("article.text_hash").notEqual(col("known.text_hash"));
        return found.where(col("article").isNotNull())
                .select("article", "place")
                .join(known.drop("text").as("known"), sameArticle.and(otherText))
                .where(not(coalesce(array_contains(col("known.previous"), col("article.text_hash")), lit(false))))
                .where(ArticleOrder.isLater(column -> col("known." + column), column -> col("article." + column)))
                .select(ArticlesFromFiles.superseded(
                                concat(lit(ArticlesFromFiles.EARLIER), col("known.path")), col("place"), conf, runDate)
                        .as("reject"))
                .select("reject.*");
    }
}
