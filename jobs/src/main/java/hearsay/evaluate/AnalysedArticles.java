package hearsay.evaluate;

import hearsay.night.Analysis;
import hearsay.night.NightSettings;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Articles as the steps of a night read them, up to the quotations that have no speaker yet.
 *
 * @param analysis  whose steps they went through
 * @param articles  rows of the table of that name, as are the next ones
 * @param sentences with their tags
 * @param mentions  with their entities
 * @param entities  all that they name
 * @param roles     see {@link hearsay.steps.RolesFromMentions}
 * @param quotes    without speakers
 */
record AnalysedArticles(
        Analysis analysis,
        Dataset<Row> articles,
        Dataset<Row> sentences,
        Dataset<Row> mentions,
        Dataset<Row> entities,
        Dataset<Row> roles,
        Dataset<Row> quotes) {
    /** @param settings of the run: names, aliases and models count as in a night */
    static AnalysedArticles of(SparkSession spark, NightSettings settings, Collection<Article> given) {
        Records<Article> records = Tables.ARTICLES.records();
        Dataset<Row> articles = spark.createDataset(
                        given.stream().map(records::row).toList(), records.encoder())
                .repartition(spark.sparkContext().defaultParallelism());
        Analysis analysis = Analysis.ofAll(spark, settings);
        Dataset<Row> sentences = analysis.sentences(articles);
        Dataset<Row> mentions = analysis.resolved(analysis.mentions(sentences));
        return new AnalysedArticles(
                analysis,
                articles,
                sentences,
                mentions,
                analysis.entities(mentions),
                analysis.roles(mentions),
                analysis.quotes(articles, sentences));
    }
}
