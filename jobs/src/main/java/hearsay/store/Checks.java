package hearsay.store;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.QuoteKind;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;

/**
 * What must hold before a night is published. Only touched days are read, with two exceptions that one column answers:
 * article ids are unique over the whole archive, and an entity that goes must not be referred to anywhere.
 *
 * <p>The keys of the other tables are compared within the touched days only: they are made of the article's id, and every
 * row must have its article on the same day, so that two equal keys on two days would be one article on two days.
 */
final class Checks {
    /** Rows that a finding names. */
    private static final int NAMED = 3;

    private final StagedNight night;
    private final Bounds bounds;
    private final List<String> findings = new ArrayList<>();
    private Dataset<Row> wrong; // finding, row

    Checks(StagedNight night, Bounds bounds) {
        this.night = night;
        this.bounds = bounds;
    }

    /** One sentence for each thing that does not hold, naming rows; empty where all is well. */
    List<String> findings() {
        SortedSet<LocalDate> days = night.touchedDays();
        night.staged().forEach(this::partitionsKeepTheirRows);
        keysAreUnique(days);
        if (!days.isEmpty()) {
            spansAreText(days);
            speakersAreKnown(days);
        }
        referencesAreEntities();
        nameWrongRows();
        return findings;
    }

    /** As {@link #findings}, and what no single night can break: references between rows of different days. */
    List<String> findingsOfArchive() {
        refersTo(Tables.ARTICLES, "repeat_of", Tables.ARTICLES, "article_id");
        refersTo(Tables.ARTICLES, "run_id", Tables.RUNS, "run_id");
        refersTo(Tables.QUOTES, "inside", Tables.QUOTES, "quote_id");
        refersTo(Tables.QUOTE_GROUPS, "quotes", Tables.QUOTES, "quote_id");
        refersTo(Tables.CO_MENTION_NETWORK, "evidence.article_id", Tables.ARTICLES, "article_id");
        return findings();
    }

    /** @param column of an id, or of a list of ids */
    private void refersTo(Table<?> table, String column, Table<?> other, String key) {
        Dataset<Row> ids = night.read(table).select(col(column).as("id"));
        if (ids.schema().apply("id").dataType() instanceof ArrayType) {
            ids = ids.select(explode(col("id")).as("id"));
        }
        wrong(
                table.name() + "." + column + " names a row of " + other.name() + " that does not exist",
                ids.where(col("id").isNotNull())
                        .distinct()
                        .join(night.read(other).select(col(key).as("id")), new String[] {"id"}, "left_anti"));
    }

    private void keysAreUnique(SortedSet<LocalDate> days) {
        List<Dataset<Row>> keys = new ArrayList<>();
        for (Staged staged : night.staged()) {
            Table<?> table = staged.table();
            if (!staged.written().partitions().isEmpty()) {
                keys.add((table == Tables.ARTICLES
                                ? articlesWithTwins(days)
                                : staged.written().read(night.spark(), table))
                        .select(
                                lit(table.name() + " has the same " + String.join(", ", table.key())
                                                + " more than once")
                                        .as("finding"),
                                array(table.key().stream()
                                                .map(c -> col(c).cast("string"))
                                                .toArray(Column[]::new))
                                        .as("key")));
            }
        }
        keys.stream()
                .reduce(Dataset::union)
                .ifPresent(all -> wrong(all.groupBy("finding", "key")
                        .agg(count(lit(1)).as("rows"))
                        .where("rows > 1")
                        .select(col("finding"), concat_ws(" ", col("key")))));
    }

    /** The articles of these days, and those of all other days that have the id of one of them. */
    private Dataset<Row> articlesWithTwins(SortedSet<LocalDate> days) {
        Dataset<Row> touched = night.read(Tables.ARTICLES, days).select("article_id");
        return night.read(Tables.ARTICLES).select("article_id").join(touched, new String[] {"article_id"}, "left_semi");
    }

