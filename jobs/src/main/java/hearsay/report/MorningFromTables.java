package hearsay.report;

import hearsay.report.Morning.Counts;
import hearsay.report.Morning.Named;
import hearsay.report.Morning.Outlet;
import hearsay.report.Morning.Pair;
import hearsay.report.Morning.Rejected;
import hearsay.report.Morning.Said;
import hearsay.report.Morning.Unknown;
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
        List<Pair> met = quiet || !readsOlder() ? List.of() : pairs(NAMED_IN_NO_OLDER);
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
                    rejects(last));
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
        return rows(
                """
                select e.name, e.type, count(distinct m.article_id) as articles, count(*) as mentions
                from warehouse_mentions m join morning_articles using (article_id) join warehouse_entities e using (entity_id)
                where e.type in ('PER', 'ORG')
                group by e.entity_id, e.name, e.type order by articles desc, mentions desc, e.name limit %d""".formatted(LINES),
                row -> new Named(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private List<Pair> pairs(String where) {
        return rows(
                """
                select a.name, a.type, b.name, b.type, p.stories, p.sentences, p.evidence[0].text
                from warehouse_co_mention_network p
                join warehouse_entities a on a.entity_id = p.a_id join warehouse_entities b on b.entity_id = p.b_id
                where a.type in ('PER', 'ORG') and b.type in ('PER', 'ORG') and p.sentences > 0 and %s
                order by p.strength desc, p.stories desc, a.name, b.name limit %d""".formatted(where, PAIRS),
                row -> new Pair(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)));
    }

    /** Copies of a story say the same once more: they are left out. */
    private List<Said> quotes() {
        return rows(
                """
                with own as (
                    select *, one.speaker as who
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
                    case when date_doubt is null then cast(published_date as string)
                        when date_doubt = '%s' then date_format(published_date, 'yyyy-MM') else 'no day' end
                from placed join speakers using (who) where place <= %d
                order by quotations desc, who, place""".formatted(SPEAKERS, DateDoubt.MONTH_ONLY.word(), QUOTES_EACH),
                row -> new Said(
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

    private <T> List<T> rows(String query, Function<Row, T> record) {
        return spark.sql(query).collectAsList().stream().map(record).toList();
    }
}
