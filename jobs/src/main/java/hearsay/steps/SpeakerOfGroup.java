package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import hearsay.tables.NoSpeaker;
import hearsay.tables.QuoteKind;
import org.apache.spark.sql.Column;

/** When a quote takes the speaker that other outlets name for the same words. */
public final class SpeakerOfGroup {
    private SpeakerOfGroup() {}

    /** Whether a quote takes the speaker of its group: not where its own article names another source, several people say, or
     * where it gives the words without marks. */
    public static Column isTaken(Column groupSpeaker) {
        return col("speaker_id")
                .isNull()
                .and(groupSpeaker.isNotNull())
                .and(col("kind").notEqual(QuoteKind.INDIRECT.word()))
                .and(not(col("no_speaker_because").isInCollection(NoSpeaker.SOMEBODY_ELSE)));
    }
}
