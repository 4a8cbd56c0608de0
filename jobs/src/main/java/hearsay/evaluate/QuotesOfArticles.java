package hearsay.evaluate;

import hearsay.night.NightSettings;
import hearsay.steps.FeaturesFromQuotes;
import hearsay.steps.FeaturesFromQuotes.Features;
import hearsay.steps.QuotesWithNames;
import hearsay.tables.Article;
import hearsay.tables.Quote;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
        return found(spark, settings, given, false).quotes;
    }

    /** The same, with their features. */
    static Found withFeatures(SparkSession spark, NightSettings settings, Collection<Article> given) {
        return found(spark, settings, given, true);
    }

    /**
     * @param quotes   by article_id, in the order of the text
     * @param features quote_id -> name of a feature -> value; none where they were not asked for
     */
    record Found(Map<String, List<Quote>> quotes, Map<String, Map<String, Double>> features) {}

    private static Found found(
            SparkSession spark, NightSettings settings, Collection<Article> given, boolean withFeatures) {
        AnalysedArticles read = AnalysedArticles.of(spark, settings, given);
        Dataset<Row> named = QuotesWithNames.derive(
                read.articles(), read.sentences(), read.mentions(), read.entities(), read.roles(), read.quotes());
        return new Found(
                read.analysis().speakers(named).collectAsList().stream()
                        .map(Tables.QUOTES.records()::record)
                        .sorted(Comparator.comparingInt(Quote::begin).thenComparingInt(Quote::end))
                        .collect(Collectors.groupingBy(Quote::articleId)),
                withFeatures ? features(FeaturesFromQuotes.derive(named)) : Map.of());
    }

    private static Map<String, Map<String, Double>> features(Dataset<Row> rows) {
        Map<String, Map<String, Double>> features = new HashMap<>();
        for (Row row : rows.collectAsList()) {
            Features of = Records.of(Features.class).record(row);
            Map<String, Double> values = new HashMap<>();
            for (int i = 0; i < of.names().size(); i++) {
                values.put(of.names().get(i), of.values().get(i));
            }
            features.put(of.quoteId(), values);
        }
        return features;
    }
}
