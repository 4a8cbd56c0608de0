package hearsay.night;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import hearsay.input.InputSettings;
import hearsay.input.articles.InputSummary;
import hearsay.input.files.InputFiles;
import hearsay.model.Tagger;
import hearsay.model.Taggers;
import hearsay.report.Highlights;
import hearsay.settings.Build;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesFromFiles;
import hearsay.steps.ArticlesWithFurniture;
import hearsay.steps.ArticlesWithoutRepeats;
import hearsay.steps.AttributionsFromQuotes;
import hearsay.steps.CoMentionNetworkFromMentions;
import hearsay.steps.CoMentionsFromMentions;
import hearsay.steps.EarlierTexts;
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
import hearsay.steps.RejectsFromArticles;
import hearsay.steps.RepeatSettings;
import hearsay.steps.RolesFromMentions;
import hearsay.steps.SentencesFromArticles;
import hearsay.steps.SpeakerLinksFromQuotes;
import hearsay.store.Bounds;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Ids;
import hearsay.tables.InputFile;
import hearsay.tables.Table;
import hearsay.tables.TableCount;
import hearsay.tables.Tables;
import hearsay.text.entities.Aliases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

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
public final class NightlyJob {
    private final SparkSession spark;
    private final Settings settings;
    private final LocalDate runDate;
    private final Warehouse warehouse;
    private final Night night;
    private final RunReport report;
    private final ArticleLimits limits;
    private final Progress progress;
    private String round = "";

    private NightlyJob(
            SparkSession spark, Settings settings, LocalDate runDate, Warehouse warehouse, Night night, RunReport report,
            Progress progress) {
        this.spark = spark;
        this.settings = settings;
        this.runDate = runDate;
        this.warehouse = warehouse;
        this.night = night;
        this.report = report;
        this.limits = ArticleLimits.of(spark, settings.section("articles", Cost.class).mostSeconds());
        this.progress = progress;
    }

    /**
     * What a night is asked to do.
     *
     * @param rebuild read every known article anew: as its file has it, or out of the warehouse where the file is gone
     * @param accept  publish though checks fail
     */
    public record Request(String input, String warehouse, LocalDate runDate, boolean rebuild, boolean accept) {}

    public static void run(SparkSession spark, Settings settings, Request request) {
        Progress progress = new Progress(System.out);
        run(spark, settings, request, progress).print(System.out);
        Highlights.print(warehouse(spark, settings, request.warehouse()), System.out);
        System.out.println("Tables: " + request.warehouse());
    }

