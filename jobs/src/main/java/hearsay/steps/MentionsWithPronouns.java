package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.Mention;
import hearsay.tables.Pronoun;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.SentenceKind;
import hearsay.tables.Tables;
import hearsay.text.people.Pronouns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions + sentences of the same articles -> the mentions with the pronouns by which the text goes on about a person. */
public final class MentionsWithPronouns {
    private MentionsWithPronouns() {}

    /**
     * @param mentions  all of their articles
     * @param sentences all of their articles
     * @param limits    of one article
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, Dataset<Row> sentences, ArticleLimits limits) {
        Dataset<Row> named = mentions.groupBy("article_id")
                .agg(collect_list(struct(ArticlesWithSentences.columns(
                                Tables.MENTIONS.schema().fieldNames())))
                        .as("mentions"));
        Dataset<Row> texts = sentences
                .where(col("kind").isInCollection(SentenceKind.READ))
                .groupBy("article_id")
                .agg(collect_list(struct("sentence", "paragraph", "begin", "end", "kind", "text"))
                        .as("sentences"));
        Records<Read> in = Records.of(Read.class);
        return Tables.MENTIONS.records().rows(named.join(texts, new String[] {"article_id"}, "left"), row -> {
            Read read = in.record(row);
            return limits.rows(read.articleId, () -> withPronouns(read)).iterator();
        });
    }

    private static List<Mention> withPronouns(Read read) {
        List<Mention> mentions = read.mentions.stream()
                .sorted(Comparator.comparing(Mention::begin).thenComparing(Mention::end))
                .toList();
        List<Sentence> sentences = read.sentences.stream()
                .sorted(Comparator.comparing(Sentence::sentence))
                .toList();
        Map<String, Pronoun> pronouns = Pronouns.of(sentences, mentions);
        return mentions.stream()
                .map(mention -> mention.withPronoun(pronouns.get(mention.mentionId())))
                .toList();
    }

    /** @param sentences without their tokens and days */
    record Read(String articleId, List<Mention> mentions, List<Sentence> sentences) {}
}
