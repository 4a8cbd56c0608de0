package hearsay.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import hearsay.input.articles.InputSummary;
import hearsay.input.files.InputFiles;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesFromFiles;
import hearsay.steps.EarlierTexts;
import hearsay.steps.NewArticles;
import hearsay.steps.RejectsFromArticles;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Warehouse;
import hearsay.tables.Ids;
import hearsay.tables.InputFile;
import hearsay.tables.TableCount;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One night: new and changed articles through every step, every table brought up to date and published together.
 *
 * <p>Input: files of any format, see {@link ArticlesFromFiles}. Output: the tables of {@link Tables} below the
 * warehouse. A run rewrites the days it touches: those of new and changed articles, and those on which what is new makes an
 * older reading wrong ({@link StaleDays}), such as a surname that turns out to be another's. N nights leave the same rows as one
 * over all.
 *
 * <pre>
 * jobs/hearsay nightly --input seeds --warehouse warehouse
 * spark-submit --master yarn target/hearsay.jar nightly --input hdfs:///articles --warehouse hdfs:///warehouse
 * </pre>
 */
public final class NightlyJob {
    private NightlyJob() {}

    /**
     * What a night is asked to do.
     *
     * @param rebuild read every known article anew: as its file has it, or out of the warehouse where the file is gone
     * @param accept  publish though checks fail
     */
    public record Request(String input, String warehouse, LocalDate runDate, boolean rebuild, boolean accept) {}

    /** With its progress and its report on the standard output. */
    public static void run(SparkSession spark, Settings settings, Request request) {
        run(spark, settings, request, new Progress(System.out)).print(System.out);
    }

