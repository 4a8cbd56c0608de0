package hearsay.steps;

import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.Shingles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * articles -> the same, each copy of a story marked with the earliest copy: wire copy, updates and near-copies.
 *
 * <p>Texts that may be copies are found by the MinHash signatures of their three-word runs (Broder 1997; Spark ML's
 * MinHashLSH), taken {@value #ROWS} at a time so that texts that share little do not meet; the runs of those that meet are
 * then compared themselves. Copies of copies are copies, as far as the chain lies in the window.
 *
 * <p>What an article repeats depends on the articles of its day and of {@code windowDays} before, on nothing else: when days
 * change, those days and so many after them are to be derived again, given those and so many before.
 */
public final class ArticlesWithoutRepeats {
    private static final int WORDS = 3;
    /** Two texts with a third of all their runs in common meet in one of 60 bands of 3 with a chance of 90 %, half: 99.97 %. */
    private static final int BANDS = 60;

    static final int ROWS = 3;
    /** Below this share of all runs two texts do not meet reliably, so that they are not called copies when they do. */
    private static final double MIN_RESEMBLANCE = 0.25;
    /** Of a thousand copies of one story each is compared with so many before it: a chain holds them together. */
    private static final int MOST_BEFORE = 20;

    private ArticlesWithoutRepeats() {}

    /** @param articles articles of the days in question and of the window before; what they say about repeats is not read */
    public static Dataset<Row> derive(Dataset<Row> articles, RepeatSettings settings) {
        Dataset<Row> texts = texts(articles, settings.minWords());
        Dataset<Row> firsts = firstCopies(copies(texts, candidates(texts, settings), settings), settings);
        return Tables.ARTICLES.fit(articles.drop("repeat_of").join(firsts, by("article_id"), "left"));
    }

    private static Dataset<Row> texts(Dataset<Row> articles, int minWords) {
        return Records.of(Text.class).rows(
                articles.select("article_id", "published_date", "published_at", "text"),
                row -> Text.of(row).filter(text -> text.shingles.size() >= minWords).stream().iterator());
    }

    /** Pairs of articles that fall into one band. */
    private static Dataset<Row> candidates(Dataset<Row> texts, RepeatSettings settings) {
        UserDefinedFunction vector = udf((UDF1<Seq<Integer>, Vector>) ArticlesWithoutRepeats::vector, SQLDataTypes.VectorType());
        Dataset<Row> vectors = texts.select(col("article_id"), col("day"), col("moment"),
                // its size is told, else Spark would read a row to find it, and fail where there is none
                vector.apply(col("shingles")).as("features", new AttributeGroup("features", Shingles.RANGE).toMetadata()));
        Dataset<Row> signatures = new MinHashLSH()
                .setInputCol("features")
                .setOutputCol("hashes")
                .setNumHashTables(BANDS * ROWS)
                .setSeed(1)
                .fit(vectors)
                .transform(vectors);
        Dataset<Row> bands = Records.of(Banded.class).rows(signatures.drop("features"), Banded::of);
        return Records.of(Pair.class)
                .rowsByGroup(bands, "band", (band, rows) -> pairs(rows, settings.windowDays()))
                .distinct();
    }

    private static Vector vector(Seq<Integer> shingles) {
        int[] indices = JavaConverters.seqAsJavaListConverter(shingles).asJava().stream().mapToInt(i -> i).toArray();
        double[] ones = new double[indices.length];
        java.util.Arrays.fill(ones, 1);
        return Vectors.sparse(Shingles.RANGE, indices, ones);
    }

    private static Iterator<Pair> pairs(Iterator<Row> rows, int windowDays) {
        Records<Banded> banded = Records.of(Banded.class);
        List<Banded> band = new ArrayList<>();
        rows.forEachRemaining(row -> band.add(banded.record(row)));
        band.sort(Comparator.comparing(Banded::moment).thenComparing(Banded::articleId));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < band.size(); i++) {
            for (int j = Math.max(0, i - MOST_BEFORE); j < i; j++) {
                if (band.get(i).day - band.get(j).day <= windowDays) {
                    pairs.add(new Pair(band.get(j).articleId, band.get(i).articleId));
                }
            }
        }
        return pairs.iterator();
    }

    /** The pairs that share enough of their wording. */
    private static Dataset<Row> copies(Dataset<Row> texts, Dataset<Row> candidates, RepeatSettings settings) {
        Column shared = size(array_intersect(col("earlier_shingles"), col("later_shingles")));
        Column earlierSize = size(col("earlier_shingles"));
        Column laterSize = size(col("later_shingles"));
        return candidates
                .join(texts.toDF("earlier", "earlier_day", "earlier_moment", "earlier_shingles"), by("earlier"))
                .join(texts.toDF("later", "later_day", "later_moment", "later_shingles"), by("later"))
                .where(shared.geq(least(earlierSize, laterSize).multiply(settings.overlap()))
                        .and(shared.geq(earlierSize.plus(laterSize).minus(shared).multiply(MIN_RESEMBLANCE))))
                .drop("earlier_shingles", "later_shingles");
    }

    /** For the copies of a day the earliest article that a chain of copies within the window before leads to. */
    private static Dataset<Row> firstCopies(Dataset<Row> copies, RepeatSettings settings) {
        Records<Copy> in = Records.of(Copy.class);
        Dataset<Row> byDay = Records.of(CopyInWindow.class).rows(copies, row -> {
            Copy copy = in.record(row);
            int from = Math.max(copy.earlierDay, copy.laterDay);
            int to = Math.min(copy.earlierDay, copy.laterDay) + settings.windowDays();
            return IntStream.rangeClosed(from, to)
                    .mapToObj(day -> new CopyInWindow(Integer.toString(day), copy))
                    .iterator();
        });
        Records<CopyInWindow> windows = Records.of(CopyInWindow.class);
        return Records.of(Repeat.class).rowsByGroup(byDay, "day", (day, rows) -> {
            List<Copy> window = new ArrayList<>();
            rows.forEachRemaining(row -> window.add(windows.record(row).copy));
            return repeats(window, Integer.parseInt(day));
        });
    }

    private static Iterator<Repeat> repeats(List<Copy> window, int day) {
        Map<Dated, Dated> first = new HashMap<>();
        for (Copy copy : window) {
            Dated one = root(first, new Dated(copy.earlierMoment, copy.earlier, copy.earlierDay));
            Dated other = root(first, new Dated(copy.laterMoment, copy.later, copy.laterDay));
            first.put(Collections.max(List.of(one, other)), Collections.min(List.of(one, other)));
        }
        return first.keySet().stream()
                .filter(article -> article.day == day && root(first, article) != article)
                .map(article -> new Repeat(article.articleId, root(first, article).articleId))
                .filter(repeat -> !repeat.articleId.equals(repeat.repeatOf))
                .iterator();
    }

    private static Dated root(Map<Dated, Dated> first, Dated article) {
        Dated at = article;
        while (first.getOrDefault(at, at).compareTo(at) != 0) {
            at = first.get(at);
        }
        return at;
    }

    private static Seq<String> by(String column) {
        return JavaConverters.asScalaBuffer(List.of(column)).toSeq();
    }

    /** @param moment seconds since 1970; of an article that has only a day, its last */
    record Text(String articleId, int day, long moment, List<Integer> shingles) {
        static java.util.Optional<Text> of(Row row) {
            String text = row.getAs("text");
            LocalDate day = row.getAs("published_date");
            Instant at = row.getAs("published_at");
            if (text == null || day == null) {
                return java.util.Optional.empty();
            }
            long end = (day.toEpochDay() + 1) * 86_400 - 1;
            List<Integer> shingles = IntStream.of(Shingles.of(text, WORDS)).boxed().toList();
            return java.util.Optional.of(
                    new Text(row.getAs("article_id"), (int) day.toEpochDay(), at == null ? end : at.getEpochSecond(), shingles));
        }
    }

    record Banded(String band, String articleId, int day, long moment) {
        static Iterator<Banded> of(Row row) {
            List<Vector> hashes = row.getList(row.fieldIndex("hashes"));
            List<Banded> bands = new ArrayList<>();
            for (int band = 0; band < BANDS; band++) {
                StringBuilder key = new StringBuilder().append(band);
                for (Vector hash : hashes.subList(band * ROWS, (band + 1) * ROWS)) {
                    key.append(' ').append((long) hash.apply(0));
                }
                bands.add(new Banded(key.toString(), row.getAs("article_id"), row.getAs("day"), row.getAs("moment")));
            }
            return bands.iterator();
        }
    }

    record Pair(String earlier, String later) {}

    record Copy(String earlier, int earlierDay, long earlierMoment, String later, int laterDay, long laterMoment) {}

    record CopyInWindow(String day, Copy copy) {}

    record Repeat(String articleId, String repeatOf) {}

    /** Articles in the order in which they are first copies. */
    private record Dated(long moment, String articleId, int day) implements Comparable<Dated> {
        @Override
        public int compareTo(Dated other) {
            return Comparator.comparing(Dated::moment).thenComparing(Dated::articleId).compare(this, other);
        }
    }
}
