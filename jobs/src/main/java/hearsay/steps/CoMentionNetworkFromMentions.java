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
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

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
 * mentions of all days -> every pair of entities that meet, how strongly, and the sentences that show it.
 *
 * <p>Strength counts stories: a wire story that forty outlets print is one. Evidence is the nearest meeting of each outlet,
 * the earliest where they are alike; copies of one story are no further evidence.
 */
public final class CoMentionNetworkFromMentions {
    /** Chars: a text without full stops is one sentence, and the evidence of 1,770 pairs. */
    private static final int LONGEST_EVIDENCE = 1_000;

    private CoMentionNetworkFromMentions() {}

    /**
     * @param mentions  mentions of all days with entity_id
     * @param articles  their articles, with repeat_of and source
     * @param sentences their sentences, for the words of the evidence
     * @param entities  the entities, for their names
     */
    public static Dataset<Row> derive(
            Dataset<Row> mentions,
            Dataset<Row> articles,
            Dataset<Row> sentences,
            Dataset<Row> entities,
            PairSettings settings) {
        Dataset<Row> stories = articles.select(
                col("article_id"), coalesce(col("repeat_of"), col("article_id")).as("story"), col("source"));
        Dataset<Row> pairs = pairs(ArticlePair.of(mentions, settings).join(stories, "article_id"), settings.evidence());
        Records<Counted> in = Records.of(Counted.class);
        return Tables.CO_MENTION_NETWORK
                .records()
                .rows(
                        counted(withWords(pairs, sentences), mentions, stories, entities),
                        row -> List.of(pair(in.record(row))).iterator());
    }

    private static Dataset<Row> pairs(Dataset<Row> met, int evidence) {
        Dataset<Row> byStory = met.groupBy("a_id", "b_id", "story")
                .agg(
                        count(lit(1)).as("articles"),
                        sum("sentences").as("sentences"),
                        min("published_date").as("first_seen"),
                        max("published_date").as("last_seen"),
                        min(struct(
                                        col("distance"),
                                        col("published_date").isNull().as("undated"),
                                        col("published_date"),
                                        col("article_id"),
                                        col("sentence"),
                                        col("source")))
                                .as("best"));
        Dataset<Row> byOutlet = byStory.groupBy(col("a_id"), col("b_id"), col("best.source"))
                .agg(
                        sum("articles").as("articles"),
                        sum("sentences").as("sentences"),
                        count(lit(1)).as("stories"),
                        min("first_seen").as("first_seen"),
                        max("last_seen").as("last_seen"),
                        min("best").as("best"));
        return byOutlet.groupBy("a_id", "b_id")
                .agg(
                        sum("articles").as("articles"),
                        sum("sentences").as("sentences"),
                        sum("stories").as("stories"),
                        min("first_seen").as("first_seen"),
                        max("last_seen").as("last_seen"),
                        slice(sort_array(collect_list("best")), 1, evidence).as("evidence"));
    }

    /** With names, and with the stories that name each of the two, and all stories. */
    private static Dataset<Row> counted(
            Dataset<Row> pairs, Dataset<Row> mentions, Dataset<Row> stories, Dataset<Row> entities) {
        Dataset<Row> named = mentions.select("entity_id", "article_id")
                .distinct()
                .join(stories, "article_id")
                .groupBy("entity_id")
                .agg(countDistinct("story").as("stories"))
                .join(entities.select("entity_id", "name"), "entity_id");
        Dataset<Row> all = stories.agg(countDistinct("story").as("all_stories"));
        return pairs.join(of(named, "a"), "a_id")
                .join(of(named, "b"), "b_id")
                .crossJoin(all); // one row: every pair gets it
    }

    private static Dataset<Row> of(Dataset<Row> named, String side) {
        return named.select(
                col("entity_id").as(side + "_id"),
                col("name").as(side + "_name"),
                col("stories").as(side + "_stories"));
    }

    private static Dataset<Row> withWords(Dataset<Row> pairs, Dataset<Row> sentences) {
        Column words = struct(
                col("best.distance"),
                col("best.undated"),
                col("best.published_date"),
                col("best.article_id"),
                col("best.sentence"),
                col("best.source"),
                substring(col("words.text"), 1, LONGEST_EVIDENCE).as("text"));
        return pairs.withColumn("best", explode(col("evidence")))
                .join(
                        sentences.as("words"),
                        col("best.article_id")
                                .equalTo(col("words.article_id"))
                                .and(col("best.sentence").equalTo(col("words.sentence"))),
                        "left")
                .groupBy("a_id", "b_id", "articles", "sentences", "stories", "first_seen", "last_seen")
                .agg(sort_array(collect_list(words)).as("shown"));
    }

    private static CoMentionPair pair(Counted counted) {
        Association strength = Association.of(counted.stories, counted.aStories, counted.bStories, counted.allStories);
        return new CoMentionPair(
                counted.aId,
                counted.bId,
                counted.aName,
                counted.bName,
                counted.articles,
                counted.sentences,
                counted.stories,
                strength.npmi(),
                strength.npmiLow(),
                strength.npmiHigh(),
                strength.logLikelihood(),
                counted.firstSeen,
                counted.lastSeen,
                counted.shown.stream().map(Shown::evidence).toList());
    }

    record Counted(
            String aId,
            String bId,
            String aName,
            String bName,
            long articles,
            long sentences,
            long stories,
            long aStories,
            long bStories,
            long allStories,
            LocalDate firstSeen,
            LocalDate lastSeen,
            List<Shown> shown) {}

    record Shown(
            int distance,
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