    private void partitionsKeepTheirRows(Staged staged) {
        if (night.mayShrink()
                || !Tables.ALL.contains(staged.table())) { // files that were read may leave the input, all at once
            return;
        }
        TableFolders before = night.before(staged.table());
        for (String partition : staged.replaced()) {
            long then = night.rows(before.only(List.of(partition)));
            long now = night.rows(staged.written().only(List.of(partition)));
            if (then - now > Math.max(bounds.shrinkRows(), bounds.shrinkShare() * then)) {
                findings.add(String.format(
                        Locale.ROOT,
                        "%s shrinks from %,d to %,d rows, more than a share of %s",
                        (staged.table().name() + " " + partition).strip(),
                        then,
                        now,
                        bounds.shrinkShare()));
            }
        }
    }

    /** Spark counts code points where the offsets count Java chars, so the comparison itself is plain Java. */
    private void spansAreText(SortedSet<LocalDate> days) {
        Dataset<Row> quotes = night.read(Tables.QUOTES, days);
        Dataset<Row> sentences = night.read(Tables.SENTENCES, days);
        Dataset<Row> spans = spans(sentences, "sentences", concat_ws(" ", col("article_id"), col("sentence")), "")
                .unionByName(spans(night.read(Tables.MENTIONS, days), "mentions", col("mention_id"), ""))
                .unionByName(spans(quotes, "quotes", col("quote_id"), ""))
                .unionByName(spans(quotes, "quotes cue of", col("quote_id"), "cue_"))
                .unionByName(spans(quotes, "quotes source of", col("quote_id"), "source_"));
        Dataset<Row> articles = night.read(Tables.ARTICLES, days)
                .select(col("article_id"), col("published_date"), col("text").as("article"));
        wrong(
                "a span does not stand in its article as it says",
                spans.groupBy("article_id", "published_date")
                        .agg(collect_list(struct("what", "begin", "end", "text"))
                                .as("spans"))
                        .join(articles, new String[] {"article_id", "published_date"}, "left")
                        .flatMap((FlatMapFunction<Row, String>) Checks::wrongSpans, Encoders.STRING())
                        .toDF());
        wrong(
                "quotes has parts that are not inside their quote",
                quotes.where(exists(col("parts"), p -> outside(p))
                                .or(size(col("parts")).equalTo(0)))
                        .select("quote_id"));
        wrong(
                "sentences has tokens that are not inside their sentence",
                sentences
                        .where(exists(col("tokens"), t -> outside(t)))
                        .select(concat_ws(" ", col("article_id"), col("sentence"))));
    }

    private static Dataset<Row> spans(Dataset<Row> rows, String table, Column name, String prefix) {
        String text = prefix.equals("cue_") ? "cue" : prefix + "text";
        return rows.where(col(text).isNotNull())
                .select(
                        col("article_id"),
                        col("published_date"),
                        concat_ws(" ", lit(table), name).as("what"),
                        col(prefix + "begin").as("begin"),
                        col(prefix + "end").as("end"),
                        col(text).as("text"));
    }

    private static Column outside(Column span) {
        return span.getField("begin")
                .lt(col("begin"))
                .or(span.getField("end").gt(col("end")))
                .or(span.getField("begin").geq(span.getField("end")));
    }

    private static Iterator<String> wrongSpans(Row row) {
        String article = row.getAs("article");
        List<String> wrong = new ArrayList<>();
        for (Row span : row.<Row>getList(row.fieldIndex("spans"))) {
            String what = span.getString(0) + " of article " + row.getAs("article_id");
            if (article == null) {
                wrong.add(what + " (no such article on " + row.getAs("published_date") + ")");
            } else if (!stands(article, span.<Integer>getAs(1), span.<Integer>getAs(2), span.getString(3))) {
                wrong.add(what + " (" + span.get(1) + " to " + span.get(2) + ")");
            }
        }
        return wrong.iterator();
    }

    private static boolean stands(String article, Integer begin, Integer end, String text) {
        return begin != null
                && end != null
                && begin >= 0
                && begin <= end
                && end <= article.length()
                && end - begin == text.length()
                && article.startsWith(text, begin);
    }

