package hearsay.report.site;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import hearsay.report.page.MorningFromTables;
import hearsay.steps.QuoteSettings;
import hearsay.store.Published;
import hearsay.tables.Records;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of a site, each list sorted by what its pages are about. */
final class SiteRows {
    /** Names with a page, and pairs with one: a bound for an archive of many years, far above a newsroom's. */
    private static final int NAMES = 50_000;

    private static final int PAIRS = 100_000;

    /** Of whom a name is named with, so many are shown, and so many have a page for the two. */
    static final int NAMED_WITH = 25;

    private static final int PAIRS_EACH = 10;

    private final SparkSession spark;
    private final QuoteSettings shown;
    private final boolean fold;

    /** @param fold whether a people counts for its country and members for their party */
    SiteRows(SparkSession spark, Published warehouse, QuoteSettings shown, boolean fold) {
        this.spark = spark;
        this.shown = shown;
        this.fold = fold;
        for (Table<?> table : List.of(
                Tables.ARTICLES,
                Tables.MENTIONS,
                Tables.ENTITIES,
                Tables.QUOTES,
                Tables.QUOTE_GROUPS,
                Tables.CO_MENTION_NETWORK)) {
            warehouse.read(table).createOrReplaceTempView("warehouse_" + table.name());
        }
        views();
    }

    private void views() {
        view("site_articles", """
                select article_id, url, path, title, coalesce(source, '(no outlet)') as outlet, %s as day, repeat_of,
                    if(date_doubt is null, published_date, null) as own_day, published_date
                from warehouse_articles""".formatted(MorningFromTables.DAY));
        view(
                        "site_folded",
                        "select entity_id, %s as folded from warehouse_entities"
                                .formatted(fold ? "coalesce(about_id, entity_id)" : "entity_id"))
                .cache();
        view("site_about", """
                select quote_id, sort_array(collect_set(folded)) as about
                from (select quote_id, explode(about) as entity_id from warehouse_quotes) join site_folded using (entity_id)
                group by quote_id""");
        spark.table("warehouse_quotes")
                .withColumn("shown", coalesce(shown.isShown(), lit(false)))
                .createOrReplaceTempView("site_all_quotes");
        view("site_rows", """
                select q.article_id, q.quote_id, q.kind, coalesce(q.act, 'said') as act, q.confidence, q.shown, q.before, q.text,
                    q.after, q.begin, coalesce(q.verbatim, array()) as verbatim, q.sentence,
                    case when q.speaker_id is null then array()
                        else coalesce(q.speakers, array(named_struct('speaker_id', q.speaker_id, 'speaker', q.speaker))) end as speakers,
                    coalesce(o.about, array()) as about, q.source_text, q.no_speaker_because, a.outlet, a.day, a.url, a.path,
                    a.title, a.published_date, g.group_id
                from site_all_quotes q join site_articles a using (article_id) left join site_about o using (quote_id)
                    left join (select group_id, explode(quotes) as quote_id from warehouse_quote_groups) g using (quote_id)""");
        view("site_quotes", """
                select *, cast(size(articles) as bigint) as carried from (
                    select *,
                        row_number() over (partition by coalesce(group_id, quote_id), speakers
                            order by not shown, published_date, quote_id) as place,
                        collect_set(article_id) over (partition by coalesce(group_id, quote_id), speakers) as articles,
                        sort_array(collect_set(outlet) over (partition by coalesce(group_id, quote_id), speakers)) as outlets
                    from site_rows where size(speakers) > 0)
                where place = 1""").cache();
        view("site_spoke", """
                select quote_id, one.speaker_id, about_id from site_quotes
                    lateral view explode(speakers) as one lateral view explode(about) as about_id
                where shown and not array_contains(transform(speakers, x -> x.speaker_id), about_id)""");
        network();
    }

    private Dataset<Row> view(String name, String query) {
        Dataset<Row> rows = spark.sql(query);
        rows.createOrReplaceTempView(name);
        return spark.table(name);
    }

    /** Gives back the memory. */
    void forget() {
        for (String cached : List.of("site_folded", "site_quotes", "site_met", "site_names")) {
            if (spark.catalog().tableExists(cached)) {
                spark.catalog().uncacheTable(cached);
            }
        }
    }

    /** Who has a page, by id: all names but those that count for another one. */
    List<Name> names() {
        view("site_names", """
                with said as (
                    select one.speaker_id as entity_id, count_if(shown) as said, count_if(not shown) as less_certain
                    from site_quotes lateral view explode(speakers) as one group by 1),
                spoken as (select about_id as entity_id, count(distinct quote_id) as spoken_of from site_spoke group by 1)
                select e.entity_id, e.name, e.type, e.aliases, e.roles, e.articles, e.first_seen, e.last_seen, e.gender, e.facts,
                    coalesce(said, 0L) as said, coalesce(less_certain, 0L) as less_certain, coalesce(spoken_of, 0L) as spoken_of
                from warehouse_entities e join site_folded f on f.entity_id = e.entity_id and f.folded = e.entity_id
                    left join said on said.entity_id = e.entity_id left join spoken on spoken.entity_id = e.entity_id
                order by said + spoken_of desc, less_certain desc, e.articles desc, e.name, e.entity_id limit %d""".formatted(NAMES)).cache();
        return records("select * from site_names order by entity_id", Name.class);
    }

    /** What each says, the trusted first, then the latest. */
    Grouped<Quoted> said() {
        return quoted("""
                select one.speaker_id as key, cast(null as string) as side, q.* from site_quotes q lateral view explode(speakers) as one
                order by key, not shown, published_date desc, outlet, article_id, begin""");
    }