    public static RunReport run(SparkSession spark, Settings settings, Request request, Progress progress) {
        if (request.rebuild()) {
            Warehouse.existing(spark, request.warehouse());
        }
        NightSettings own = NightSettings.of(settings);
        List<InputFile> files = InputFiles.list(spark, request.input());
        Warehouse warehouse = own.warehouse(spark, request.warehouse());
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(request.runDate(), listing(files), own.versions(spark))) {
            takeOver(night, warehouse.tablesVersion(), request.rebuild());
            List<InputFile> unread = request.rebuild() || own.readAll() ? files : night.unread(files);
            if (unread.size() < files.size()) {
                report.note(files.size() - unread.size() + " of " + files.size()
                        + " files are as an earlier night read them");
            }
            RunningNight at = new RunningNight(spark, own, warehouse, night, report, progress);
            InputSummary input = articlesToTables(at, unread, request);
            Map<String, LocalDate> again = new TreeMap<>(input.early());
            again.replaceAll((path, day) -> day.minusDays(own.input().daysAhead()));
            night.stageListing(
                    InputFiles.address(spark, request.input()),
                    files.stream()
                            .filter(file -> !input.unread().contains(file.path()))
                            .toList(),
                    again);
            night.publish(own.checks(), report, request.accept());
            progress.done(
                    "published",
                    report.tables().stream().mapToLong(TableCount::rowsOut).sum());
        }
        return report;
    }

    /** Rows that an earlier version wrote stay as they are until their day is written anew, and tables may lose rows by newer rules. */
    private static void takeOver(Night night, int before, boolean rebuild) {
        if (before < Tables.VERSION) {
            night.mayShrinkBecause(
                    "the warehouse was written with version " + before + " of the tables, and this is version "
                            + Tables.VERSION
                            + (rebuild
                                    ? ""
                                    : ": rows of days that this night does not write keep what the older rules said, without the columns"
                                            + " that are new since; jobs/hearsay rebuild --accept writes them anew"));
        }
    }

    private static InputSummary articlesToTables(RunningNight at, List<InputFile> files, Request request) {
        Night night = at.night();
        ArticleLimits limits = ArticleLimits.of(at.spark(), at.settings().mostSeconds());
        Dataset<Row> found = at.step(
                "read",
                () -> night.scratch(
                        "found",
                        ArticlesFromFiles.derive(
                                InputFiles.pieces(
                                        at.spark(), files, at.settings().input()),
                                at.settings().input(),
                                request.runDate(),
                                limits)));
        InputSummary summary = InputSummary.of(found, at.settings().input().languages());
        summary.notes().forEach(at.report()::note);

        Dataset<Row> known = night.read(Tables.ARTICLES);
        Dataset<Row> incoming = notForgotten(
                found.where(col("article").isNotNull()).select("article.*"),
                at.warehouse().firstDay());
        Dataset<Row> read =
                night.scratch("read", NewArticles.derive(incoming, known, night.runId(), request.rebuild()));
        Dataset<Row> earlier = night.scratch("earlier", EarlierTexts.derive(found, known, request.runDate()));
        Set<LocalDate> touched = Days.of(read.select("published_date")
                .union(known.join(read, "article_id").select(known.col("published_date"))));

        Analysed fresh = touched.isEmpty()
                ? Analysed.nothing(at.spark())
                : AnalysedFromArticles.derive(at, limits, read, touched);
        night.stage(
                Tables.REJECTS,
                RejectsFromArticles.derive(found, fresh.given(), limits.refused(), request.runDate())
                        .unionByName(earlier)
                        .unionByName(night.read(Tables.REJECTS, Set.of(request.runDate())))
                        .dropDuplicates(Tables.REJECTS.key().toArray(String[]::new)),
                Set.of(request.runDate()));
        long forgotten = at.warehouse().firstDay().isEmpty() ? 0 : summary.articles() - incoming.count();
        long fromWarehouse = request.rebuild()
                ? read.join(incoming, new String[] {"article_id"}, "left_anti").count()
                : 0;
        count(
                at,
                summary,
                new Counts(
                        night.rows(read),
                        night.rows(earlier),
                        forgotten,
                        fromWarehouse,
                        limits.refused().size()));

        if (!touched.isEmpty()) {
            TablesFromAnalysed.stage(at, limits, fresh, touched);
        } else if (rulesChanged(at)) {
            at.report()
                    .note(
                            "no article is new, but rules or settings are other than last night's: all names are resolved anew");
            TablesFromAnalysed.stage(at, limits, fresh, touched);
        }
        return summary;
    }

    private static Dataset<Row> notForgotten(Dataset<Row> articles, Optional<LocalDate> first) {
        return first.isEmpty() ? articles : articles.where(col("published_date").geq(lit(first.get())));
    }

    /** Whether the names of the warehouse were resolved by other rules; a night that only compacts or measures resolves none. */
    private static boolean rulesChanged(RunningNight at) {
        return at.night()
                        .read(Tables.RUNS)
                        .where("rules <> '' and exists(tables, t -> t.table = '" + Tables.ENTITIES.name() + "')")
                        .orderBy(col("night").desc())
                        .limit(1)
                        .where(col("rules").notEqual(at.night().versions().rules()))
                        .count()
                > 0;
    }

    /**
     * Articles of a night.
     *
     * @param read          new and changed ones
     * @param earlier       earlier texts of an article of the same night
     * @param forgotten     of days that are forgotten
     * @param fromWarehouse read out of the warehouse, since no file has them any more
     * @param refused       on which the rules failed
     */
    private record Counts(long read, long earlier, long forgotten, long fromWarehouse, int refused) {}

    private static void count(RunningNight at, InputSummary input, Counts counts) {
        RunReport report = at.report();
        long articles = input.articles() + counts.fromWarehouse;
        report.dropped("articles", counts.forgotten, "of days that are forgotten");
        report.cameIn("articles", articles + input.rejects());
        report.dropped("articles", articles - counts.read - counts.forgotten - counts.earlier, "unchanged");
        report.dropped("articles", input.rejects() + counts.earlier + counts.refused, "not usable, see rejects");
        if (counts.fromWarehouse > 0) {
            report.note(
                    counts.fromWarehouse + " articles that the input no longer gives were read out of the warehouse");
        }
    }

    private static String listing(List<InputFile> files) {
        return Ids.hash(files.stream().map(f -> f.path() + " " + f.bytes()).collect(Collectors.joining("\n")));
    }
}
