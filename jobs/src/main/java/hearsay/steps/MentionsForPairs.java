package hearsay.steps;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions -> the same with the entity for which pairs count them: a people for its country, a member for the party. */
public final class MentionsForPairs {
    private MentionsForPairs() {}

    /**
     * @param mentions with entity_id
     * @param entities their entities, with about_id
     * @return the mentions, with the entity of {@code about_id} as entity_id where there is one and {@code pairs.fold} is on
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, Dataset<Row> entities, PairSettings settings) {
        return settings.fold() ? folded(mentions, entities, "entity_id") : mentions;
    }

    /** @param column of ids: those of entities that are about another one become that one's */
    static Dataset<Row> folded(Dataset<Row> rows, Dataset<Row> entities, String column) {
        Dataset<Row> about = entities.where(col("about_id").isNotNull())
                .select(col("entity_id").as("folded_id"), col("about_id").as("folded_about_id"));
        return rows.join(broadcast(about), col(column).equalTo(col("folded_id")), "left")
                .withColumn(column, coalesce(col("folded_about_id"), col(column)))
                .drop("folded_id", "folded_about_id");
    }
}
