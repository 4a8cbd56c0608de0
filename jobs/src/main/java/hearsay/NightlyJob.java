package hearsay;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;

import hearsay.input.InputFile;
import hearsay.input.InputFiles;
import hearsay.input.InputNotes;
import hearsay.input.InputSettings;
import hearsay.steps.ArticlesFromFiles;
import hearsay.steps.ArticlesWithFurniture;
import hearsay.steps.ArticlesWithoutRepeats;
import hearsay.steps.AttributionsFromQuotes;
import hearsay.steps.CoMentionNetworkFromMentions;
import hearsay.steps.CoMentionsFromMentions;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.EntitiesWithRanks;
import hearsay.steps.EntityRowsFromMentions;
import hearsay.steps.EntitySettings;
import hearsay.steps.FurnitureSettings;
import hearsay.steps.MentionsFromSentences;
import hearsay.steps.NewArticles;
import hearsay.steps.PairSettings;
import hearsay.steps.PairsLeftOut;
import hearsay.steps.QuoteGroupsFromQuotes;
import hearsay.steps.QuotesFromSentences;
import hearsay.steps.QuotesWithGroupSpeakers;
import hearsay.steps.RepeatSettings;
import hearsay.steps.SentencesFromArticles;
import hearsay.steps.SpeakerLinksFromQuotes;
import hearsay.steps.Tagger;
import hearsay.steps.Taggers;
import hearsay.store.Bounds;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.TableCount;
import hearsay.tables.Tables;
import hearsay.text.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * One night: new and changed articles through every step, every table brought up to date and published together.
 *
 * <p>Input: files of any format, see {@link ArticlesFromFiles}. Output: the tables of {@link Tables} below the
 * warehouse. A run rewrites the days it touches: those of new and changed articles, and those on which what is new makes an
 * older reading wrong, such as a surname that turns out to be another's. N nights leave the same rows as one over all.
 *
 * <pre>
 * jobs/hearsay nightly --input seeds --warehouse warehouse
 * spark-submit --master yarn target/hearsay.jar nightly --input hdfs:///articles --warehouse hdfs:///warehouse
 * </pre>
 */
final class NightlyJob {
    private final SparkSession spark;
    private final Settings settings;
    private final LocalDate runDate;
    private final Warehouse warehouse;
    private final Night night;
    private final RunReport report;
    private final Progress progress;

    private NightlyJob(
            SparkSession spark, Settings settings, LocalDate runDate, Warehouse warehouse, Night night, RunReport report,
            Progress progress) {
        this.spark = spark;
        this.settings = settings;
        this.runDate = runDate;
        this.warehouse = warehouse;
        this.night = night;
        this.report = report;
        this.progress = progress;
    }

    /** What a night is asked to do. @param recompute read every known article anew @param accept publish though checks fail */
    record Request(String input, String warehouse, LocalDate runDate, boolean recompute, boolean accept) {}

    static void run(SparkSession spark, Settings settings, Request request) {
        Progress progress = new Progress(System.out);
        run(spark, settings, request, progress).print(System.out);
        Highlights.print(warehouse(spark, settings, request.warehouse()), System.out);
        System.out.println("Tables: " + request.warehouse());
    }

