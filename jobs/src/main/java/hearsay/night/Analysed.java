package hearsay.night;

import hearsay.tables.Table;
import hearsay.tables.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Articles whose sentences are new, and what the model and the rules find in each of them alone.
 *
 * @param given all that the model and the rules were given, those that the limits refused among them
 */
record Analysed(
        Dataset<Row> given, Dataset<Row> articles, Dataset<Row> sentences, Dataset<Row> mentions, Dataset<Row> quotes) {

    static Analysed nothing(SparkSession spark) {
        Dataset<Row> none = none(spark, Tables.ARTICLES);
        return new Analysed(
                none, none, none(spark, Tables.SENTENCES), none(spark, Tables.MENTIONS), none(spark, Tables.QUOTES));
    }

    /** This, and in place of what it says of some articles what was found in them later. */
    Analysed and(Analysed later) {
        return new Analysed(
                given.unionByName(later.given),
                replaced(articles, later.articles, later),
                replaced(sentences, later.sentences, later),
                replaced(mentions, later.mentions, later),
                replaced(quotes, later.quotes, later));
    }

    private static Dataset<Row> replaced(Dataset<Row> rows, Dataset<Row> laterRows, Analysed later) {
        return rows.join(later.given.select("article_id"), new String[] {"article_id"}, "left_anti")
                .unionByName(laterRows);
    }

    private static Dataset<Row> none(SparkSession spark, Table<?> table) {
        return table.empty(spark);
    }
}
