package hearsay.evaluate;

import hearsay.night.NightSettings;
import hearsay.steps.AntecedentsFromArticles;
import hearsay.steps.AntecedentsFromArticles.Question;
import hearsay.tables.Article;
import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The pronouns and roles of articles with those who may be meant, as a night reads them.
 *
 * @param mentions  by article_id
 * @param questions by article_id
 */
record AntecedentsOfArticles(Map<String, List<Mention>> mentions, Map<String, List<Question>> questions) {
    /** @param settings of the run: names, aliases and models count as in a night */
    static AntecedentsOfArticles of(SparkSession spark, NightSettings settings, Collection<Article> given) {
        AnalysedArticles read = AnalysedArticles.of(spark, settings, given);
        Dataset<Row> questions = AntecedentsFromArticles.derive(
                read.articles(), read.sentences(), read.mentions(), read.entities(), read.roles(), read.quotes());
        return new AntecedentsOfArticles(
                read.mentions().collectAsList().stream()
                        .map(Tables.MENTIONS.records()::record)
                        .collect(Collectors.groupingBy(Mention::articleId)),
                questions.collectAsList().stream()
                        .map(Records.of(Question.class)::record)
                        .collect(Collectors.groupingBy(Question::articleId)));
    }
}
