package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.SentenceKind;
import hearsay.tables.Tables;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Articles with the sentences that give names and quotes: those of titles, body and headings, a repeated paragraph once. */
final class ArticlesWithSentences {
    private ArticlesWithSentences() {}

    /**
     * @param articles  rows of {@link Tables#ARTICLES}
     * @param sentences rows of {@link Tables#SENTENCES}
     * @return article_id, text, date_doubt, published_date and sentences, in no order; an article without such a sentence is left out
     */
    static Dataset<Row> of(Dataset<Row> articles, Dataset<Row> sentences) {
        Dataset<Row> read = sentences
                .where(col("kind").isInCollection(SentenceKind.READ))
                .groupBy("article_id")
                .agg(collect_list(struct(columns(Tables.SENTENCES.schema().fieldNames())))
                        .as("sentences"));
        return articles.select("article_id", "text", "date_doubt", "published_date")
                .join(read, "article_id");
    }

    static Column[] columns(String... names) {
        return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
    }
}
