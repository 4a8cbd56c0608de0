package hearsay.evaluate;

import hearsay.night.Analysis;
import hearsay.night.NightSettings;
import hearsay.tables.Article;
import hearsay.tables.Quote;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The quotes of articles with the speakers that the articles tell, as a night makes them of all its articles at once. */
final class QuotesOfArticles {
    private QuotesOfArticles() {}

    /**
     * @param settings of the run: names, aliases and models count as in a night
     * @return quotes by article_id, in the order of the text
     */
    static Map<String, List<Quote>> of(SparkSession spark, NightSettings settings, Collection<Article> given) {
        Records<Article> records = Tables.ARTICLES.records();
        Dataset<Row> articles = spark.createDataset(
                        given.stream().map(records::row).toList(), records.encoder())
                .repartition(spark.sparkContext().defaultParallelism());
        Analysis analysis = Analysis.ofAll(spark, settings);
        Dataset<Row> sentences = analysis.sentences(articles);
        Dataset<Row> mentions = analysis.resolved(analysis.mentions(sentences));
        Dataset<Row> entities = analysis.entities(mentions);
        Dataset<Row> quotes = analysis.quotes(articles, sentences);
        return analysis
                .speakers(articles, sentences, mentions, entities, analysis.roles(mentions), quotes)
                .collectAsList()
                .stream()
                .map(Tables.QUOTES.records()::record)
                .sorted(Comparator.comparingInt(Quote::begin).thenComparingInt(Quote::end))
                .collect(Collectors.groupingBy(Quote::articleId));
    }
}