    /** What others say of each, trusted rows, the latest first. */
    Grouped<Quoted> spokenOf() {
        return quoted("""
                select s.about_id as key, cast(null as string) as side, q.*
                from (select distinct quote_id, about_id from site_spoke) s join site_quotes q using (quote_id)
                order by key, published_date desc, outlet, article_id, begin""");
    }

    /** Whom each is named with, the strongest first. */
    Grouped<Met> namedWith() {
        return new Grouped<>(
                spark.sql("select * from site_met where place <= %d order by key, place".formatted(NAMED_WITH)),
                Met.class,
                Met::key);
    }

    /** The strongest pairs of all. */
    List<Met> strongest(int most) {
        return records("""
                select a_id as key, cast(row_number() over (order by strength desc, stories desc, a_id, b_id) as bigint) as place, *
                from site_network order by place limit %d""".formatted(most), Met.class);
    }

    /** Two who have a page together, by id. @param key as {@link Site#pair} @param quotes of one that name the other */
    record Two(String key, String aId, String bId, long quotes) {}

    /** The pairs with a page, by key: who speak on each other twice or more, and those whom one is named with most. */
    List<Two> pairs() {
        List<Two> pairs = records("""
                with spoke as (
                    select least(speaker_id, about_id) as a_id, greatest(speaker_id, about_id) as b_id, count(*) as quotes
                    from site_spoke group by 1, 2),
                met as (select a_id, b_id, min(place) as place from site_met where place <= %d group by 1, 2)
                select * from (select concat(a_id, '-', b_id) as key, a_id, b_id, coalesce(quotes, 0L) as quotes
                from spoke full join met using (a_id, b_id)
                    join (select entity_id as a_id from site_names) using (a_id)
                    join (select entity_id as b_id from site_names) using (b_id)
                where quotes > 1 or place is not null
                order by quotes desc, place nulls last, key limit %d) order by key""".formatted(PAIRS_EACH, PAIRS), Two.class);
        Records.of(Two.class).dataset(spark, pairs).createOrReplaceTempView("site_pairs");
        return pairs;
    }

    /** How those with a page together are named together. */
    Grouped<Met> met() {
        return new Grouped<>(spark.sql("""
                select p.key, 1L as place, n.* from site_pairs p join site_network n using (a_id, b_id) order by key"""), Met.class, Met::key);
    }

    /** What those with a page together say of each other: all of one, then all of the other, the latest first. */
    Grouped<Quoted> onEachOther() {
        return quoted("""
                select p.key, s.speaker_id as side, q.*
                from (select *, least(speaker_id, about_id) as a_id, greatest(speaker_id, about_id) as b_id from site_spoke) s
                    join site_pairs p using (a_id, b_id) join site_quotes q using (quote_id)
                order by key, side, published_date desc, outlet, article_id, begin""");
    }

    /** Words that several articles carry. @param places of the articles, the first one first */
    record Carried(
            String groupId,
            String text,
            String speakerId,
            String speaker,
            long articles,
            long outlets,
            List<InArticle> places) {}

    /** Those in most outlets first. @param each articles that are named, at most */
    List<Carried> carried(int most, int each) {
        return records("""
                with groups as (
                    select group_id, text, speaker_id, speaker, articles, cast(size(outlets) as bigint) as outlets
                    from warehouse_quote_groups where articles > 1
                    order by outlets desc, articles desc, text, group_id limit %d),
                placed as (
                    select *, row_number() over (partition by group_id order by published_date, article_id, begin) as place
                    from site_rows where group_id is not null)
                select g.*, p.places from groups g join (
                    select group_id, sort_array(collect_list(named_struct('place', place, 'text', text, 'sentence', sentence,
                        'outlet', outlet, 'day', day, 'url', url, 'path', path, 'title', title))) as places
                    from placed where place <= %d group by 1) p using (group_id)
                order by outlets desc, articles desc, text, group_id""".formatted(most, each), Carried.class);
    }

    private void network() {
        view("site_network", """
                with found as (
                    select a_id, b_id, posexplode(evidence) as (place, found) from warehouse_co_mention_network where sentences > 0),
                shown as (
                    select a_id, b_id, sort_array(collect_list(named_struct('place', place, 'text', found.text,
                        'sentence', found.sentence, 'outlet', outlet, 'day', day, 'url', url, 'path', path, 'title', title))) as evidence
                    from found join site_articles on article_id = found.article_id group by 1, 2)
                select p.a_id, p.a_name, p.b_id, p.b_name, p.articles, p.stories, p.sentences, p.first_seen, p.last_seen, p.strength,
                    s.evidence
                from warehouse_co_mention_network p join shown s using (a_id, b_id)""");
        view("site_met", """
                select *, cast(row_number() over (partition by key order by strength desc, stories desc, a_id, b_id) as bigint) as place
                from (select a_id as key, * from site_network union all select b_id as key, * from site_network)""").cache();
    }

    /** An article that names one. @param ownDay null where it has no day of its own */
    record NamedIn(String key, LocalDate ownDay, String day, String outlet, String url, String path, String title) {}

    /** The articles that name each, the latest first. */
    Grouped<NamedIn> articles() {
        return new Grouped<>(spark.sql("""
                select key, own_day, day, outlet, url, path, title
                from (select distinct article_id, folded as key from warehouse_mentions join site_folded using (entity_id))
                    join site_articles using (article_id)
                order by key, own_day desc nulls last, article_id"""), NamedIn.class, NamedIn::key);
    }

    private Grouped<Quoted> quoted(String query) {
        return new Grouped<>(spark.sql(query), Quoted.class, Quoted::key);
    }

    <R extends Record> List<R> records(String query, Class<R> type) {
        Records<R> shape = Records.of(type);
        return spark.sql(query).collectAsList().stream().map(shape::record).toList();
    }
}
