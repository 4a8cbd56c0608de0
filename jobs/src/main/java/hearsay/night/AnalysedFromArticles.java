package hearsay.night;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesWithFurniture;
import hearsay.steps.ArticlesWithoutRepeats;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * New and changed articles -> what is found in them, and in archived ones in which other lines are boilerplate now. Articles that
 * the limits refuse leave no row tonight; no other article is a copy of one or shares its boilerplate.
 */
final class AnalysedFromArticles {
    private final RunningNight at;
    private final ArticleLimits limits;
    private final Set<LocalDate> forgotten;
    private final Analysis analysis;
    private String round = "";

    private AnalysedFromArticles(RunningNight at, ArticleLimits limits, Set<LocalDate> forgotten) {
        this.at = at;
        this.limits = limits;
        this.forgotten = Set.copyOf(forgotten);
        this.analysis = new Analysis(
                at.spark(), at.settings(), limits, (name, rows) -> at.night().scratch(name + round, rows));
    }

    /** @param touched grows by the days of archived articles that are read anew or are copies of other ones now */
    static Analysed derive(RunningNight at, ArticleLimits limits, Dataset<Row> read, Set<LocalDate> touched) {
        return new AnalysedFromArticles(at, limits, Set.of()).analysed(read, touched);
    }

    /**
     * Where articles go and none comes.
     *
     * @param touched the days that are forgotten; grows as in {@link #derive}
     */
    static Analysed without(RunningNight at, ArticleLimits limits, Set<LocalDate> touched) {
        return new AnalysedFromArticles(at, limits, touched).analysed(Tables.ARTICLES.empty(at.spark()), touched);
    }

    private Analysed analysed(Dataset<Row> read, Set<LocalDate> touched) {
        Dataset<Row> toRead = toRead(read, touched);
        Analysed analysed = at.night().rows(toRead) == 0 ? Analysed.nothing(at.spark()) : analysed(toRead);
        for (int refused = 0; refused < limits.refused().size(); ) {
            refused = limits.refused().size();
            round = "-without-" + refused;
            Dataset<Row> without = toRead(passed(read), touched);
            Dataset<Row> known = toRead.select(
                    col("article_id").as("known_id"), col("furniture").as("known_furniture"));
            Dataset<Row> otherwise = without.join(
                    known,
                    col("article_id")
                            .equalTo(col("known_id"))
                            .and(col("furniture").eqNullSafe(col("known_furniture"))),
                    "left_anti");
            if (!otherwise.isEmpty()) {
                analysed = analysed.and(analysed(otherwise));
            }
            toRead = without;
        }
        long anew = limits.refused().isEmpty()
                ? at.night().rows(toRead) - at.night().rows(read)
                : passed(toRead).count() - passed(read).count();
        if (anew > 0) {
            at.report().note(anew + " known articles are read anew: what their outlets repeat is known now");
        }
        return analysed;
    }

    private Analysed analysed(Dataset<Row> toRead) {
        Dataset<Row> sentences = at.step("sentences tagged", () -> analysis.sentences(toRead));
        Dataset<Row> mentions = analysis.mentions(sentences);
        Dataset<Row> quotes = analysis.quotes(toRead, sentences);
        return new Analysed(toRead, passed(toRead), passed(sentences), passed(mentions), passed(quotes));
    }

    private Dataset<Row> passed(Dataset<Row> rows) {
        Set<String> refused = limits.refused().keySet();
        return refused.isEmpty() ? rows : rows.where(not(col("article_id").isInCollection(refused)));
    }

    /**
     * The articles whose sentences are to be derived, with the boilerplate of their outlets: the new and changed ones, and archived
     * ones in which a line is known for boilerplate only now, or is so no longer.
     */
    private Dataset<Row> toRead(Dataset<Row> fresh, Set<LocalDate> touched) {
        Dataset<Row> articles = withRepeats(fresh, touched);
        at.touch(
                touched,
                StaleDays.ofCopies(at, articles, touched),
                "articles on them are copies of other ones now, or are no longer");
        at.stage(Tables.ARTICLES, articles.where(col("published_date").isInCollection(touched)), touched);
        int window = at.settings().furniture().windowDays();
        Set<LocalDate> days = Days.withAfter(touched, window);
        Set<LocalDate> archived = at.archived(Tables.ARTICLES, days);
        Dataset<Row> outlets = broadcast(changedOutlets(touched));
        Dataset<Row> now = furnished(at.night().read(Tables.ARTICLES, Days.withBefore(days, window)), outlets)
                .where(col("published_date").isInCollection(days));
        Dataset<Row> known = archived.isEmpty() ? now : at.night().scratch("furniture" + round, now);
        Dataset<Row> withFurniture =
                fresh.join(known.select("article_id", "furniture"), new String[] {"article_id"}, "left");
        Dataset<Row> toRead = at.step(
                "furniture learned",
                () -> at.night()
                        .scratch(
                                "to-read" + round,
                                archived.isEmpty()
                                        ? withFurniture
                                        : withFurniture.unionByName(StaleDays.withOtherFurniture(
                                                known.join(
                                                        fresh.select("article_id"),
                                                        new String[] {"article_id"},
                                                        "left_anti"),
                                                furnished(
                                                        at.warehouse()
                                                                .read(
                                                                        Tables.ARTICLES,
                                                                        Days.withBefore(archived, window)),
                                                        outlets)))));
        touched.addAll(Days.of(toRead.select("published_date")));
        return toRead;
    }

    private Dataset<Row> furnished(Dataset<Row> articles, Dataset<Row> outlets) {
        return ArticlesWithFurniture.derive(
                articles.join(outlets, new String[] {"source"}, "left_semi"),
                at.settings().furniture());
    }

    /** The articles of the touched days and of those near enough to hold copies of them, each with its first copy. */
    private Dataset<Row> withRepeats(Dataset<Row> fresh, Set<LocalDate> touched) {
        int window = at.settings().repeats().windowDays();
        Set<LocalDate> around = Days.without(Days.withBefore(Days.withAfter(touched, window), window), forgotten);
        Dataset<Row> articles =
                RunningNight.with(fresh, Tables.ARTICLES, fresh, at.warehouse().read(Tables.ARTICLES, around));
        return at.night()
                .scratch(
                        "articles" + round,
                        Tables.ARTICLES.fit(ArticlesWithoutRepeats.derive(
                                articles, at.settings().repeats())));
    }

    /** The outlets of articles that came, went, changed or became copies, on days that all such articles lie on. */
    private Dataset<Row> changedOutlets(Set<LocalDate> touched) {
        Column[] what = Stream.of("article_id", "source", "repeat_of", "text_hash", "published_date")
                .map(functions::col)
                .toArray(Column[]::new);
        return at.warehouse()
                .read(Tables.ARTICLES, touched)
                .select(what)
                .withColumn("times", lit(-1))
                .union(at.night().read(Tables.ARTICLES, touched).select(what).withColumn("times", lit(1)))
                .groupBy(what)
                .agg(sum("times").as("times"))
                .where("times <> 0")
                .select("source")
                .distinct();
    }
}