    private void speakersAreKnown(SortedSet<LocalDate> days) {
        Dataset<Row> quotes = night.read(Tables.QUOTES, days)
                .where(col("kind").isin(QuoteKind.DIRECT.word(), QuoteKind.MIXED.word()));
        Row share = quotes.agg(count(lit(1)), avg(col("speaker_id").isNull().cast("int")))
                .head();
        if (share.getLong(0) >= Math.max(1, bounds.unknownFrom()) && share.getDouble(1) > bounds.unknownSpeakers()) {
            String some = quotes
                    .where(col("speaker_id").isNull())
                    .orderBy("quote_id")
                    .limit(NAMED)
                    .select("quote_id")
                    .as(Encoders.STRING())
                    .collectAsList()
                    .stream()
                    .collect(Collectors.joining(", "));
            findings.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of %,d quotes have no speaker, more than %.0f %%, among them %s",
                    100 * share.getDouble(1),
                    share.getLong(0),
                    100 * bounds.unknownSpeakers(),
                    some));
        }
    }

    private void referencesAreEntities() {
        Dataset<Row> entities =
                night.read(Tables.ENTITIES).select(col("entity_id").as("id"));
        TableFolders before = night.before(Tables.ENTITIES);
        boolean anyGone = night.rewrites(Tables.ENTITIES)
                && !before.partitions().isEmpty()
                && !before.read(night.spark(), Tables.ENTITIES)
                        .select(col("entity_id").as("id"))
                        .join(entities, new String[] {"id"}, "left_anti")
                        .isEmpty();
        List<Dataset<Row>> references = new ArrayList<>();
        for (Table<?> table : Tables.ALL) {
            Dataset<Row> rows = anyGone ? night.read(table) : night.rewritten(table);
            references(table, rows)
                    .ifPresent(ids -> references.add(ids.select(
                            lit(table.name() + " refers to an entity that does not exist")
                                    .as("finding"),
                            col("id"))));
        }
        references.stream()
                .reduce(Dataset::union)
                .ifPresent(all -> wrong(all.distinct()
                        .join(entities, new String[] {"id"}, "left_anti")
                        .select("finding", "id")));
    }

    private static Optional<Dataset<Row>> references(Table<?> table, Dataset<Row> rows) {
        return switch (table.name()) {
            case "entities" -> Optional.of(ids(rows, "about_id").union(ids(rows, "community")));
            case "mentions" -> Optional.of(ids(rows, "entity_id"));
            case "quotes" ->
                Optional.of(ids(rows, "speaker_id")
                        .union(rows.select(explode(col("speakers.speaker_id")).as("id")))
                        .union(rows.select(explode(col("about")).as("id"))));
            case "quote_groups" -> Optional.of(ids(rows, "speaker_id"));
            case "co_mentions", "co_mention_network" ->
                Optional.of(ids(rows, "a_id").union(ids(rows, "b_id")));
            case "speaker_links" -> Optional.of(ids(rows, "speaker_id").union(ids(rows, "about_id")));
            default -> Optional.empty();
        };
    }

    private static Dataset<Row> ids(Dataset<Row> rows, String column) {
        return rows.where(col(column).isNotNull()).select(col(column).as("id"));
    }

    private void wrong(String finding, Dataset<Row> rows) {
        wrong(rows.toDF("row").select(lit(finding), col("row")));
    }

    private void wrong(Dataset<Row> rows) {
        Dataset<Row> named = rows.toDF("finding", "row");
        wrong = wrong == null ? named : wrong.union(named);
    }

    /** All checks in one job: on a small night the start of a job is most of its time. */
    private void nameWrongRows() {
        if (wrong == null) {
            return;
        }
        WindowSpec byName = Window.partitionBy("finding").orderBy("row");
        Map<String, List<String>> named = new TreeMap<>();
        for (Row row : wrong.withColumn("nth", row_number().over(byName))
                .where(col("nth").leq(NAMED + 1))
                .orderBy("finding", "nth")
                .collectAsList()) {
            named.computeIfAbsent(row.getString(0), f -> new ArrayList<>()).add(row.getString(1));
        }
        named.forEach((finding, rows) -> findings.add(finding + ": "
                + String.join(", ", rows.subList(0, Math.min(NAMED, rows.size())))
                + (rows.size() > NAMED ? ", and more" : "")));
    }
}
