package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.EntityType;
import hearsay.tables.QuotedShare;
import hearsay.tables.Records;
import hearsay.tables.Trait;
import hearsay.text.entities.Wilson;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * quotes of persons -> the shares of genders, roles, parties and countries: of each outlet and week, of all outlets, of all weeks.
 *
 * <p>Quotations of one story resemble each other, so the interval counts stories: the variance of the share is that of a ratio over
 * clusters, and Wilson's interval takes the number of independent quotations that would have that variance (Korn and Graubard 1998; Dean
 * and Pagliuca 2015 recommend it). Where all or none have the value, a story counts as one quotation.
 */
public final class QuotedSharesFromQuotes {
    /** Stories are counted by adding up parts of them, so that one may be a little more than 1. */
    private static final double ONE = 1.5;

    private static final Column IS_KNOWN = col("value").isNotNull();

    private QuotedSharesFromQuotes() {}

    /**
     * @param quotes   rows of quotes; those that readers are shown count
     * @param articles with those of the quotes among them
     * @param entities with the speakers among them
     * @return rows of {@link QuotedShare}
     */
    public static Dataset<Row> derive(
            Dataset<Row> quotes, Dataset<Row> articles, Dataset<Row> entities, QuoteSettings settings) {
        var inStory = Window.partitionBy("outlet", "week", "trait", "story");
        var alike = Window.partitionBy("outlet", "week", "trait", "story", "value");
        var together = Window.partitionBy("outlet", "week", "trait");
        Dataset<Row> counted = spoken(quotes, articles, entities, settings)
                .withColumn("hits", count(lit(1)).over(alike))
                .withColumn("known", count("value").over(inStory))
                .withColumn("all", count(lit(1)).over(inStory))
                .withColumn("base", when(IS_KNOWN, col("known")).otherwise(col("all")))
                .groupBy("outlet", "week", "trait", "value")
                .agg(
                        count(lit(1)).as("quotes"),
                        countDistinct("speaker_id").as("speakers"),
                        countDistinct("article_id").as("articles"),
                        sum("hits").cast("double").as("hits"),
                        sum("base").cast("double").as("met"),
                        sum("all").as("met_of_all"),
                        sum(expr("1.0D / base")).as("stories"),
                        sum(expr("1.0D / all")).as("stories_of_all"));
        Dataset<Row> compared = counted.withColumn("of", base("quotes", "quotes", together))
                .withColumn("squares", base("met", "met_of_all", together))
                .withColumn("clusters", base("stories", "stories_of_all", together));
        Records<Counted> records = Records.of(Counted.class);
        return Records.of(QuotedShare.class)
                .rows(compared, row -> List.of(share(records.record(row))).iterator());
    }

    /** A sum over what is compared: over the rows with a value for one with a value, over all rows for the undecided. */
    private static Column base(String known, String all, WindowSpec together) {
        return when(IS_KNOWN, sum(when(IS_KNOWN, col(known))).over(together))
                .otherwise(sum(col(all)).over(together))
                .cast("double");
    }

    /** One row per quotation, speaker, trait and level: of the outlet and the week or of all. */
    private static Dataset<Row> spoken(
            Dataset<Row> quotes, Dataset<Row> articles, Dataset<Row> entities, QuoteSettings settings) {
        Column day = when(col("date_doubt").isNull(), col("published_date"));
        Dataset<Row> said = quotes.where(settings.isShown())
                .where(col("speaker_id").isNotNull())
                .select(
                        col("quote_id"),
                        col("article_id"),
                        day.as("day"),
                        explode(SpeakersOfQuote.all()).as("one"))
                .select(col("quote_id"), col("article_id"), col("day"), col("one.speaker_id"));
        Dataset<Row> people = entities.where(col("type").equalTo(EntityType.PER.word()))
                .select(
                        col("entity_id").as("speaker_id"),
                        col("gender"),
                        col("field"),
                        col("party"),
                        col("country"),
                        col("facts"));
        Dataset<Row> stories = articles.select(
                col("article_id"),
                col("source"),
                coalesce(col("repeat_of"), col("article_id")).as("story"));
        Column traits = array(
                trait(Trait.GENDER, col("gender")),
                trait(Trait.ROLE, coalesce(fact("role"), col("field"))),
                trait(Trait.PARTY, coalesce(fact("party"), col("party"))),
                trait(Trait.COUNTRY, coalesce(fact("country"), col("country"))));
        Dataset<Row> each = said.join(people, "speaker_id")
                .join(stories, "article_id")
                .withColumn("of_trait", explode(traits))
                .select(
                        col("quote_id"),
                        col("article_id"),
                        col("speaker_id"),
                        col("story"),
                        col("source").as("outlet"),
                        date_trunc("week", col("day")).cast("date").as("week"),
                        col("of_trait.trait"),
                        col("of_trait.value"));
        Dataset<Row> ofOutlets = each.where(col("outlet").isNotNull())
                .unionByName(each.withColumn("outlet", lit(null).cast("string")));
        return ofOutlets
                .where(col("week").isNotNull())
                .unionByName(ofOutlets.withColumn("week", lit(null).cast("date")));
    }

    private static Column trait(Trait trait, Column value) {
        return struct(lit(trait.word()).as("trait"), value.as("value"));
    }

    /** What the people file says of the day of the quotation; without a day, what still holds. */
    private static Column fact(String key) {
        Column day = col("day");
        return filter(
                        col("facts"),
                        fact -> fact.getField("key")
                                .equalTo(key)
                                .and(fact.getField("last_day")
                                        .isNull()
                                        .or(coalesce(fact.getField("last_day").geq(day), lit(false))))
                                .and(fact.getField("first_day")
                                        .isNull()
                                        .or(coalesce(fact.getField("first_day").leq(day), day.isNull()))))
                .getItem(0)
                .getField("value");
    }

    private static QuotedShare share(Counted row) {
        double share = row.quotes / row.of;
        double sample = row.clusters;
        if (row.quotes < row.of && row.clusters > ONE) {
            double squares = row.hits - 2 * share * row.met + share * share * row.squares;
            double variance = row.clusters / (row.clusters - 1) * squares / (row.of * row.of);
            sample = Math.min(row.of, share * (1 - share) / variance);
        }
        double[] interval = Wilson.interval(share * sample, sample);
        return new QuotedShare(
                row.outlet,
                row.week,
                row.trait,
                row.value,
                row.quotes,
                row.speakers,
                row.articles,
                share,
                interval[0],
                interval[1]);
    }

    /**
     * A value in numbers.
     *
     * @param hits     squares of its quotations in each story, summed up
     * @param met      products of its quotations and of those it is a share of
     * @param of       quotations that it is a share of
     * @param squares  squares of those in each story, summed up
     * @param clusters stories that have them
     */
    record Counted(
            String outlet,
            LocalDate week,
            String trait,
            String value,
            long quotes,
            long speakers,
            long articles,
            double hits,
            double met,
            double of,
            double squares,
            double clusters) {}
}
