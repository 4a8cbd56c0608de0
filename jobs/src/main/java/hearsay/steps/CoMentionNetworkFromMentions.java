package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import hearsay.settings.Weights;
import hearsay.steps.Strength.Party;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Evidence;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * mentions of all days -> every pair of entities that several stories name near each other, how strongly, and sentences that name
 * both.
 *
 * <p>Strength counts stories: a wire story that forty outlets print is one. Evidence is the best sentence of each outlet; copies of
 * one story are no further evidence. What makes a rank for a reader, {@link Strength} says.
 */
public final class CoMentionNetworkFromMentions {
    /** Chars: a text without full stops is one sentence, and the evidence of 1,770 pairs. */
    private static final int LONGEST_EVIDENCE = 1_000;

    private static final int TOLD = Weights.of("pairs").whole("told_least_stories");

    /** Decimal, since a sum of doubles depends on its order in the last digits. */
    private static final Column CLOSENESS = when(col("best.distance").equalTo(0), lit(1.0).divide(col("best.others")))
            .otherwise(lit(0.0))
            .cast("decimal(20,12)");

    private CoMentionNetworkFromMentions() {}

    /**
     * @param mentions  mentions of all days, of {@link MentionsForPairs#derive}
     * @param articles  their articles, with repeat_of and source
     * @param sentences their sentences, for the words of the evidence
     * @param entities  the entities, for their names, types, forms and roles
     */
    public static Dataset<Row> derive(
            Dataset<Row> mentions,
            Dataset<Row> articles,
            Dataset<Row> sentences,
            Dataset<Row> entities,
            PairSettings settings) {
        Dataset<Row> stories = articles.select(
                col("article_id"), coalesce(col("repeat_of"), col("article_id")).as("story"), col("source"));
        Dataset<Row> pairs = pairs(ArticlePair.of(mentions, settings).join(stories, "article_id"), settings);
        Records<Counted> in = Records.of(Counted.class);
        return Tables.CO_MENTION_NETWORK
                .records()
                .rows(
                        counted(withWords(pairs, sentences), mentions, stories, entities),
                        row -> List.of(pair(in.record(row))).iterator());
    }

    private static Dataset<Row> pairs(Dataset<Row> met, PairSettings settings) {
        Dataset<Row> byStory = met.groupBy("a_id", "b_id", "story")
                .agg(
                        count(lit(1)).as("articles"),
                        sum("sentences").as("sentences"),
                        min("published_date").as("first_seen"),
                        max("published_date").as("last_seen"),
                        min(struct(
                                        col("distance"),
                                        col("others"),
                                        col("published_date").isNull().as("undated"),
                                        col("published_date"),
                                        col("article_id"),
                                        col("sentence"),
                                        col("source"),
                                        col("begin"),
                                        col("end")))
                                .as("best"));
        Dataset<Row> byOutlet = byStory.groupBy(col("a_id"), col("b_id"), col("best.source"))
                .agg(
                        sum("articles").as("articles"),
                        sum("sentences").as("sentences"),
                        count(lit(1)).as("stories"),
                        sum(when(col("best.distance").equalTo(0), 1L).otherwise(0L))
                                .as("together"),
                        sum(CLOSENESS).as("closeness"),
                        min("first_seen").as("first_seen"),
                        max("last_seen").as("last_seen"),
                        min("best").as("best"));
        return byOutlet.groupBy("a_id", "b_id")
                .agg(
                        sum("articles").as("articles"),
                        sum("sentences").as("sentences"),
                        sum("stories").as("stories"),
                        sum("together").as("together"),
                        sum("closeness").cast("double").as("closeness"),
                        min("first_seen").as("first_seen"),
                        max("last_seen").as("last_seen"),
                        min("best.distance").as("distance"),
                        slice(sort_array(collect_list("best")), 1, settings.evidence())
                                .as("evidence"))
                .where(col("stories").geq(settings.leastStories()));
    }

