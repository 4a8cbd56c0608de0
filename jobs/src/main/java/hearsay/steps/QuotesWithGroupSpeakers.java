package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.settings.Weights;
import hearsay.tables.SpeakerRule;
import hearsay.tables.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** quotes + their groups -> the quotes; one whose article does not tell the speaker takes the speaker of its group. */
public final class QuotesWithGroupSpeakers {
    private static final double CONFIDENCE = Weights.of("quotes").number("speaker_of_group");

    private QuotesWithGroupSpeakers() {}

    public static Dataset<Row> derive(Dataset<Row> quotes, Dataset<Row> groups) {
        Dataset<Row> speakers = groups.where(col("speaker_id").isNotNull())
                .select(
                        explode(col("quotes")).as("grouped_id"),
                        col("speaker_id").as("group_speaker_id"),
                        col("speaker").as("group_speaker"));
        Column takes = col("takes");
        Dataset<Row> rows = quotes.join(speakers, col("quote_id").equalTo(col("grouped_id")), "left")
                .withColumn("takes", SpeakerOfGroup.isTaken(col("group_speaker_id")))
                .withColumn(
                        "decided_by", when(takes, lit(SpeakerRule.GROUP.word())).otherwise(col("decided_by")))
                .withColumn("confidence", when(takes, lit(CONFIDENCE)).otherwise(col("confidence")))
                .withColumn("speaker_confidence", when(takes, lit(CONFIDENCE)).otherwise(col("speaker_confidence")))
                .withColumn("no_speaker_because", when(takes, lit(null)).otherwise(col("no_speaker_because")))
                .withColumn(
                        "speakers",
                        when(
                                        takes,
                                        array(struct(
                                                col("group_speaker_id").as("speaker_id"),
                                                col("group_speaker").as("speaker"))))
                                .otherwise(col("speakers")))
                .withColumn("speaker", when(takes, col("group_speaker")).otherwise(col("speaker")))
                .withColumn("speaker_id", when(takes, col("group_speaker_id")).otherwise(col("speaker_id")));
        return Tables.QUOTES.fit(rows);
    }
}
