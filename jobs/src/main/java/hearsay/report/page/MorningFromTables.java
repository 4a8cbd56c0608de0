package hearsay.report.page;

import hearsay.report.page.Morning.Corrected;
import hearsay.report.page.Morning.Counts;
import hearsay.report.page.Morning.Named;
import hearsay.report.page.Morning.News;
import hearsay.report.page.Morning.Outlet;
import hearsay.report.page.Morning.Pair;
import hearsay.report.page.Morning.Rejected;
import hearsay.report.page.Morning.Said;
import hearsay.report.page.Morning.Spoke;
import hearsay.report.page.Morning.Unknown;
import hearsay.settings.OperatorMistake;
import hearsay.steps.QuoteSettings;
import hearsay.store.Published;
import hearsay.tables.DateDoubt;
import hearsay.tables.Run;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what the nightly page tells: of the articles that the last run read, or of all where it found nothing new. */
public final class MorningFromTables {
    private static final int SPEAKERS = 12;
    private static final int QUOTES_EACH = 6;
    private static final int LINES = 15;
    private static final int PAIRS = 28;
    /** The day of an article as people read it, in Spark SQL: its month where only that is known. */
    public static final String DAY = """
            case when date_doubt is null then cast(published_date as string)
                when date_doubt = '%s' then date_format(published_date, 'yyyy-MM') else 'no day' end""".formatted(DateDoubt.MONTH_ONLY.word());

    private static final String NAMED_IN_NO_OLDER = """
            not exists (select 1 from morning_older x join morning_older y on x.article_id = y.article_id
                        where x.entity_id = p.a_id and y.entity_id = p.b_id)""";

    private final SparkSession spark;
    private final String runId;
    private final QuoteSettings settings;

    private MorningFromTables(SparkSession spark, String runId, QuoteSettings settings) {
        this.spark = spark;
        this.runId = runId;
        this.settings = settings;
    }

    /** @throws OperatorMistake where no night was published */
    public static Morning read(SparkSession spark, Published warehouse, QuoteSettings settings) {
        List<Run> runs = warehouse.read(Tables.RUNS).orderBy("night").collectAsList().stream()
                .map(Tables.RUNS.records()::record)
                .toList();
        if (runs.isEmpty()) {
            throw new OperatorMistake("No night was published in " + warehouse.path() + " yet.");
        }
        Run last = runs.get(runs.size() - 1);
        Optional<Run> before = runs.size() < 2 ? Optional.empty() : Optional.of(runs.get(runs.size() - 2));
        for (Table<?> table : List.of(
                Tables.ARTICLES,
                Tables.MENTIONS,
                Tables.ENTITIES,
                Tables.QUOTES,
                Tables.CO_MENTION_NETWORK,
                Tables.REJECTS)) {
            warehouse.read(table).createOrReplaceTempView("warehouse_" + table.name());
        }
        return new MorningFromTables(spark, last.runId(), settings).morning(last, before);
    }

    private Morning morning(Run last, Optional<Run> before) {
        Dataset<Row> fresh = spark.sql("""
                select article_id, url, path, title, coalesce(source, '(no outlet)') as source, published_date, repeat_of
                from warehouse_articles where run_id = '%s'""".formatted(runId)).cache();
        boolean quiet = fresh.isEmpty();
        if (quiet) {
            fresh = spark.sql("""
                    select article_id, url, path, title, coalesce(source, '(no outlet)') as source, published_date, repeat_of
                    from warehouse_articles""");
        }
        fresh.createOrReplaceTempView("morning_articles");
        spark.sql("""
                select q.*, a.url, a.path, a.title, a.source, a.repeat_of from warehouse_quotes q join morning_articles a using (article_id)
                """).cache().createOrReplaceTempView("morning_quotes");
        spark.table("morning_quotes").where(settings.isShown()).createOrReplaceTempView("morning_shown");
        boolean compares = !quiet && readsOlder();
        List<Pair> met = compares ? pairs(NAMED_IN_NO_OLDER) : List.of();
        boolean newPairs = !met.isEmpty();
        try {
            return new Morning(
                    last,
                    before,
                    quiet,
                    counts(last),
                    people(),
                    newPairs ? met : pairs("true"),
                    newPairs,
                    settings.trusted(),
                    quotes(),
                    outlets(),
                    unknown(),
                    rejects(last),
                    news(compares));
        } finally {
            spark.catalog().uncacheTable("morning_quotes");
            fresh.unpersist();
        }
    }

    /**
     * Whom the archive named before the last run: articles of earlier runs, and those whose earlier text may have named the same.
     *
     * @return whether there are any
     */
    private boolean readsOlder() {
        spark.sql("""
                select article_id, m.entity_id from warehouse_mentions m join warehouse_articles using (article_id)
                where run_id <> '%s' or size(previous) > 0""".formatted(runId)).createOrReplaceTempView("morning_older");
        return !spark.table("morning_older").isEmpty();
    }