    static RunReport run(SparkSession spark, Settings settings, Request request, Progress progress) {
        List<InputFile> files = InputFiles.list(spark, request.input());
        Warehouse warehouse = warehouse(spark, settings, request.warehouse());
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(request.runDate(), listing(files), versions(settings))) {
            List<InputFile> unread = request.recompute() ? files : night.unread(files);
            if (unread.size() < files.size()) {
                report.note(files.size() - unread.size() + " of " + files.size() + " files are as an earlier night read them");
            }
            new NightlyJob(spark, settings, request.runDate(), warehouse, night, report, progress)
                    .articlesToTables(unread, request.recompute());
            night.stageListing(files);
            night.publish(settings.section("checks", Bounds.class), report, request.accept());
            progress.done("published", report.tables().stream().mapToLong(TableCount::rowsOut).sum());
        }
        return report;
    }

    /**
     * A night that only forgets: days of publication before {@code first} go from every table, and what all days together
     * say is said anew by those that are left. Files of the input that were read stay read.
     */
    static void forget(SparkSession spark, Settings settings, String path, LocalDate first, LocalDate runDate) {
        Warehouse warehouse = Warehouse.existing(spark, path);
        Set<LocalDate> days = warehouse.days(Tables.ARTICLES).headSet(first);
        if (days.isEmpty()) {
            System.out.println("There is no day before " + first + "; nothing to forget.");
            return;
        }
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(runDate, "forget before " + first, versions(settings))) {
            night.forget(days);
            Dataset<Row> none = spark.createDataFrame(List.of(), Tables.ARTICLES.schema());
            new NightlyJob(spark, settings, runDate, warehouse, night, report, new Progress(System.out)).bringUpToDate(none, new TreeSet<>());
            night.publish(settings.section("checks", Bounds.class), report, false);
        }
        report.print(System.out);
    }

    private void articlesToTables(List<InputFile> files, boolean recompute) {
        InputSettings input = settings.section("input", InputSettings.class);
        Dataset<Row> found = progress.step("read", () ->
                night.scratch("found", ArticlesFromFiles.derive(InputFiles.pieces(spark, files, input), input, runDate)));
        night.stage(Tables.REJECTS, rejects(found), Set.of(runDate));

        Dataset<Row> incoming = found.where(col("article").isNotNull()).select("article.*");
        Dataset<Row> known = night.read(Tables.ARTICLES);
        Dataset<Row> fresh = night.scratch("fresh", NewArticles.derive(incoming, known, night.runId(), recompute));
        count(found, fresh);
        InputNotes.of(found, input.languages()).forEach(report::note);
        Set<LocalDate> touched = days(fresh.select("published_date")
                .union(known.join(fresh, "article_id").select(known.col("published_date"))));
        if (!touched.isEmpty()) {
            bringUpToDate(fresh, touched);
        }
    }

    /** All tables by the new and changed articles. Grows {@code touched} by the days that these make wrong. */
    private void bringUpToDate(Dataset<Row> fresh, Set<LocalDate> touched) {
        Dataset<Row> told = withRepeats(fresh, touched);
        touched.addAll(retoldDays(told, touched));
        stage(Tables.ARTICLES, told.where(col("published_date").isInCollection(touched)), touched);
        Dataset<Row> toRead = toRead(fresh, touched);
        touched.addAll(days(toRead.select("published_date")));
        Dataset<Row> sentences = stage(Tables.SENTENCES, with(toRead, Tables.SENTENCES,
                SentencesFromArticles.derive(toRead, taggers(spark, settings)), touched), touched);
        Dataset<Row> freshSentences = sentences.join(toRead.select("article_id"), "article_id");

        Dataset<Row> resolved = progress.step("names resolved", () -> night.scratch("mentions", EntitiesFromMentions.derive(
                with(toRead, Tables.MENTIONS, MentionsFromSentences.derive(freshSentences)), names())));
        Dataset<Row> entities = night.scratch("entities", EntityRowsFromMentions.derive(resolved));
        touched.addAll(rereadDays(resolved, entities));
        Dataset<Row> mentions = stage(Tables.MENTIONS, resolved.where(col("published_date").isInCollection(touched)), touched);

        stage(Tables.CO_MENTIONS, CoMentionsFromMentions.derive(mentions, night.read(Tables.ARTICLES, touched), pairs()), touched);
        notePairsLeftOut(mentions);
        Dataset<Row> network = stage(Tables.CO_MENTION_NETWORK, CoMentionNetworkFromMentions.derive(
                resolved, night.read(Tables.ARTICLES), night.read(Tables.SENTENCES), entities, pairs()));
        stage(Tables.ENTITIES, EntitiesWithRanks.derive(entities, network));

        Dataset<Row> spans = night.scratch("spans", QuotesFromSentences.derive(toRead, freshSentences));
        Dataset<Row> attributed = progress.step("speakers found", () -> attributed(toRead, spans, entities, touched));
        Dataset<Row> elsewhere = night.read(Tables.QUOTES).where(not(col("published_date").isInCollection(touched)));
        Dataset<Row> groups = stage(Tables.QUOTE_GROUPS, QuoteGroupsFromQuotes.derive(
                attributed.unionByName(elsewhere), night.read(Tables.ARTICLES)));
        Set<LocalDate> regrouped = regroupedDays(elsewhere, groups);
        if (touched.addAll(regrouped)) {
            attributed = attributed(toRead, spans, entities, touched);
        }
        Dataset<Row> quotes = stage(Tables.QUOTES, QuotesWithGroupSpeakers.derive(attributed, groups), touched);
        stage(Tables.SPEAKER_LINKS, SpeakerLinksFromQuotes.derive(quotes), touched);
    }

    private void notePairsLeftOut(Dataset<Row> mentions) {
        Row leftOut = PairsLeftOut.derive(mentions, pairs()).head();
        if (leftOut.getLong(0) > 0) {
            report.dropped("co_mentions", leftOut.getLong(1),
                    "pairs of " + leftOut.getLong(0) + " articles that name more entities than pairs.most-entities");
        }
    }

    private Dataset<Row> attributed(Dataset<Row> toRead, Dataset<Row> spans, Dataset<Row> entities, Set<LocalDate> days) {
        return night.scratch("quotes-of-" + days.size() + "-days", AttributionsFromQuotes.derive(
                night.read(Tables.ARTICLES, days), night.read(Tables.SENTENCES, days), night.read(Tables.MENTIONS, days), entities,
                with(toRead, Tables.QUOTES, spans, days)));
    }

    /** Other days on which a quotation now takes another speaker from the outlets that carry it too, or takes one no longer. */
    private Set<LocalDate> regroupedDays(Dataset<Row> elsewhere, Dataset<Row> groups) {
        Dataset<Row> speakers = groups.select(explode(col("quotes")).as("quote_id"), col("speaker_id").as("of_group"));
        return days(elsewhere.join(speakers, ids("quote_id"), "left")
                .where("(speaker_id is null and of_group is not null)"
                        + " or (decided_by = '" + QuotesWithGroupSpeakers.GROUP + "' and not (speaker_id <=> of_group))")
                .select("published_date"));
    }

    private void count(Dataset<Row> found, Dataset<Row> fresh) {
        Row counts = found.agg(functions.count("article"), functions.count("reject")).head();
        report.cameIn("articles", counts.getLong(0) + counts.getLong(1));
        report.dropped("articles", counts.getLong(0) - fresh.count(), "unchanged");
        report.dropped("articles", counts.getLong(1), "not usable, see rejects");
    }

    private Dataset<Row> rejects(Dataset<Row> found) {
        Dataset<Row> rejects = found.where(col("reject").isNotNull()).select("reject.*");
        return rejects.unionByName(night.read(Tables.REJECTS, Set.of(runDate)))
                .dropDuplicates(Tables.REJECTS.key().toArray(String[]::new));
    }

    /** The articles of the touched days and of those near enough to hold copies of them, each with its first copy. */
    private Dataset<Row> withRepeats(Dataset<Row> fresh, Set<LocalDate> touched) {
        int window = repeats().windowDays();
        Set<LocalDate> around = withDaysBefore(withDaysAfter(touched, window), window);
        Dataset<Row> articles = with(fresh, Tables.ARTICLES, fresh, around);
        return night.scratch("articles", Tables.ARTICLES.fit(ArticlesWithoutRepeats.derive(articles, repeats())));
    }

    /** Days on which an archived article has become the copy of another one, or is one no longer. */
    private Set<LocalDate> retoldDays(Dataset<Row> told, Set<LocalDate> touched) {
        Set<LocalDate> after = withDaysAfter(touched, repeats().windowDays());
        return days(told.join(warehouse.read(Tables.ARTICLES).select(col("article_id"), col("repeat_of").as("before")), "article_id")
                .where(col("published_date").isInCollection(after).and(not(col("repeat_of").eqNullSafe(col("before")))))
                .select("published_date"));
    }

    /**
     * The articles whose sentences are to be derived, with the furniture of their outlets: the new and changed ones, and
     * archived ones in which a line is known for furniture only now, or is so no longer.
     */
    private Dataset<Row> toRead(Dataset<Row> fresh, Set<LocalDate> touched) {
        int window = furniture().windowDays();
        Set<LocalDate> days = withDaysAfter(touched, window);
        Set<LocalDate> archived = new TreeSet<>(days);
        archived.retainAll(warehouse.days(Tables.ARTICLES));
        Dataset<Row> outlets = broadcast(night.scratch("outlets", changedOutlets(touched)));
        Dataset<Row> before = ArticlesWithFurniture.derive(
                        warehouse.read(Tables.ARTICLES, withDaysBefore(archived, window)).join(outlets, ids("source"), "left_semi"),
                        furniture())
                .select(col("article_id"), col("furniture").as("before"));
        Dataset<Row> now = ArticlesWithFurniture.derive(
                        night.read(Tables.ARTICLES, withDaysBefore(days, window)).join(outlets, ids("source"), "left_semi"), furniture())
                .where(col("published_date").isInCollection(days));
        Dataset<Row> others = now.join(fresh.select("article_id"), ids("article_id"), "left_anti")
                .join(before, "article_id")
                .where(not(col("furniture").eqNullSafe(col("before"))))
                .drop("before");
        Dataset<Row> toRead = progress.step("furniture learned", () -> night.scratch("to-read",
                fresh.join(now.select("article_id", "furniture"), ids("article_id"), "left").unionByName(others)));
        long anew = toRead.count() - fresh.count();
        if (anew > 0) {
            report.note(anew + " known articles are read anew: what their outlets repeat is known now");
        }
        return toRead;
    }

    /** The outlets of articles that came, went, changed or became copies, on days that all such articles lie on. */
    private Dataset<Row> changedOutlets(Set<LocalDate> touched) {
        Column[] what = Stream.of("article_id", "source", "repeat_of", "text_hash", "published_date")
                .map(functions::col)
                .toArray(Column[]::new);
        Dataset<Row> before = warehouse.read(Tables.ARTICLES, touched).select(what);
        Dataset<Row> now = night.read(Tables.ARTICLES, touched).select(what);
        return now.except(before).union(before.except(now)).select("source").distinct();
    }

    /** Days on which an archived mention now names another entity, or an entity has got another name. */
    private Set<LocalDate> rereadDays(Dataset<Row> resolved, Dataset<Row> entities) {
        Dataset<Row> before = warehouse.read(Tables.MENTIONS)
                .select(col("mention_id"), col("entity_id").as("old_id"), col("entity_confidence").as("old_confidence"));
        Dataset<Row> moved = resolved.join(before, "mention_id")
                .where("not (entity_id <=> old_id and entity_confidence <=> old_confidence)")
                .select("published_date");
        Dataset<Row> renamed = entities.select("entity_id", "name")
                .except(warehouse.read(Tables.ENTITIES).select("entity_id", "name"))
                .select("entity_id");
        return days(moved.union(resolved.join(renamed, "entity_id").select("published_date")));
    }

    private EntitySettings names() {
        EntitySettings.Section names = settings.section("names", EntitySettings.Section.class);
        return names.with(settings.lines(names.aliases()));
    }

    private PairSettings pairs() {
        return settings.section("pairs", PairSettings.class);
    }

    private FurnitureSettings furniture() {
        return settings.section("furniture", FurnitureSettings.class);
    }

    private RepeatSettings repeats() {
        return settings.section("repeats", RepeatSettings.class);
    }

    static Taggers taggers(SparkSession spark, Settings settings) {
        return Taggers.load(spark, model(settings, "ner"), model(settings, "attribution"),
                settings.section("input", InputSettings.class).languages());
    }

    static Warehouse warehouse(SparkSession spark, Settings settings, String path) {
        return Warehouse.at(spark, path, settings.section("warehouse", Keeping.class).keptNights());
    }

    private record Keeping(int keptNights) {}

    private record Model(String model) {}

    private static String model(Settings settings, String section) {
        return settings.section(section, Model.class).model();
    }

    /** The rows of new and changed articles, and those of the days' other articles as they stand. */
    private Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows, Set<LocalDate> days) {
        return table.fit(rows).unionByName(night.read(table, days).join(fresh.select("article_id"), ids("article_id"), "left_anti"));
    }

    private Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows) {
        return table.fit(rows).unionByName(night.read(table).join(fresh.select("article_id"), ids("article_id"), "left_anti"));
    }

    private static Seq<String> ids(String column) {
        return JavaConverters.asScalaBuffer(List.of(column)).toSeq();
    }

    private Dataset<Row> stage(Table<?> table, Dataset<Row> rows, Set<LocalDate> touched) {
        return progress.step(table.name(), () -> night.stage(table, rows, touched));
    }

    private Dataset<Row> stage(Table<?> table, Dataset<Row> rows) {
        return progress.step(table.name(), () -> night.stage(table, rows));
    }

    private static Set<LocalDate> withDaysAfter(Set<LocalDate> days, int window) {
        return days.stream()
                .flatMap(day -> day.datesUntil(day.plusDays(window + 1L)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LocalDate> withDaysBefore(Set<LocalDate> days, int window) {
        return days.stream()
                .flatMap(day -> day.minusDays(window).datesUntil(day.plusDays(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LocalDate> days(Dataset<Row> dates) {
        return dates.distinct().collectAsList().stream()
                .map(row -> (LocalDate) row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listing(List<InputFile> files) {
        return Ids.hash(files.stream().map(f -> f.path() + " " + f.bytes()).collect(Collectors.joining("\n")));
    }

    static Versions versions(Settings settings) {
        String models = Stream.of("ner", "attribution")
                .map(section -> Tagger.version(model(settings, section)))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Versions(Build.version(), models, settings.fingerprint(
                List.of("ner", "attribution", "input", "furniture", "names", "pairs", "repeats")));
    }
}