    public static RunReport run(SparkSession spark, Settings settings, Request request, Progress progress) {
        if (request.rebuild()) {
            Warehouse.existing(spark, request.warehouse());
        }
        List<InputFile> files = InputFiles.list(spark, request.input());
         Warehouse warehouse = warehouse(spark, settings, request.warehouse());
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(request.runDate(), listing(files), versions(spark, settings))) {
            boolean all = request.rebuild() || settings.section("input", Reading.class).readAll();
            List<InputFile> unread = all ? files : night.unread(files);
            if (unread.size() < files.size()) {
                report.note(files.size() - unread.size() + " of " + files.size() + " files are as an earlier night read them");
            }
            InputSummary input = new NightlyJob(spark, settings, request.runDate(), warehouse, night, report, progress)
                    .articlesToTables(unread, request.rebuild());
            int daysAhead = settings.section("input", InputSettings.class).daysAhead();
            Map<String, LocalDate> again = new TreeMap<>(input.early());
            again.replaceAll((path, day) -> day.minusDays(daysAhead));
            night.stageListing(InputFiles.address(spark, request.input()),
                    files.stream().filter(file -> !input.unread().contains(file.path())).toList(), again);
            night.publish(settings.section("checks", Bounds.class), report, request.accept());
            progress.done("published", report.tables().stream().mapToLong(TableCount::rowsOut).sum());
        }
        return report;
    }

    /**
     * A night that only forgets: days of publication before {@code first} go from every table, and what all days together
     * say is said anew by those that are left. Later nights do not take articles of such days again. The last call counts: an
     * earlier day than that of the call before lets articles come back where a file that holds them is opened.
     */
    public static void forget(SparkSession spark, Settings settings, String path, LocalDate first, LocalDate runDate, boolean accept) {
        if (first.isAfter(runDate)) {
            throw new OperatorMistake("The day " + first + " is still to come: to forget all days before it would leave nothing, and no"
                    + " article would be taken until then.");
        }
        Warehouse.existing(spark, path);
         Warehouse warehouse = warehouse(spark, settings, path);
        RunReport report = new RunReport();
        try (Night night = warehouse.begin(runDate, "forget before " + first, versions(spark, settings))) {
            Set<LocalDate> days = night.forget(first);
            if (days.isEmpty() && warehouse.firstDay().equals(Optional.of(first))) {
                System.out.println("There is no day before " + first + "; nothing to forget.");
                return;
            }
            NightlyJob job = new NightlyJob(spark, settings, runDate, warehouse, night, report, new Progress(System.out));
            if (!days.isEmpty()) {
                job.bringUpToDate(Analysed.nothing(spark), job.withoutForgottenCopies(days));
            }
            night.publish(settings.section("checks", Bounds.class), report, accept);
        }
        report.print(System.out);
    }

    private InputSummary articlesToTables(List<InputFile> files, boolean rebuild) {
        InputSettings input = settings.section("input", InputSettings.class);
        Dataset<Row> found = step("read", () -> night.scratch("found",
                ArticlesFromFiles.derive(InputFiles.pieces(spark, files, input), input, runDate, limits)));

        Dataset<Row> usable = found.where(col("article").isNotNull()).select("article.*");
        Optional<LocalDate> first = warehouse.firstDay();
        Dataset<Row> incoming = first.isEmpty() ? usable : usable.where(col("published_date").geq(lit(first.get())));
        Dataset<Row> known = night.read(Tables.ARTICLES);
        Dataset<Row> read = night.scratch("read", NewArticles.derive(incoming, known, night.runId(), rebuild));
        InputSummary summary = InputSummary.of(found, input.languages());
        summary.notes().forEach(report::note);
        Dataset<Row> earlier = night.scratch("earlier", EarlierTexts.derive(found, known, runDate));
        Set<LocalDate> touched = days(read.select("published_date")
                .union(known.join(read, "article_id").select(known.col("published_date"))));
        Analysed fresh = touched.isEmpty() ? Analysed.nothing(spark) : analysed(read, touched);
        night.stage(Tables.REJECTS, rejects(found, earlier, fresh.given), Set.of(runDate));
        long forgotten = first.isEmpty() ? 0 : summary.articles() - incoming.count();
        report.dropped("articles", forgotten, "of days that are forgotten");
        count(summary, night.rows(earlier), night.rows(read) + forgotten,
                rebuild ? read.join(incoming, new String[] {"article_id"}, "left_anti").count() : 0);
        if (!touched.isEmpty()) {
            bringUpToDate(fresh, touched);
        } else if (rulesChanged()) {
            report.note("no article is new, but rules or settings are other than last night's: all names are resolved anew");
            bringUpToDate(fresh, touched);
        }
        return summary;
    }

    /** Whether the names of the warehouse were resolved by other rules; a night that only compacts or measures resolves none. */
    private boolean rulesChanged() {
        return night.read(Tables.RUNS)
                .where("rules <> '' and exists(tables, t -> t.table = '" + Tables.ENTITIES.name() + "')")
                .orderBy(col("night").desc()).limit(1)
                .where(col("rules").notEqual(versions(spark, settings).rules()))
                .count() > 0;
    }

    /**
     * Articles whose sentences are new, and what the model and the rules find in each of them alone.
     *
     * @param given all that the model and the rules were given, those that the limits refused among them
     */
    private record Analysed(
            Dataset<Row> given, Dataset<Row> articles, Dataset<Row> sentences, Dataset<Row> mentions, Dataset<Row> quotes) {
        static Analysed nothing(SparkSession spark) {
            Dataset<Row> none = none(spark, Tables.ARTICLES);
            return new Analysed(none, none, none(spark, Tables.SENTENCES), none(spark, Tables.MENTIONS), none(spark, Tables.QUOTES));
        }

        /** This, and in place of what it says of some articles what was found in them later. */
        Analysed and(Analysed later) {
            return new Analysed(given.unionByName(later.given),
                    replaced(articles, later.articles, later), replaced(sentences, later.sentences, later),
                    replaced(mentions, later.mentions, later), replaced(quotes, later.quotes, later));
        }

        private static Dataset<Row> replaced(Dataset<Row> rows, Dataset<Row> laterRows, Analysed later) {
            return rows.join(later.given.select("article_id"), new String[] {"article_id"}, "left_anti").unionByName(laterRows);
        }

        private static Dataset<Row> none(SparkSession spark, Table<?> table) {
            return spark.createDataFrame(List.of(), table.schema());
        }
    }

    /**
     * The new and changed articles, and those in which furniture is known only now, as far as the limits let them pass: of the
     * others no table has a row of tonight, and no article is the copy of one or shares its furniture.
     */
    private Analysed analysed(Dataset<Row> read, Set<LocalDate> touched) {
        Dataset<Row> toRead = toRead(read, touched);
        Analysed analysed = night.rows(toRead) == 0 ? Analysed.nothing(spark) : analysed(toRead);
        for (int refused = 0; refused < limits.refused().size(); ) {
            refused = limits.refused().size();
            round = "-without-" + refused;
            Dataset<Row> without = toRead(passed(read), touched);
            Dataset<Row> known = toRead.select(col("article_id").as("known_id"), col("furniture").as("known_furniture"));
            Dataset<Row> otherwise = without.join(known,
                    col("article_id").equalTo(col("known_id")).and(col("furniture").eqNullSafe(col("known_furniture"))), "left_anti");
            if (!otherwise.isEmpty()) {
                analysed = analysed.and(analysed(otherwise));
            }
            toRead = without;
        }
        long anew = limits.refused().isEmpty()
                ? night.rows(toRead) - night.rows(read)
                : passed(toRead).count() - passed(read).count();
        if (anew > 0) {
            report.note(anew + " known articles are read anew: what their outlets repeat is known now");
        }
        return analysed;
    }

    private Analysed analysed(Dataset<Row> toRead) {
        Dataset<Row> sentences = step("sentences tagged", () -> night.scratch("sentences" + round,
                SentencesFromArticles.derive(toRead, taggers(spark, settings), limits)));
        Dataset<Row> mentions = night.scratch("mentions" + round, MentionsFromSentences.derive(sentences, limits));
        Dataset<Row> quotes = night.scratch("spans" + round, QuotesFromSentences.derive(toRead, sentences, limits));
        return new Analysed(toRead, passed(toRead), passed(sentences), passed(mentions), passed(quotes));
    }

    private Dataset<Row> passed(Dataset<Row> rows) {
        Set<String> refused = limits.refused().keySet();
        return refused.isEmpty() ? rows : rows.where(not(col("article_id").isInCollection(refused)));
    }

    /** All tables by the new and changed articles. Grows {@code touched} by the days that these make wrong. */
    private void bringUpToDate(Analysed analysed, Set<LocalDate> touched) {
        Dataset<Row> fresh = analysed.articles;
        stage(Tables.SENTENCES, with(fresh, Tables.SENTENCES, analysed.sentences, touched), touched);

        Dataset<Row> resolved = step("names resolved", () -> night.scratch("resolved", EntitiesFromMentions.derive(
                with(fresh, Tables.MENTIONS, analysed.mentions), names(), limits)));
        Dataset<Row> entities = night.scratch("entities", EntityRowsFromMentions.derive(resolved, new Aliases(names().aliases())));
        touch(touched, rereadDays(resolved, entities, touched), "names on them are resolved otherwise now");
        touch(touched, daysOfOtherRoles(resolved, touched), "other roles of those they name are known now");
        Dataset<Row> mentions = stage(Tables.MENTIONS, resolved.where(col("published_date").isInCollection(touched)), touched);

        stage(Tables.CO_MENTIONS, CoMentionsFromMentions.derive(mentions, night.read(Tables.ARTICLES, touched), pairs()), touched);
        notePairsLeftOut(mentions);
        Dataset<Row> network = stage(Tables.CO_MENTION_NETWORK, CoMentionNetworkFromMentions.derive(
                resolved, night.read(Tables.ARTICLES), night.read(Tables.SENTENCES), entities, pairs()));
        stage(Tables.ENTITIES, EntitiesWithRanks.derive(entities, network));

        Dataset<Row> attributed = step("speakers found", () -> attributed(analysed, resolved, entities, touched));
        Set<LocalDate> otherDays = warehouse.days(Tables.QUOTES);
        otherDays.removeAll(touched);
        Dataset<Row> elsewhere = night.read(Tables.QUOTES, otherDays);
        Dataset<Row> groups = stage(Tables.QUOTE_GROUPS, QuoteGroupsFromQuotes.derive(
                attributed.unionByName(elsewhere), night.read(Tables.ARTICLES)));
        if (touch(touched, regroupedDays(elsewhere, groups, otherDays), "quotations on them take another speaker from other outlets now")) {
            attributed = attributed(analysed, resolved, entities, touched);
        }
        Dataset<Row> quotes = stage(Tables.QUOTES, QuotesWithGroupSpeakers.derive(attributed, groups), touched);
        stage(Tables.SPEAKER_LINKS, SpeakerLinksFromQuotes.derive(quotes), touched);
    }

    /** Lets the run write other days than those of its articles, and say so. @return whether there are any */
    private boolean touch(Set<LocalDate> touched, Set<LocalDate> others, String because) {
        if (!others.isEmpty()) {
            report.note((others.size() == 1 ? "1 other day is" : others.size() + " other days are") + " written anew: " + because);
        }
        return touched.addAll(others);
    }

    private void notePairsLeftOut(Dataset<Row> mentions) {
        Row leftOut = PairsLeftOut.derive(mentions, pairs()).head();
        if (leftOut.getLong(0) > 0) {
            report.dropped("co_mentions", leftOut.getLong(1),
                    "pairs of " + leftOut.getLong(0) + " articles that name more entities than pairs.most-entities ("
                            + pairs().mostEntities() + "), be they within pairs.window-sentences or not");
        }
    }

    private Dataset<Row> attributed(Analysed fresh, Dataset<Row> resolved, Dataset<Row> entities, Set<LocalDate> days) {
        return night.scratch("quotes-of-" + days.size() + "-days", AttributionsFromQuotes.derive(
                night.read(Tables.ARTICLES, days), night.read(Tables.SENTENCES, days), night.read(Tables.MENTIONS, days), entities,
                roles(resolved, days), with(fresh.articles, Tables.QUOTES, fresh.quotes, days), limits));
    }

    /** Other days on which a quotation now takes another speaker, or one of another name, from the outlets that carry it too, or none. */
    private static Set<LocalDate> regroupedDays(Dataset<Row> elsewhere, Dataset<Row> groups, Set<LocalDate> otherDays) {
        if (otherDays.isEmpty()) {
            return Set.of();
        }
        Dataset<Row> speakers = groups.select(
                explode(col("quotes")).as("quote_id"), col("speaker_id").as("of_group"), col("speaker").as("of_group_name"));
        return days(elsewhere.join(speakers, new String[] {"quote_id"}, "left")
                .where(QuotesWithGroupSpeakers.takes(col("of_group")).or(expr("decided_by = '" + QuotesWithGroupSpeakers.GROUP
                        + "' and not (speaker_id <=> of_group and speaker <=> of_group_name)")))
                .select("published_date"));
    }

    private void count(InputSummary input, long earlier, long readOrForgotten, long fromWarehouse) {
        report.cameIn("articles", input.articles() + fromWarehouse + input.rejects());
        report.dropped("articles", input.articles() + fromWarehouse - readOrForgotten - earlier, "unchanged");
        report.dropped("articles", input.rejects() + earlier + limits.refused().size(), "not usable, see rejects");
        if (fromWarehouse > 0) {
            report.note(fromWarehouse + " articles that the input no longer gives were read out of the warehouse");
        }
    }

    private Dataset<Row> rejects(Dataset<Row> found, Dataset<Row> earlier, Dataset<Row> read) {
        Dataset<Row> rejects = RejectsFromArticles.derive(found, read, limits.refused(), runDate);
        return rejects.unionByName(earlier).unionByName(night.read(Tables.REJECTS, Set.of(runDate)))
                .dropDuplicates(Tables.REJECTS.key().toArray(String[]::new));
    }

    /** The articles of the touched days and of those near enough to hold copies of them, each with its first copy. */
    private Dataset<Row> withRepeats(Dataset<Row> fresh, Set<LocalDate> touched) {
        int window = repeats().windowDays();
        Set<LocalDate> around = withDaysBefore(withDaysAfter(touched, window), window);
        Dataset<Row> articles = with(fresh, Tables.ARTICLES, fresh, warehouse.read(Tables.ARTICLES, around));
        return night.scratch("articles" + round, Tables.ARTICLES.fit(ArticlesWithoutRepeats.derive(articles, repeats())));
    }

    /** Other days on which an archived article has become the copy of another one, or is one no longer. */
    private Set<LocalDate> retoldDays(Dataset<Row> told, Set<LocalDate> touched) {
        Set<LocalDate> after = archived(Tables.ARTICLES, withDaysAfter(touched, repeats().windowDays()));
        after.removeAll(touched);
        return after.isEmpty() ? after : days(told
                .join(warehouse.read(Tables.ARTICLES, after).select(col("article_id"), col("repeat_of").as("before")), "article_id")
                .where(not(col("repeat_of").eqNullSafe(col("before"))))
                .select("published_date"));
    }

    /** Stages the later copies of forgotten articles as copies of the first that is left. @return their days */
    private Set<LocalDate> withoutForgottenCopies(Set<LocalDate> forgotten) {
        int window = repeats().windowDays();
        Set<LocalDate> after = withDaysAfter(forgotten, window);
        after.removeAll(forgotten);
        Dataset<Row> told = night.scratch("articles", ArticlesWithoutRepeats.derive(
                night.read(Tables.ARTICLES, withDaysBefore(after, window)), repeats()));
        Set<LocalDate> retold = retoldDays(told, forgotten);
        if (!retold.isEmpty()) {
            stage(Tables.ARTICLES, told.where(col("published_date").isInCollection(retold)), retold);
        }
        return retold;
    }

    private Set<LocalDate> archived(Table<?> table, Set<LocalDate> days) {
        Set<LocalDate> archived = new TreeSet<>(days);
        archived.retainAll(warehouse.days(table));
        return archived;
    }

    /**
     * The articles whose sentences are to be derived, with the furniture of their outlets: the new and changed ones, and
     * archived ones in which a line is known for furniture only now, or is so no longer.
     */
    private Dataset<Row> toRead(Dataset<Row> fresh, Set<LocalDate> touched) {
        Dataset<Row> told = withRepeats(fresh, touched);
        touch(touched, retoldDays(told, touched), "articles on them are copies of other ones now, or are no longer");
        stage(Tables.ARTICLES, told.where(col("published_date").isInCollection(touched)), touched);
        int window = furniture().windowDays();
        Set<LocalDate> days = withDaysAfter(touched, window);
        Set<LocalDate> archived = archived(Tables.ARTICLES, days);
        Dataset<Row> outlets = broadcast(changedOutlets(touched));
        Dataset<Row> now = ArticlesWithFurniture.derive(
                        night.read(Tables.ARTICLES, withDaysBefore(days, window))
                                .join(outlets, new String[] {"source"}, "left_semi"), furniture())
                .where(col("published_date").isInCollection(days));
        Dataset<Row> known = archived.isEmpty() ? now : night.scratch("furniture" + round, now);
        Dataset<Row> withFurniture = fresh.join(known.select("article_id", "furniture"), new String[] {"article_id"}, "left");
        Dataset<Row> toRead = step("furniture learned", () -> night.scratch("to-read" + round, archived.isEmpty()
                ? withFurniture
                : withFurniture.unionByName(refurnished(
                        known.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"),
                        warehouse.read(Tables.ARTICLES, withDaysBefore(archived, window))
                                .join(outlets, new String[] {"source"}, "left_semi")))));
        touched.addAll(days(toRead.select("published_date")));
        return toRead;
    }

    /** Of archived articles those whose furniture is not what the archive made of it. */
    private Dataset<Row> refurnished(Dataset<Row> now, Dataset<Row> archive) {
        Dataset<Row> before = ArticlesWithFurniture.derive(archive, furniture())
                .select(col("article_id"), col("furniture").as("before"));
        return now.join(before, "article_id")
                .where(not(col("furniture").eqNullSafe(col("before"))))
                .drop("before");
    }

    /** The outlets of articles that came, went, changed or became copies, on days that all such articles lie on. */
    private Dataset<Row> changedOutlets(Set<LocalDate> touched) {
        Column[] what = Stream.of("article_id", "source", "repeat_of", "text_hash", "published_date").map(functions::col).toArray(Column[]::new);
        return warehouse.read(Tables.ARTICLES, touched).select(what).withColumn("times", lit(-1))
                .union(night.read(Tables.ARTICLES, touched).select(what).withColumn("times", lit(1)))
                .groupBy(what).agg(sum("times").as("times"))
                .where("times <> 0")
                .select("source").distinct();
    }

    /** Other days on which an archived mention now names another entity, or an entity has got another name. */
    private Set<LocalDate> rereadDays(Dataset<Row> resolved, Dataset<Row> entities, Set<LocalDate> touched) {
        Set<LocalDate> others = warehouse.days(Tables.MENTIONS);
        others.removeAll(touched);
        if (others.isEmpty()) {
            return others;
        }
        Dataset<Row> onOthers = resolved.where(not(col("published_date").isInCollection(touched)));
        Dataset<Row> before = warehouse.read(Tables.MENTIONS, others)
                .select(col("mention_id"), col("entity_id").as("old_id"), col("entity_confidence").as("old_confidence"));
        Dataset<Row> moved = onOthers.join(before, "mention_id")
                .where("not (entity_id <=> old_id and entity_confidence <=> old_confidence)")
                .select("published_date");
        Dataset<Row> renamed = entities.select("entity_id", "name")
                .join(warehouse.read(Tables.ENTITIES).select("entity_id", "name"), new String[] {"entity_id", "name"}, "left_anti")
                .select("entity_id");
        return days(moved.union(onOthers.join(renamed, new String[] {"entity_id"}, "left_semi").select("published_date")));
    }

    /** Other days on which articles are read with other roles of those they name: what came lies on the days before. */
    private Set<LocalDate> daysOfOtherRoles(Dataset<Row> resolved, Set<LocalDate> touched) {
        Set<LocalDate> after = archived(Tables.MENTIONS, withDaysAfter(touched, names().windowDays()));
        after.removeAll(touched);
        return after.isEmpty() ? after : days(roles(resolved, after)
                .join(roles(warehouse.read(Tables.MENTIONS, withDaysBefore(after, names().windowDays())), after)
                        .withColumnRenamed("roles", "before"), new String[] {"entity_id", "published_date"})
                .where(not(col("roles").eqNullSafe(col("before"))))
                .select("published_date"));
    }

    private Dataset<Row> roles(Dataset<Row> mentions, Set<LocalDate> days) {
        int window = names().windowDays();
        return RolesFromMentions.derive(mentions.where(col("published_date").isInCollection(withDaysBefore(days, window))), window)
                .where(col("published_date").isInCollection(days));
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

    public static Taggers taggers(SparkSession spark, Settings settings) {
        return Taggers.load(spark, model(settings, "ner"), model(settings, "attribution"),
                settings.section("input", InputSettings.class).languages());
    }

    public static Warehouse warehouse(SparkSession spark, Settings settings, String path) {
        return Warehouse.at(spark, path, settings.section("warehouse", Keeping.class).keptNights());
    }

    private record Keeping(int keptNights) {}

    private record Reading(boolean readAll) {}

    private record Cost(int mostSeconds) {
        Cost {
            if (mostSeconds < 1) {
                throw new IllegalArgumentException("most-seconds is " + mostSeconds);
            }
        }
    }

    private record Model(String model) {}

    private static String model(Settings settings, String section) {
        return settings.section(section, Model.class).model();
    }

    /** The rows of new and changed articles, and those of the days' other articles as they stand. */
    private Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows, Set<LocalDate> days) {
        return with(fresh, table, rows, night.read(table, days));
    }

    private Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows) {
        return with(fresh, table, rows, night.read(table));
    }

    private static Dataset<Row> with(Dataset<Row> fresh, Table<?> table, Dataset<Row> rows, Dataset<Row> others) {
        return table.fit(rows).unionByName(others.join(fresh.select("article_id"), new String[] {"article_id"}, "left_anti"));
    }

    private Dataset<Row> stage(Table<?> table, Dataset<Row> rows, Set<LocalDate> touched) {
        return step(table.name(), () -> night.stage(table, rows, touched));
    }

    private Dataset<Row> stage(Table<?> table, Dataset<Row> rows) {
        return step(table.name(), () -> night.stage(table, rows));
    }

    /** A step whose rows lie on the disk when it ends. */
    private Dataset<Row> step(String name, Supplier<Dataset<Row>> rows) {
        Dataset<Row> made = rows.get();
        progress.done(name, night.rows(made));
        return made;
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

    public static Versions versions(SparkSession spark, Settings settings) {
        String models = Stream.of("ner", "attribution")
                .map(section -> Tagger.version(spark, model(settings, section)))
                .distinct()
                .collect(Collectors.joining(", "));
        String sections = settings.fingerprint(
                List.of("ner", "attribution", "articles", "input", "furniture", "names", "pairs", "repeats"), List.of("input.read-all"));
        List<String> aliases = settings.lines(settings.section("names", EntitySettings.Section.class).aliases());
        return new Versions(Build.version(), models,
                Ids.hash(String.join("\n", sections, Build.rules(), String.join("\n", aliases))));
    }
}
