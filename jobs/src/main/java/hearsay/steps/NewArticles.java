package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Incoming articles -> those that the warehouse does not hold with the same text. Only they go through the models. */
public final class NewArticles {
    private static final Column NONE = array().cast("array<string>");

    private NewArticles() {}

    /**
     * Of two texts of an article that of {@link ArticleOrder} counts, whichever came first, and the other is one of its
     * {@code previous} ones. A known text is new again where an earlier text of it comes to light, or an earlier publication.
     *
     * @param incoming  what tonight's files hold, rows of {@link Tables#ARTICLES}
     * @param known     what the warehouse holds
     * @param runId     run that reads them
     * @param rebuild   whether every known article counts as new too: as its file has it now, else as the warehouse holds it
     */
    public static Dataset<Row> derive(Dataset<Row> incoming, Dataset<Row> known, String runId, boolean rebuild) {
        Dataset<Row> judged = incoming.alias("read")
                .join(known.alias("known"), col("read.article_id").equalTo(col("known.article_id")), "left")
                .withColumn("takes", takes(rebuild))
                .withColumn("all", hashes())
                .select(
                        col("read.article_id").as("article_id"),
                        col("takes"),
                        keptDay().as("kept"),
                        array_remove(
                                        col("all"),
                                        when(col("takes"), col("read.text_hash"))
                                                .otherwise(col("known.text_hash")))
                                .as("previous"),
                        coalesce(col("known.previous"), NONE).as("known_previous"));
        Dataset<Row> fresh = withPrevious(incoming, judged.where(col("takes")))
                .unionByName(withPrevious(
                        known,
                        judged.where(not(col("takes"))
                                .and(size(array_except(col("previous"), col("known_previous")))
                                        .gt(0)))));
        if (rebuild) {
            fresh = fresh.unionByName(known.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"));
        }
        return fresh.withColumn("run_id", lit(runId));
    }

    private static Dataset<Row> withPrevious(Dataset<Row> articles, Dataset<Row> judged) {
        return Tables.ARTICLES.fit(articles.drop("previous")
                .join(judged.select("article_id", "previous", "kept"), "article_id")
                .withColumn(
                        "published_at",
                        when(col("kept").isNotNull(), col("kept.published_at")).otherwise(col("published_at")))
                .withColumn("published_date", coalesce(col("kept.published_date"), col("published_date"))));
    }

    private static Column takes(boolean rebuild) {
        Column first = lit(rebuild)
                .or(ArticleOrder.firstReading(NewArticles::read).lt(ArticleOrder.firstReading(NewArticles::known)));
        return when(known("article_id").isNull(), true)
                .when(sameText(), first)
                .otherwise(not(ArticleOrder.isLater(NewArticles::known, NewArticles::read)));
    }

    /** A text that names no day keeps that of the night, or of the file, that had it first: a rebuild is not its publication. */
    private static Column keptDay() {
        Column datedAlike = sameText()
                .and(read("date_from").equalTo(known("date_from")))
                .and(not(ArticleOrder.ownDay(NewArticles::read)));
        Column later = ArticleOrder.firstReading(NewArticles::known).lt(ArticleOrder.firstReading(NewArticles::read));
        return when(col("takes").and(datedAlike).and(later), struct(known("published_date"), known("published_at")));
    }

    private static Column sameText() {
        return read("text_hash").equalTo(known("text_hash"));
    }

    private static Column read(String column) {
        return col("read." + column);
    }

    private static Column known(String column) {
        return col("known." + column);
    }

    /** All texts of the article, those known first. */
    private static Column hashes() {
        return when(col("known.article_id").isNull(), col("read.previous"))
                .otherwise(array_distinct(concat(
                        coalesce(col("known.previous"), NONE),
                                when(col("takes"), array(col("known.text_hash")))
                                        .otherwise(NONE),
                        coalesce(col("read.previous"), NONE), array(col("read.text_hash")))));
    }
}