    private Counts counts(Run last) {
        return rows(
                        """
                select (select count(*) from morning_articles), (select count(repeat_of) from morning_articles), count(*), count(speaker),
                    (select count(*) from warehouse_rejects where run_date = date '%s')
                from morning_quotes""".formatted(last.runDate()),
                        row -> new Counts(
                                row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    private List<Named> people() {
        return rows("""
                select e.entity_id, e.name, e.type, count(distinct m.article_id) as articles, count(*) as mentions
                from warehouse_mentions m join morning_articles using (article_id) join warehouse_entities e using (entity_id)
                where e.type in ('PER', 'ORG')
                group by e.entity_id, e.name, e.type order by articles desc, mentions desc, e.name limit %d""".formatted(LINES), MorningFromTables::named);
    }

    private static Named named(Row row) {
        return new Named(row.getString(0), row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    private List<Pair> pairs(String where) {
        return rows(
                """
                select a.entity_id, a.name, a.type, b.entity_id, b.name, b.type, p.stories, p.sentences, p.evidence[0].text
                from warehouse_co_mention_network p
                join warehouse_entities a on a.entity_id = p.a_id join warehouse_entities b on b.entity_id = p.b_id
                where a.type in ('PER', 'ORG') and b.type in ('PER', 'ORG') and p.sentences > 0 and %s
                order by p.strength desc, p.stories desc, a.name, b.name limit %d""".formatted(where, PAIRS),
                row -> new Pair(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8)));
    }

    /** Copies of a story say the same once more: they are left out. */
    private List<Said> quotes() {
        return rows(
                """
                with own as (
                    select *, one.speaker as who, one.speaker_id as who_id
                    from morning_shown lateral view explode(
                        coalesce(speakers, array(named_struct('speaker_id', speaker_id, 'speaker', speaker)))) as one
                    where repeat_of is null),
                placed as (
                    select *, count(*) over (partition by who) as quotations,
                        row_number() over (partition by who
                            order by kind <> 'direct', kind <> 'mixed', confidence desc, quote_id) as place
                    from own),
                speakers as (select who, count(*) as n from own group by who order by n desc, who limit %d)
                select who, quotations, kind, before, text, after, coalesce(url, path), title, source,
                    %s, who_id
                from placed join speakers using (who) where place <= %d
                order by quotations desc, who, place""".formatted(SPEAKERS, DAY, QUOTES_EACH),
                row -> new Said(
                        row.getString(10),
                        row.getString(0),
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)));
    }

    private List<Outlet> outlets() {
        return rows(
                """
                select a.source, count(distinct a.article_id) as articles, count(q.quote_id),
                    count(q.quote_id) - count(q.speaker)
                from morning_articles a left join morning_quotes q using (article_id)
                group by a.source order by articles desc, a.source limit %d""".formatted(LINES),
                row -> new Outlet(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    private List<Unknown> unknown() {
        return rows("""
                select coalesce(no_speaker_because, 'no reason is given'), count(*) as quotations,
                    max_by(text, struct(length(text) < 200, confidence, quote_id))
                from morning_quotes where speaker is null group by 1 order by quotations desc, 1""", row -> new Unknown(row.getString(0), row.getLong(1), row.getString(2)));
    }

    private List<Rejected> rejects(Run last) {
        return rows(
                """
                select coalesce(reason, 'no reason is given') as because, count(*) as inputs,
                    min(path || if(position > 0, ', place ' || position, ''))
                from warehouse_rejects where run_date = date '%s' group by because order by inputs desc, because limit %d""".formatted(last.runDate(), LINES),
                row -> new Rejected(row.getString(0), row.getLong(1), row.getString(2)));
    }

    private News news(boolean compares) {
        List<Named> names = !compares ? List.of() : rows("""
                select e.entity_id, e.name, e.type, count(distinct m.article_id) as articles, count(*) as mentions
                from warehouse_mentions m join morning_articles using (article_id) join warehouse_entities e using (entity_id)
                where e.type <> 'MISC' and e.entity_id not in (select entity_id from morning_older where entity_id is not null)
                group by e.entity_id, e.name, e.type order by articles desc, mentions desc, e.name""", MorningFromTables::named);
        List<Corrected> corrected =
                rows("""
                select a.title, coalesce(a.url, a.path), m.source
                from morning_articles m join warehouse_articles a using (article_id)
                where size(a.previous) > 0 and a.run_id = '%s' order by m.source, a.title, a.article_id""".formatted(runId), row -> new Corrected(row.getString(0), row.getString(1), row.getString(2)));
        return new News(
                names.size(),
                names.stream().limit(LINES).toList(),
                spoke(),
                corrected.size(),
                corrected.stream().limit(LINES).toList());
    }

    /** Who spoke on whom; copies of a story say the same once more, and are left out. */
    private List<Spoke> spoke() {
        return rows(
                """
                with one as (
                    select distinct quote_id, one.speaker_id as speaker_id, one.speaker as speaker, about_id
                    from morning_shown lateral view explode(
                        coalesce(speakers, array(named_struct('speaker_id', speaker_id, 'speaker', speaker)))) as one
                        lateral view explode(about) as about_id
                    where repeat_of is null)
                select one.speaker_id, one.speaker, e.entity_id, e.name, count(*) as quotations
                from one join warehouse_entities e on e.entity_id = one.about_id
                where one.speaker_id <> e.entity_id
                group by 1, 2, 3, 4 order by quotations desc, 2, 4, 1, 3 limit %d""".formatted(LINES),
                row -> new Spoke(
                        row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private <T> List<T> rows(String query, Function<Row, T> record) {
        return spark.sql(query).collectAsList().stream().map(record).toList();
    }
}
