package hearsay.report.site;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The rows of the outlets' pages, from the views of {@link SiteRows}; the key of a list is the hash of the outlet's name. */
final class OutletRows {
    /** Outlets with a page, those with most articles. */
    private static final int OUTLETS = 2_000;

    private static final int SPEAKERS = 25;
    private static final int ARTICLES = 25;
    private static final String KEY = "substring(sha2(outlet, 256), 1, 16)";

    /** @param shown trusted quotations @param copies articles that repeat a story of another one */
    record Outlet(
            String key,
            String outlet,
            long articles,
            long copies,
            long quotations,
            long withSpeaker,
            long shown,
            LocalDate first,
            LocalDate last) {}

    record Speaker(String key, long place, String speakerId, String speaker, long quotations) {}

    record Reason(String key, String because, long quotations) {}

    /** @param quotations trusted ones */
    record Carried(String key, String title, String url, String path, String day, long quotations) {}

    private final SparkSession spark;
    private final SiteRows rows;

    OutletRows(SparkSession spark, SiteRows rows) {
        this.spark = spark;
        this.rows = rows;
        spark.sql("select *, %s as key from site_articles".formatted(KEY))
                .createOrReplaceTempView("site_outlet_articles");
        spark.sql("select *, %s as key from site_rows".formatted(KEY)).createOrReplaceTempView("site_outlet_rows");
    }

    /** By key. */
    List<Outlet> outlets() {
        return rows.records("""
                select * from (
                    select * from (
                        select key, outlet, count(*) as articles, count(repeat_of) as copies, min(own_day) as first, max(own_day) as last
                        from site_outlet_articles group by 1, 2)
                        left join (
                            select key, count(*) as quotations, count_if(size(speakers) > 0) as with_speaker, count_if(shown) as shown
                            from site_outlet_rows group by 1) using (key)
                    order by articles desc, outlet limit %d)
                order by key""".formatted(OUTLETS), Outlet.class);
    }

    /** Who speaks there, first the most. */
    Grouped<Speaker> speakers() {
        return new Grouped<>(spark.sql("""
                select * from (
                    select *, cast(row_number() over (partition by key order by quotations desc, speaker, speaker_id) as bigint) as place
                    from (
                        select key, one.speaker_id, one.speaker, count(*) as quotations
                        from site_outlet_rows lateral view explode(speakers) as one where shown group by 1, 2, 3))
                where place <= %d order by key, place""".formatted(SPEAKERS)), Speaker.class, Speaker::key);
    }

    /** Why quotations have no speaker there. */
    Grouped<Reason> reasons() {
        return new Grouped<>(spark.sql("""
                select key, coalesce(no_speaker_because, 'no reason is given') as because, count(*) as quotations
                from site_outlet_rows where size(speakers) = 0 group by 1, 2 order by key, quotations desc, because"""), Reason.class, Reason::key);
    }

    /** The quotations without a speaker, the latest first. */
    Grouped<Quoted> withoutSpeaker() {
        return new Grouped<>(spark.sql("""
                select cast(null as string) as side, 1L as carried, array(outlet) as outlets, * from site_outlet_rows where size(speakers) = 0
                order by key, published_date desc, article_id, begin"""), Quoted.class, Quoted::key);
    }

    /** The latest articles. */
    Grouped<Carried> articles() {
        return new Grouped<>(spark.sql("""
                select key, title, url, path, day, coalesce(quotations, 0L) as quotations from (
                    select *, row_number() over (partition by key order by own_day desc nulls last, article_id) as place
                    from site_outlet_articles)
                    left join (select article_id, count(*) as quotations from site_rows where shown group by 1) using (article_id)
                where place <= %d order by key, place""".formatted(ARTICLES)), Carried.class, Carried::key);
    }

    /** Articles of each day. */
    Grouped<OfDay> days() {
        return new Grouped<>(spark.sql("""
                select key, own_day as day, count(*) as articles from site_outlet_articles
                where own_day is not null group by 1, 2 order by 1, 2"""), OfDay.class, OfDay::key);
    }
}
