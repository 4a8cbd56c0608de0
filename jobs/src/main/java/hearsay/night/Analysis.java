package hearsay.night;

import hearsay.model.Taggers;
import hearsay.steps.ArticleLimits;
import hearsay.steps.AttributionsFromQuotes;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.EntityRowsFromMentions;
import hearsay.steps.MentionsFromSentences;
import hearsay.steps.MentionsWithPronouns;
import hearsay.steps.QuotesFromSentences;
import hearsay.steps.QuotesWithNames;
import hearsay.steps.RolesFromMentions;
import hearsay.steps.SentencesFromArticles;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * From articles to sentences, mentions, entities, quotes and their speakers, under the settings of a run: the one pipeline, which
 * nights and evaluations use alike. What a method gives is kept before the next reads it, or Spark would plan all of them at once.
 */
public final class Analysis {
    private final SparkSession spark;
    private final NightSettings settings;
    private final ArticleLimits limits;
    private final BiFunction<String, Dataset<Row>, Dataset<Row>> kept;
    private Taggers taggers;

    /** @param kept a name and rows -> the same rows, written down */
    Analysis(
            SparkSession spark,
            NightSettings settings,
            ArticleLimits limits,
            BiFunction<String, Dataset<Row>, Dataset<Row>> kept) {
        this.spark = spark;
        this.settings = settings;
        this.limits = limits;
        this.kept = kept;
    }

    /** One that leaves no article out and keeps rows in Spark. */
    public static Analysis ofAll(SparkSession spark, NightSettings settings) {
        return new Analysis(spark, settings, ArticleLimits.none(), (name, rows) -> rows.localCheckpoint());
    }

    /** Sentences with tokens and the tags of the models, which are loaded once. */
    public Dataset<Row> sentences(Dataset<Row> articles) {
        if (taggers == null) {
            taggers = settings.taggers(spark);
        }
        return kept.apply("sentences", SentencesFromArticles.derive(articles, taggers, limits));
    }

    /** Mentions without entities. */
    public Dataset<Row> mentions(Dataset<Row> sentences) {
        return kept.apply(
                "mentions",
                MentionsWithPronouns.derive(MentionsFromSentences.derive(sentences, limits), sentences, limits));
    }

    /** Quotes without speakers. */
    public Dataset<Row> quotes(Dataset<Row> articles, Dataset<Row> sentences) {
        return kept.apply("spans", QuotesFromSentences.derive(articles, sentences, limits));
    }

    /** Mentions with entities: what all days together say of their names. */
    public Dataset<Row> resolved(Dataset<Row> mentions) {
        return kept.apply("resolved", EntitiesFromMentions.derive(mentions, settings.names(), limits));
    }

    /** The entities of resolved mentions. */
    public Dataset<Row> entities(Dataset<Row> resolved) {
        return kept.apply("entities", EntityRowsFromMentions.derive(resolved, settings.names()));
    }

    /** The roles of entities as they are known on each day. */
    public Dataset<Row> roles(Dataset<Row> resolved) {
        return RolesFromMentions.derive(resolved, settings.names().windowDays());
    }

    /**
     * Quotes with the speakers that their own articles tell.
     *
     * @param quotes of {@link QuotesWithNames#derive}
     */
    public Dataset<Row> speakers(Dataset<Row> quotes) {
        return kept.apply("speakers", AttributionsFromQuotes.derive(quotes, limits));
    }
}
