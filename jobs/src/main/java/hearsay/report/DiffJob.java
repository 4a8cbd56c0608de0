package hearsay.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import hearsay.settings.OperatorMistake;
import hearsay.store.KeptNight;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * Prints what two kept nights say differently: articles, quotes that came, went or changed their speaker and by which rule,
 * entities that became one or are called otherwise. Only partitions are read whose files the two nights do not share.
 */
public final class DiffJob {
    private static final int SHOWN = 20;

    private final KeptNight from;
    private final KeptNight to;
    private final PrintStream out;

    private DiffJob(KeptNight from, KeptNight to, PrintStream out) {
        this.from = from;
        this.to = to;
        this.out = out;
    }

    /**
     * @param from run, or the beginning of its id; empty for the night before {@code to}
     * @param to   empty for the published night
     */
    public static void run(
            SparkSession spark, String path, Optional<String> from, Optional<String> to, PrintStream out) {
        Published warehouse = Warehouse.existing(spark, path);
        List<String> runs = warehouse.keptRuns();
        if (runs.isEmpty()) {
            throw new OperatorMistake("No night was published in " + path + " yet.");
        }
        KeptNight later = warehouse.kept(to.orElse(runs.get(0)));
        int at = runs.indexOf(later.runId()) + 1;
        if (from.isEmpty() && at == runs.size()) {
            throw new OperatorMistake("There is no night before run " + later.runId()
                    + " to compare with: the warehouse keeps " + warehouse.keeping() + ".");
        }
        new DiffJob(warehouse.kept(from.orElseGet(() -> runs.get(at))), later, out).print();
    }

    private void print() {
        out.printf(
                "From night %d (run %s) to night %d (run %s)%n", from.number(), from.runId(), to.number(), to.runId());
        articles();
        quotes();
        speakers();
        entities();
    }

    private void articles() {
        Dataset<Row> both = matched(Tables.ARTICLES, "article_id", "text_hash");
        Row counts = both.agg(
                        came("text_hash"),
                        went("text_hash"),
                        count(when(not(col("old_text_hash").equalTo(col("new_text_hash"))), 1)))
                .head();
        out.printf(
                Locale.ROOT,
                "%narticles: %,d new, %,d gone, %,d with another text%n",
                counts.getLong(0),
                counts.getLong(1),
                counts.getLong(2));
    }

    private void quotes() {
        Row counts = matched(Tables.QUOTES, "quote_id", "kind")
                .agg(came("kind"), went("kind"))
                .head();
        out.printf(Locale.ROOT, "quotes: %,d new, %,d gone%n", counts.getLong(0), counts.getLong(1));
    }

    private void speakers() {
        Dataset<Row> changed = matched(Tables.QUOTES, "quote_id", "speaker_id", "speaker", "decided_by", "text")
                .where(col("old_text").isNotNull().and(col("new_text").isNotNull()))
                .where(not(col("old_speaker_id").eqNullSafe(col("new_speaker_id"))))
                .cache();
        out.printf(Locale.ROOT, "%nquotes whose speaker changed: %,d%n", changed.count());
        changed.groupBy(word("old_decided_by").as("old"), word("new_decided_by").as("new"))
                .count()
                .orderBy(col("count").desc(), col("old"), col("new"))
                .limit(SHOWN)
                .collectAsList()
                .forEach(r -> out.printf(
                        Locale.ROOT,
                        "  %,6d  decided by %s, before by %s%n",
                        r.getLong(2),
                        r.getString(1),
                        r.getString(0)));
        changed.orderBy("quote_id")
                .limit(SHOWN)
                .select(col("quote_id"), speaker("old"), speaker("new"), substring(col("new_text"), 1, 60))
                .collectAsList()
                .forEach(r -> out.printf(
                        "  %s  %s -> %s  %s%n",
                        r.get(0), r.get(1), r.get(2), r.getString(3).replace('\n', ' ')));
        more(changed);
        changed.unpersist();
    }

    private static Column speaker(String night) {
        return coalesce(
                concat(col(night + "_speaker"), lit(" ("), word(night + "_decided_by"), lit(")")), lit("nobody"));
    }

    private void more(Dataset<Row> all) {
        long more = all.count() - SHOWN;
        if (more > 0) {
            out.printf(Locale.ROOT, "  and %,d more%n", more);
        }
    }

    /**
     * An old entity is in a new one when its mentions name that now; it was merged when it is gone itself, or has only another name,
     * and so another id, when all that the new one has come from it.
     */
    private void entities() {
        Dataset<Row> names = matched(Tables.ENTITIES, "entity_id", "name");
        Dataset<Row> moved = matched(Tables.MENTIONS, "mention_id", "entity_id")
                .where(not(col("old_entity_id").equalTo(col("new_entity_id"))))
                .groupBy("old_entity_id", "new_entity_id")
                .agg(count(lit(1)).as("mentions"))
                .join(
                        names.select(
                                col("entity_id").as("old_entity_id"),
                                coalesce(col("old_name"), col("new_name")).as("old"),
                                col("new_name").isNull().as("gone")),
                        "old_entity_id")
                .join(
                        names.select(
                                col("entity_id").as("new_entity_id"),
                                coalesce(col("new_name"), col("old_name")).as("new"),
                                col("old_name").isNull().as("came")),
                        "new_entity_id")
                .withColumn(
                        "renamed",
                        col("gone").and(col("came")).and(alone("old_entity_id")).and(alone("new_entity_id")))
                .cache();
        Row counts = names.agg(came("name"), went("name")).head();
        out.printf(Locale.ROOT, "%nentities: %,d new, %,d gone%n", counts.getLong(0), counts.getLong(1));
        print(moved.where(col("gone").and(not(col("renamed")))), "merged into");
        print(moved.where(col("renamed")), "is now called");
        print(moved.where(not(col("gone"))), "gave mentions to");
        moved.unpersist();
    }

    private void print(Dataset<Row> moved, String what) {
        moved.orderBy(col("mentions").desc(), col("old"), col("new"))
                .limit(SHOWN)
                .collectAsList()
                .forEach(r -> out.printf(
                        Locale.ROOT,
                        "  %s %s %s (%,d mentions)%n",
                        r.<String>getAs("old"),
                        what,
                        r.<String>getAs("new"),
                        r.<Long>getAs("mentions")));
        more(moved);
    }

    private static Column alone(String entity) {
        return count(lit(1)).over(Window.partitionBy(entity)).equalTo(1);
    }

    /** One row per key of either night, with the columns of both as old_ and new_. */
    private Dataset<Row> matched(Table<?> table, String key, String... columns) {
        boolean whole = table.partition().isEmpty();
        Dataset<Row> old = whole ? from.read(table) : from.readUnlike(to, table);
        Dataset<Row> young = whole ? to.read(table) : to.readUnlike(from, table);
        return named(old, key, "old_", columns).join(named(young, key, "new_", columns), new String[] {key}, "full");
    }

    private static Dataset<Row> named(Dataset<Row> rows, String key, String prefix, String... columns) {
        return rows.select(Stream.concat(
                        Stream.of(col(key)), Arrays.stream(columns).map(c -> col(c).as(prefix + c)))
                .toArray(Column[]::new));
    }

    private static Column came(String column) {
        return count(when(col("old_" + column).isNull(), 1));
    }

    private static Column went(String column) {
        return count(when(col("new_" + column).isNull(), 1));
    }

    private static Column word(String column) {
        return coalesce(col(column), lit("nobody"));
    }
}