    /** With names, types, forms and roles, and with the stories that name each of the two, and all stories. */
    private static Dataset<Row> counted(
            Dataset<Row> pairs, Dataset<Row> mentions, Dataset<Row> stories, Dataset<Row> entities) {
        Dataset<Row> named = mentions.select("entity_id", "article_id")
                .distinct()
                .join(stories, "article_id")
                .groupBy("entity_id")
                .agg(countDistinct("story").as("stories"))
                .join(entities.select("entity_id", "type", "name", "aliases", "roles"), "entity_id");
        Dataset<Row> all = stories.agg(countDistinct("story").as("all_stories"));
        return pairs.join(of(named, "a"), "a_id")
                .join(of(named, "b"), "b_id")
                .crossJoin(all); // one row: every pair gets it
    }

    private static Dataset<Row> of(Dataset<Row> named, String side) {
        return named.select(
                col("entity_id").as(side + "_id"),
                struct(col("type"), col("name"), col("stories"), col("aliases").as("forms"), col("roles"))
                        .as(side));
    }

    /** The evidence with its words; a sentence in which the two stand too far apart to be shown is none. */
    private static Dataset<Row> withWords(Dataset<Row> pairs, Dataset<Row> sentences) {
        Column from = when(col("best.end").minus(col("words.begin")).leq(LONGEST_EVIDENCE), lit(0))
                .otherwise(col("best.begin").minus(col("words.begin")));
        Column text = when(
                col("best.distance")
                        .equalTo(0)
                        .and(col("best.end")
                                .minus(col("words.begin"))
                                .minus(from)
                                .leq(LONGEST_EVIDENCE)),
                col("words.text").substr(from.plus(1), lit(LONGEST_EVIDENCE)));
        Column words = struct(
                col("best.distance"),
                col("best.others"),
                col("best.undated"),
                col("best.published_date"),
                col("best.article_id"),
                col("best.sentence"),
                col("best.source"),
                text.as("text"));
        return pairs.withColumn("best", explode(col("evidence")))
                .join(
                        sentences.as("words"),
                        col("best.article_id")
                                .equalTo(col("words.article_id"))
                                .and(col("best.sentence").equalTo(col("words.sentence"))),
                        "left")
                .groupBy(
                        "a_id",
                        "b_id",
                        "articles",
                        "sentences",
                        "stories",
                        "together",
                        "closeness",
                        "first_seen",
                        "last_seen",
                        "distance")
                .agg(sort_array(collect_list(words)).as("shown"));
    }

    private static CoMentionPair pair(Counted counted) {
        Party a = counted.a;
        Party b = counted.b;
        boolean told = counted.stories >= TOLD;
        Association found = Association.of(counted.stories, a.stories(), b.stories(), counted.allStories);
        return new CoMentionPair(
                counted.aId,
                counted.bId,
                a.name(),
                b.name(),
                counted.articles,
                counted.sentences,
                counted.stories,
                told ? found.npmi() : null,
                told ? found.npmiLow() : null,
                told ? found.npmiHigh() : null,
                told ? found.logLikelihood() : null,
                counted.firstSeen,
                counted.lastSeen,
                counted.shown.stream()
                        .filter(shown -> shown.text != null)
                        .map(Shown::evidence)
                        .toList(),
                told ? found.logLikelihoodLow() : null,
                told ? found.logLikelihoodHigh() : null,
                counted.distance,
                Strength.of(counted.closeness, counted.together, a, b, counted.allStories));
    }

    record Counted(
            String aId,
            String bId,
            Party a,
            Party b,
            long articles,
            long sentences,
            long stories,
            long together,
            double closeness,
            long allStories,
            LocalDate firstSeen,
            LocalDate lastSeen,
            int distance,
            List<Shown> shown) {}

    record Shown(
            int distance,
            int others,
            boolean undated,
            LocalDate publishedDate,
            String articleId,
            int sentence,
            String source,
            String text) {
        Evidence evidence() {
            return new Evidence(articleId, sentence, source, publishedDate, text);
        }
    }
}
