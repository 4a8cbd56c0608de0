package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;

import hearsay.tables.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** quotes -> who spoke about whom on which day, by the quotes that can be trusted; speaking of oneself is no link, and an
 * article without a day of its own has none. */
public final class SpeakerLinksFromQuotes {
    private SpeakerLinksFromQuotes() {}

    /**
     * @param quotes   rows of {@link Tables#QUOTES} with speakers
     * @param entities for what peoples and members of parties count, where {@code pairs.fold} is on
     * @return rows of {@link Tables#SPEAKER_LINKS}
     */
    public static Dataset<Row> derive(
            Dataset<Row> quotes, Dataset<Row> entities, QuoteSettings settings, PairSettings pairs) {
        Dataset<Row> spoken = quotes.where(col("speaker_id").isNotNull())
                .where(col("date_doubt").isNull())
                .where(settings.isShown())
                .withColumn("one", explode(SpeakersOfQuote.all()))
                .withColumn("speaker_id", col("one.speaker_id"))
                .withColumn("about_id", explode(col("about")));
        Dataset<Row> folded = pairs.fold()
                ? MentionsForPairs.folded(MentionsForPairs.folded(spoken, entities, "about_id"), entities, "speaker_id")
                : spoken;
        Dataset<Row> links = folded.where(col("about_id").notEqual(col("speaker_id")))
                .groupBy("speaker_id", "about_id", "published_date")
                .agg(
                        countDistinct("quote_id").as("quotes"),
                        countDistinct("article_id").as("articles"));
        return Tables.SPEAKER_LINKS.fit(links);
    }
}
