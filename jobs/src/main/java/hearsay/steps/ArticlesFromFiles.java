package hearsay.steps;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import hearsay.input.InputSettings;
import hearsay.input.articles.Admission;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unread;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import hearsay.input.formats.InputReader;
import hearsay.input.formats.LineNumbers;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.Function;
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
    static final String EARLIER = "an earlier text of the article in ";
    /** Of the texts of one address in one run so many are named by the one that counts: all would be the square of them. */
    private static final int MOST_EARLIER = 100;

    private static final Records<Found> FOUND = Records.of(Found.class);

    private ArticlesFromFiles() {}

    /**
     * One row per article or reject that the files hold: column {@code article} (as {@link Tables#ARTICLES}, run_id and
     * repeat_of null) or column {@code reject} (as {@link Tables#REJECTS}), the other null. Of the texts of one url the one
     * that {@link ArticleOrder} puts last counts, as it was published first; the others are rejects, and {@code previous} of
     * the one that counts holds the hashes of the last {@value #MOST_EARLIER} of them. Of a reject, {@code unread}
     * says whether a file or its rest was not read, and {@code refused_day} is the day that was not believed. {@code encoding} says
     * how the bytes of an article were read where they are not UTF-8; {@code place} says where it stands, for {@link #position}.
     *
     * @param pieces  of {@link hearsay.input.files.InputFiles#pieces}; each is read by the task that holds it
     * @param runDate day of the rejects, and of articles that name no day
     * @param limits  of one article; the refused are rejects
     */
    public static Dataset<Row> derive(
            Dataset<Row> pieces, InputSettings settings, LocalDate runDate, ArticleLimits limits) {
        SerializableConfiguration conf = new SerializableConfiguration(
                pieces.sparkSession().sessionState().newHadoopConf());
        Dataset<Row> found = FOUND.rows(
                pieces, piece -> found(Piece.RECORDS.record(piece), conf.value(), settings, runDate, limits));
        return laterOfSameArticle(found, conf, runDate);
    }

    /** What a reader finds, judged. @param number of the finding in its piece: between two readings of one article the later counts */
    private record Found(
            String address,
            long bytes,
            long begin,
            long number,
            long position,
            Article article,
            Reject reject,
            boolean unread,
            LocalDate refusedDay,
            String encoding) {}

    private static Iterator<Found> found(
            Piece piece, Configuration conf, InputSettings settings, LocalDate runDate, ArticleLimits limits) {
        Findings findings = limits.within(
                () -> InputReader.read(piece, conf, settings), reason -> Findings.of(Unusable.unreadFile(reason)));
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> close(findings));
        }
        return new Iterator<>() {
            private long number;
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
                last = Unusable.unreadFrom(position + 1, reason);
                return true;
            }

            @Override
            public Found next() {
                Finding finding = last == null ? findings.next() : last;
                ended = last != null;
                last = null;
                position = finding.position();
                return judged(finding, number++, piece, conf, settings, runDate, limits);
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
            Finding finding,
            long number,
            Piece piece,
            Configuration conf,
            InputSettings settings,
            LocalDate runDate,
            ArticleLimits limits) {
        Finding read = finding instanceof Unread page
                ? limits.within(page::read, reason -> new Unusable(page.position(), reason, page.address()))
                : finding;
        if (read instanceof RawArticle found) {
            RawArticle raw = found.repaired();
            Admission admission = limits.within(() -> Admission.of(raw, piece, settings, runDate), Admission::refused);
            if (admission.article() != null) {
                return new Found(
                        piece.address(),
                        piece.bytes(),
                        piece.begin(),
                        number,
                        raw.position(),
                        admission.article(),
                        null,
                        false,
                        null,
                        raw.encoding());
            }
            return rejected(
                    new Unusable(raw.position(), admission.refusal(), raw.text()),
                    admission.refusedDay(),
                    number,
                    piece,
                    conf,
                    runDate);
        }
        return rejected((Unusable) read, null, number, piece, conf, runDate);
    }

    private static Found rejected(
            Unusable unusable, LocalDate refusedDay, long number, Piece piece, Configuration conf, LocalDate runDate) {
        long before = LineNumbers.before(piece.address(), piece.bytes(), piece.begin(), conf);
        Reject reject = new Reject(
                piece.path(), before + unusable.position(), unusable.reason(), excerpt(unusable.excerpt()), runDate);
        return new Found(
                piece.address(),
                piece.bytes(),
                piece.begin(),
                number,
                unusable.position(),
                null,
                reject,
                unusable.unread(),
                refusedDay,
                null);
    }

    private static String excerpt(String text) {
        return text == null || text.isBlank()
                ? null
                : Admission.clean(text.substring(0, Math.min(EXCERPT, text.length())));
    }

    private static Dataset<Row> laterOfSameArticle(
            Dataset<Row> found, SerializableConfiguration conf, LocalDate runDate) {
        Column id = coalesce(
                col("article.article_id"),
                concat_ws(
                        "\n", col("reject.path"), col("reject.position"), col("reject.reason"), col("reject.excerpt")));
        WindowSpec ofArticle =
                Window.partitionBy(id); // ranges of a file that cannot be read say the same of it: one reject
        Function<String, Column> article = column -> col("article." + column);
        Column hash = article.apply("text_hash");
        Column text =
                struct(ArticleOrder.latestText(article).as("order"), col("begin"), col("number"), hash.as("hash"));
        Column reading = struct(
                ArticleOrder.firstReading(article).as("order"),
                article.apply("path").as("path"),
                col("begin"),
                col("number"));
        Column earlier = when(hash.notEqual(col("latest.hash")), col("text"));
        Column named = when(
                col("earlier").isNotNull().and(col("age").leq(MOST_EARLIER)),
                struct(negate(col("age")), hash.as("hash")));
        Column previous = transform(sort_array(collect_list(named).over(ofArticle)), t -> t.getField("hash"));
        Column counts = col("reading").equalTo(col("counting"));
        return found.withColumn("text", text)
                .withColumn("latest", max("text").over(ofArticle))
                .withColumn("earlier", earlier)
                .withColumn(
                        "age",
                        row_number().over(ofArticle.orderBy(col("earlier").desc_nulls_last())))
                .withColumn("previous", array_distinct(previous))
                .withColumn("reading", reading)
                .withColumn(
                        "counting",
                        min(when(hash.eqNullSafe(col("latest.hash")), col("reading")))
                                .over(ofArticle))
                .where(counts.or(col("article").isNotNull()))
                .select(
                        when(counts, col("article").withField("previous", col("previous")))
                                .as("article"),
                        when(counts, col("reject"))
                                .otherwise(earlierText(runDate, conf))
                                .as("reject"),
                        col("unread"),
                        col("refused_day"),
                        col("encoding"),
                        struct("address", "bytes", "begin", "position").as("place"));
    }

    private static Column earlierText(LocalDate runDate, SerializableConfiguration conf) {
        Column sameText = col("article.text_hash").equalTo(col("latest.hash"));
        return superseded(
                concat(when(sameText, lit("the same article as in ")).otherwise(lit(EARLIER)), col("counting.path")),
                struct("address", "bytes", "begin", "position"),
                conf,
                runDate);
    }

    /** The reject of column {@code article}. */
    static Column superseded(Column reason, Column place, SerializableConfiguration conf, LocalDate runDate) {
        return struct(
                col("article.path").as("path"),
                position(place, conf).as("position"),
                reason.as("reason"),
                substring(col("article.text"), 1, EXCERPT).as("excerpt"),
                lit(runDate).as("run_date"));
    }

    /** Position of an article in its file, as rejects give it. Reads the file up to there, so only for articles to be named. */
    static Column position(Column place, SerializableConfiguration conf) {
        UDF4<String, Long, Long, Long, Long> line =
                (address, bytes, begin, position) -> position + LineNumbers.before(address, bytes, begin, conf.value());
        return udf(line, DataTypes.LongType)
                .apply(
                        place.getField("address"),
                        place.getField("bytes"),
                        place.getField("begin"),
                        place.getField("position"));
    }
}
