package hearsay.steps;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.reverse;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import hearsay.input.Admission;
import hearsay.input.Finding;
import hearsay.input.Finding.RawArticle;
import hearsay.input.Finding.Unusable;
import hearsay.input.Findings;
import hearsay.input.InputReader;
import hearsay.input.InputSettings;
import hearsay.input.LineNumbers;
import hearsay.input.Piece;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Files -> articles with their exact text, and rejects with reasons. */
public final class ArticlesFromFiles {
    static final int EXCERPT = 200;
    private static final Records<Found> FOUND = Records.of(Found.class);

    private ArticlesFromFiles() {}

    /**
     * One row per article or reject that the files hold: column {@code article} (as {@link Tables#ARTICLES}, run_id and
     * repeat_of null) or column {@code reject} (as {@link Tables#REJECTS}), the other null. Of the texts of one url the
     * later published counts, among these the later modified, then the later path; the others are rejects, and
     * {@code previous} of the one that counts holds their hashes. A third column, {@code encoding}, says how the bytes of
     * an article were read where they are not UTF-8; a fourth, {@code place}, where it stands, for {@link #position}.
     *
     * @param pieces  of {@link hearsay.input.InputFiles#pieces}; each is read by the task that holds it
     * @param runDate day of the rejects, and of articles that name no day
     * @param limits  of one article; the refused are rejects
     */
    public static Dataset<Row> derive(Dataset<Row> pieces, InputSettings settings, LocalDate runDate, ArticleLimits limits) {
        SerializableConfiguration conf =
                new SerializableConfiguration(pieces.sparkSession().sessionState().newHadoopConf());
        Dataset<Row> found = FOUND.rows(
                pieces, piece -> found(Piece.RECORDS.record(piece), conf.value(), settings, runDate, limits));
        return laterOfSameArticle(found, conf, runDate);
    }

    /** What a reader finds, judged; {@code modified} and the place decide between two texts of one article. */
    private record Found(
            String address,
            long bytes,
            long begin,
            long position,
            Instant modified,
            Article article,
            Reject reject,
            String encoding) {}

    private static Iterator<Found> found(
            Piece piece, Configuration conf, InputSettings settings, LocalDate runDate, ArticleLimits limits) {
        Findings findings = InputReader.read(piece, conf, settings);
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> close(findings));
        }
        return new Iterator<>() {
            private long position;
            private Unusable last;
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (last == null && !ended && !limits.within(findings::hasNext, this::leave)) {
                    ended = true;
                    close(findings);
                }
                return last != null || !ended;
            }

            /** What takes too long to find is the last of its piece: where the next begins is not known, and a thread is on it. */
            private boolean leave(String reason) {
                last = new Unusable(position + 1, Unusable.UNREAD + " on: " + reason, null);
                return true;
            }

            @Override
            public Found next() {
                Finding finding = last == null ? findings.next() : last;
                ended = last != null;
                last = null;
                position = finding.position();
                return judged(finding, piece, conf, settings, runDate, limits);
            }
        };
    }

    private static void close(Findings findings) {
        try {
            findings.close();
        } catch (IOException e) { // what was to be read has been read
        }
    }

    private static Found judged(
            Finding finding, Piece piece, Configuration conf, InputSettings settings, LocalDate runDate, ArticleLimits limits) {
        if (finding instanceof RawArticle found) {
            RawArticle raw = found.repaired();
            Admission admission = limits.within(
                    () -> Admission.of(raw, piece, settings, runDate), reason -> new Admission(null, reason));
            if (admission.article() != null) {
                return new Found(piece.address(), piece.bytes(), piece.begin(), raw.position(),
                        Admission.moment(raw.modified() != null ? raw.modified() : raw.seen()), admission.article(), null, raw.encoding());
            }
            return rejected(new Unusable(raw.position(), admission.refusal(), raw.text()), piece, conf, runDate);
        }
        return rejected((Unusable) finding, piece, conf, runDate);
    }

    private static Found rejected(Unusable unusable, Piece piece, Configuration conf, LocalDate runDate) {
        long before = LineNumbers.before(piece.address(), piece.bytes(), piece.begin(), conf);
        Reject reject = new Reject(
                piece.path(), before + unusable.position(), unusable.reason(), excerpt(unusable.excerpt()), runDate);
        return new Found(piece.address(), piece.bytes(), piece.begin(), unusable.position(), null, null, reject, null);
    }

    private static String excerpt(String text) {
        return text == null || text.isBlank() ? null : Admission.clean(text.substring(0, Math.min(EXCERPT, text.length())));
    }

    private static Dataset<Row> laterOfSameArticle(
            Dataset<Row> found, SerializableConfiguration conf, LocalDate runDate) {
        Column id = coalesce(col("article.article_id"), concat_ws("\n", col("reject.path"), col("reject.position")));
        WindowSpec latestFirst = Window.partitionBy(id)
                .orderBy(
                        col("article.published_date").desc_nulls_last(),
                        col("article.published_at").desc_nulls_last(),
                        col("modified").desc_nulls_last(),
                        col("article.path").desc(),
                        col("begin").desc(),
                        col("position").desc());
        WindowSpec earlier = latestFirst.rowsBetween(1, Window.unboundedFollowing());
        Column hash = col("article.text_hash");
        Column previous = array_remove(array_distinct(reverse(collect_list(hash).over(earlier))), hash);
        Column counts = col("rank").equalTo(1).or(col("article").isNull()); // ranges of one unreadable file have one place
        return found.withColumn("rank", row_number().over(latestFirst))
                .withColumn("latest_path", first("article.path").over(latestFirst))
                .withColumn("latest_hash", first("article.text_hash").over(latestFirst))
                .withColumn("previous", previous)
                .select(
                        when(counts, col("article").withField("previous", col("previous"))).as("article"),
                        when(counts, col("reject")).otherwise(superseded(conf, runDate)).as("reject"),
                        col("encoding"),
                        struct("address", "bytes", "begin", "position").as("place"));
    }

    private static Column superseded(SerializableConfiguration conf, LocalDate runDate) {
        Column reason = when(
                        col("article.text_hash").equalTo(col("latest_hash")),
                        concat(lit("the same article as in "), col("latest_path")))
                .otherwise(concat(lit("an earlier text of the article in "), col("latest_path")));
        return struct(
                col("article.path").as("path"),
                position(struct("address", "bytes", "begin", "position"), conf).as("position"),
                reason.as("reason"),
                substring(col("article.text"), 1, EXCERPT).as("excerpt"),
                lit(runDate).as("run_date"));
    }

    /** Position of an article in its file, as rejects give it. Reads the file up to there, so only for articles to be named. */
    static Column position(Column place, SerializableConfiguration conf) {
        UDF4<String, Long, Long, Long, Long> line = (address, bytes, begin, position) ->
                position + LineNumbers.before(address, bytes, begin, conf.value());
        return udf(line, DataTypes.LongType).apply(
                place.getField("address"), place.getField("bytes"), place.getField("begin"), place.getField("position"));
    }
}
