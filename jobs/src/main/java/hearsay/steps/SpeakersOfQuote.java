package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;

/** Who speaks a quote, whether one or several together. */
public final class SpeakersOfQuote {
    private SpeakersOfQuote() {}

    /** All speakers of a quote that has one; rows of version 0.1.0 have the first one only. */
    public static Column all() {
        return coalesce(col("speakers"), array(struct(col("speaker_id"), col("speaker"))));
    }
}
