package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import hearsay.tables.Records;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.text.copies.MinHash;
import hearsay.text.copies.Shingles;
import hearsay.text.sentences.Paragraphs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * articles -> the same, each copy of a story marked with the earliest copy: wire copy, updates and near-copies.
 *
 * <p>Texts that may be copies are found by the MinHash signatures of their three-word runs ({@link MinHash}), taken
 * {@value #ROWS} at a time so that texts that share little do not meet; the runs of those that meet are then compared
 * themselves, and again without the first and the last lines that are the same: two short notices under one long footer are
 * two stories. Copies of copies are copies, as far as the chain lies in the window.
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
    /** Last lines of a text that may be its outlet's rather than its own; beside them the first. */
    private static final int LAST_LINES = 2;

    private ArticlesWithoutRepeats() {}

    /** @param articles articles of the days in question and of the window before; what they say about repeats is not read */
    public static Dataset<Row> derive(Dataset<Row> articles, RepeatSettings settings) {
        Dataset<Row> texts = texts(articles, settings.minWords());
        Dataset<Row> firsts = firstCopies(copies(texts, candidates(texts, settings), settings), settings);
        return Tables.ARTICLES.fit(articles.drop("repeat_of").join(firsts, new String[] {"article_id"}, "left"));
    }

    private static Dataset<Row> texts(Dataset<Row> articles, int minWords) {
        return Records.of(Text.class)
                .rows(
                        articles.select("article_id", "published_date", "published_at", "date_doubt", "text"),
                        row -> Text.of(row, minWords).stream().iterator());
    }

    /** Pairs of articles that fall into one band. */
    private static Dataset<Row> candidates(Dataset<Row> texts, RepeatSettings settings) {
        Records<Text> in = Records.of(Text.class);
        Records<Banded> banded = Records.of(Banded.class);
        Dataset<Row> bands = banded.rows(texts, row -> Banded.of(in.record(row)))
                .groupBy("band")
                .agg(collect_list(struct("band", "article_id", "day", "moment")).as("texts"))
                .where(size(col("texts")).gt(1));
        return Records.of(Pair.class)
                .rows(
                        bands,
                        row -> pairs(
                                row.<Row>getList(row.fieldIndex("texts")).stream()
                                        .map(banded::record),
                                settings.windowDays()))
                .distinct();
    }

    private static Iterator<Pair> pairs(Stream<Banded> texts, int windowDays) {
        List<Banded> band = texts.sorted(Comparator.comparing(Banded::moment).thenComparing(Banded::articleId))
                .toList();
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
        UserDefinedFunction inCommon = udf((UDF2<byte[], byte[], Integer>) Shingles::inCommon, DataTypes.IntegerType);
        Column earlierSize = length(col("earlier_shingles"));
        Column laterSize = length(col("later_shingles"));
        Column shared = col("shared").multiply(Shingles.BYTES);
        Dataset<Row> alike = candidates
                .join(
                        texts.drop("undated")
                                .toDF("earlier", "earlier_day", "earlier_moment", "earlier_shingles", "earlier_outer"),
                        new String[] {"earlier"})
                .join(
                        texts.drop("undated")
                                .toDF("later", "later_day", "later_moment", "later_shingles", "later_outer"),
                        new String[] {"later"})
                .withColumn("shared", inCommon.apply(col("earlier_shingles"), col("later_shingles")))
                .where(shared.geq(least(earlierSize, laterSize).multiply(settings.overlap()))
                        .and(shared.geq(
                                earlierSize.plus(laterSize).minus(shared).multiply(MIN_RESEMBLANCE))))
                .drop("shared");
        Records<Alike> in = Records.of(Alike.class);
        return Records.of(Copy.class)
                .rows(
                        alike,
                        row -> in.record(row).copy(settings.overlap()).stream().iterator());
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

    /**
     * @param moment   seconds since 1970, within the day; of an article that has only a day, its last
     * @param shingles as {@link Shingles#bytes} writes them
     * @param outer    those of its first and of its last lines
     * @param undated  whether the day is only that under which it is filed: it meets its like only
     */
    record Text(String articleId, int day, long moment, byte[] shingles, List<byte[]> outer, boolean undated) {
        private static final long DAY = 86_400;

        static Optional<Text> of(Row row, int minWords) {
            String text = row.getAs("text");
            LocalDate day = row.getAs("published_date");
            Instant at = row.getAs("published_at");
            if (text == null || day == null) {
                return Optional.empty();
            }
            int[] shingles = Shingles.of(text, WORDS);
            long begin = day.toEpochDay() * DAY;
            long end = begin + DAY - 1;
            return shingles.length < Math.max(1, minWords)
                    ? Optional.empty()
                    : Optional.of(new Text(
                            row.getAs("article_id"),
                            (int) day.toEpochDay(),
                            at == null ? end : Math.max(begin, Math.min(end, at.getEpochSecond())),
                            Shingles.bytes(shingles),
                            outer(text),
                            row.getAs("date_doubt") != null));
        }

        private static List<byte[]> outer(String text) {
            List<Span> lines = Paragraphs.lines(text);
            return IntStream.range(0, lines.size())
                    .filter(i -> i == 0 || i >= lines.size() - LAST_LINES)
                    .mapToObj(i -> Shingles.bytes(Shingles.of(
                            text.substring(lines.get(i).begin(), lines.get(i).end()), WORDS)))
                    .toList();
        }
    }

    /** A text in one of its bands. @param band number of the band and the part of the signature that it is */
    record Banded(String band, String articleId, int day, long moment) {
        private static final MinHash HASHES = new MinHash(BANDS * ROWS, 1);

        static Iterator<Banded> of(Text text) {
            int[] signature = HASHES.signature(Shingles.ofBytes(text.shingles));
            return IntStream.range(0, BANDS)
                    .mapToObj(band -> {
                        int[] part = Arrays.copyOfRange(signature, band * ROWS, (band + 1) * ROWS);
                        return new Banded(
                                (text.undated ? "undated " : "") + band + Arrays.toString(part),
                                text.articleId,
                                text.day,
                                text.moment);
                    })
                    .iterator();
        }
    }

    record Pair(String earlier, String later) {}

    /** Two texts that share enough of their wording, outer lines and all. */
    record Alike(
            String earlier,
            int earlierDay,
            long earlierMoment,
            byte[] earlierShingles,
            List<byte[]> earlierOuter,
            String later,
            int laterDay,
            long laterMoment,
            byte[] laterShingles,
            List<byte[]> laterOuter) {
        Optional<Copy> copy(double overlap) {
            int[] sameLines = earlierOuter.stream()
                    .filter(line -> laterOuter.stream().anyMatch(other -> Arrays.equals(line, other)))
                    .flatMapToInt(line -> IntStream.of(Shingles.ofBytes(line)))
                    .sorted()
                    .toArray();
            byte[] one = Shingles.without(earlierShingles, sameLines);
            byte[] other = Shingles.without(laterShingles, sameLines);
            boolean copy =
                    Shingles.inCommon(one, other) * Shingles.BYTES >= overlap * Math.min(one.length, other.length);
            return copy
                    ? Optional.of(new Copy(earlier, earlierDay, earlierMoment, later, laterDay, laterMoment))
                    : Optional.empty();
        }
    }

    record Copy(String earlier, int earlierDay, long earlierMoment, String later, int laterDay, long laterMoment) {}

    record CopyInWindow(String day, Copy copy) {}

    record Repeat(String articleId, String repeatOf) {}

    /** Articles in the order in which they are first copies. */
    private record Dated(long moment, String articleId, int day) implements Comparable<Dated> {
        @Override
        public int compareTo(Dated other) {
            return Comparator.comparing(Dated::moment)
                    .thenComparing(Dated::articleId)
                    .compare(this, other);
        }
    }
}
