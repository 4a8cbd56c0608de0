package hearsay.input;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run should say of its input beside counts: texts that are not as their bytes, articles that are not analysed. */
public final class InputNotes {
    private InputNotes() {}

    /**
     * One sentence a note.
     *
     * @param found     rows of {@link hearsay.steps.ArticlesFromFiles#derive}
     * @param languages those that are analysed
     */
    public static List<String> of(Dataset<Row> found, List<String> languages) {
        Dataset<Row> articles = found.where(col("article").isNotNull());
        List<String> notes = new ArrayList<>();
        for (Row row : articles.where(col("encoding").isNotNull())
                .groupBy("encoding")
                .agg(count(lit(1)), min("article.path"))
                .orderBy("encoding")
                .collectAsList()) {
            String how = row.getString(0).equals(Encoding.TWICE)
                    ? "encoded as UTF-8 twice, read as meant"
                    : "in " + row.getString(0) + ", not in UTF-8";
            String texts = row.getLong(1) == 1 ? "1 text " : row.getLong(1) + " texts ";
            notes.add(texts + how + ": " + row.getString(2) + (row.getLong(1) == 1 ? "" : " and others"));
        }
        List<Row> others = articles.where(not(col("article.language").isInCollection(languages)))
                .groupBy("article.language").count().orderBy(col("count").desc(), col("language")).collectAsList();
        if (!others.isEmpty()) {
            notes.add("articles in other languages are kept and not analysed: " + others.stream()
                    .map(row -> row.getString(0) + " " + row.getLong(1))
                    .collect(Collectors.joining(", ")));
        }
        return notes;
    }
}
