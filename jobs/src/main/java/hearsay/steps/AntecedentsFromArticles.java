package hearsay.steps;

import static hearsay.steps.ArticlesWithSentences.columns;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Tables;
import hearsay.text.quotes.Antecedents.Alternative;
import hearsay.text.quotes.Antecedents.Asked;
import hearsay.text.quotes.Speakers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** articles + mentions + quotes -> pronouns and roles with those who may be meant, to learn the weights of antecedents from. */
public final class AntecedentsFromArticles {
    private AntecedentsFromArticles() {}

    /** @param names of the features that are not 0, in the order of their values */
    public record Candidate(String entityId, List<String> names, List<Double> values) {}

    /**
     * @param begin      offset of the pronoun or role
     * @param kind       the name of its {@link hearsay.text.quotes.Antecedents.Kind}
     * @param candidates the last is nobody, with no entity
     */
    public record Question(String articleId, int begin, String kind, List<Candidate> candidates) {}

    /**
     * @param articles  rows of {@link Tables#ARTICLES}
     * @param sentences rows of {@link Tables#SENTENCES}
     * @param mentions  rows of {@link Tables#MENTIONS}, with their entities
     * @param entities  rows of {@link Tables#ENTITIES}
     * @param roles     what the entities are called by the days of the articles, of {@link RolesFromMentions}
     * @param quotes    rows of {@link Tables#QUOTES}, with or without speakers
     * @return rows of {@link Question}, those of an article in the order of its text
     */
    public static Dataset<Row> derive(
            Dataset<Row> articles,
            Dataset<Row> sentences,
            Dataset<Row> mentions,
            Dataset<Row> entities,
            Dataset<Row> roles,
            Dataset<Row> quotes) {
        Dataset<Row> quotesOf = quotes.groupBy("article_id")
                .agg(collect_list(struct(columns(Tables.QUOTES.schema().fieldNames())))
                        .as("quotes"));
        Dataset<Row> read = ArticlesWithSentences.of(articles, sentences)
                .join(QuotesWithNames.named(mentions, entities, roles), new String[] {"article_id"}, "left")
                .join(quotesOf, new String[] {"article_id"}, "left");
        Records<QuotesWithNames.Read> in = Records.of(QuotesWithNames.Read.class);
        return Records.of(Question.class)
                .rows(read, row -> questions(in.record(row)).iterator());
    }

    static List<Question> questions(QuotesWithNames.Read article) {
        List<Sentence> sentences = article.sentences().stream()
                .sorted(Comparator.comparingInt(Sentence::sentence))
                .toList();
        return Speakers.asked(article.text(), sentences, article.inOrder(), article.quotations()).stream()
                .map(asked -> question(article.articleId(), asked))
                .toList();
    }

    private static Question question(String articleId, Asked asked) {
        return new Question(
                articleId,
                asked.begin(),
                asked.kind().name(),
                asked.alternatives().stream()
                        .map(AntecedentsFromArticles::candidate)
                        .toList());
    }

    private static Candidate candidate(Alternative alternative) {
        Map<String, Double> features = alternative.features();
        return new Candidate(alternative.entityId(), List.copyOf(features.keySet()), List.copyOf(features.values()));
    }
}
