-- Views for DuckDB 1.1 or later. Start in the folder that holds warehouse/, or change its name in the next line:
--   duckdb -init notebooks/hearsay.sql
SET VARIABLE warehouse = 'warehouse';

-- The tables as they are, all rows. notebooks/TABLES.md says what their columns are.
CREATE OR REPLACE VIEW articles AS FROM read_parquet(getvariable('warehouse') || '/articles/*/*.parquet', hive_partitioning = true, union_by_name = true);
CREATE OR REPLACE VIEW mentions AS FROM read_parquet(getvariable('warehouse') || '/mentions/*/*.parquet', hive_partitioning = true, union_by_name = true);
CREATE OR REPLACE VIEW entities AS FROM read_parquet(getvariable('warehouse') || '/entities/*.parquet');
CREATE OR REPLACE VIEW quote_groups AS FROM read_parquet(getvariable('warehouse') || '/quote_groups/*.parquet');
CREATE OR REPLACE VIEW all_quotes AS FROM read_parquet(getvariable('warehouse') || '/quotes/*/*.parquet', hive_partitioning = true, union_by_name = true);
CREATE OR REPLACE VIEW network AS FROM read_parquet(getvariable('warehouse') || '/co_mention_network/*.parquet');

-- Quotations that can be printed as what their speaker said or thinks (quotes.trusted), with their articles; one of several who spoke
-- together has a row of his own, so count distinct quote_id. day is null where the article has no day of its own; outlet is its source.
CREATE OR REPLACE VIEW quotes AS
SELECT a.source AS outlet, CASE WHEN q.date_doubt IS NULL THEN q.published_date END AS day, one.speaker, q.act, q.kind, q.text,
    list_transform(q.verbatim, v -> v.text) AS verbatim, q.before, q.after, a.title, a.url, a.path, a.repeat_of, q.confidence, q.about,
    one.speaker_id, q.quote_id, q.article_id
FROM all_quotes q JOIN articles a USING (article_id)
CROSS JOIN unnest(coalesce(q.speakers, [struct_pack(speaker_id := q.speaker_id, speaker := q.speaker)])) AS each(one)
WHERE q.confidence >= 0.8 AND q.act IN ('said', 'thinks');

-- One row per trusted quotation and entity that it names, with the name: who spoke about whom. Peoples count for their country.
CREATE OR REPLACE VIEW said_about AS
SELECT coalesce(country.name, named.name) AS about_name, coalesce(country.type, named.type) AS about_type, q.*
FROM (SELECT *, unnest(about) AS about_id FROM quotes) q JOIN entities named ON named.entity_id = q.about_id
LEFT JOIN entities country ON country.entity_id = named.about_id
WHERE q.speaker_id IS DISTINCT FROM coalesce(country.entity_id, named.entity_id);

-- Quotations of any confidence without a speaker, and why.
CREATE OR REPLACE VIEW without_speaker AS
SELECT a.source AS outlet, q.no_speaker_because, q.source_text, q.text, a.url, a.path, q.quote_id
FROM all_quotes q JOIN articles a USING (article_id) WHERE q.speaker IS NULL;

-- People, with their trusted quotations and those of others about them.
CREATE OR REPLACE VIEW people AS
SELECT e.name, e.roles, e.aliases, e.articles, e.mentions,
    (SELECT count(*) FROM quotes q WHERE q.speaker_id = e.entity_id) AS quotes,
    (SELECT count(*) FROM said_about s WHERE s.about_id = e.entity_id) AS quotes_about,
    e.first_seen, e.last_seen, e.degree, e.pagerank, e.community, e.entity_id
FROM entities e WHERE e.type = 'PER';

-- Pairs of names that stand near each other in several stories, each in both directions: look up one by name, read other.
CREATE OR REPLACE VIEW pairs AS
SELECT a.name, a.type, b.name AS other, b.type AS other_type, n.stories, n.articles, n.strength, n.first_seen, n.last_seen,
    n.evidence[1].text AS sentence, n.evidence[1].source AS outlet, a.entity_id, b.entity_id AS other_id
FROM (SELECT *, a_id AS one, b_id AS two FROM network UNION ALL BY NAME SELECT *, b_id AS one, a_id AS two FROM network) n
JOIN entities a ON a.entity_id = n.one JOIN entities b ON b.entity_id = n.two;

-- One row per trusted quotation and person who speaks it, with what is known of the person on that day: first the people file's word, else
-- what the articles tell. story is one for all copies of an article.
CREATE OR REPLACE VIEW quoted AS
SELECT outlet, day, date_trunc('week', day)::DATE AS week, speaker, gender,
    coalesce(list_filter(facts_then, f -> f.key = 'role')[1].value, field) AS role,
    coalesce(list_filter(facts_then, f -> f.key = 'party')[1].value, party) AS party,
    coalesce(list_filter(facts_then, f -> f.key = 'country')[1].value, country) AS country,
    kind, text, url, path, coalesce(repeat_of, article_id) AS story, article_id, quote_id, speaker_id
FROM (
    SELECT q.*, e.gender, e.field, e.party, e.country, list_filter(e.facts, f -> (f.first_day IS NULL OR coalesce(f.first_day <= q.day, q.day IS NULL))
        AND (f.last_day IS NULL OR coalesce(f.last_day >= q.day, false))) AS facts_then
    FROM quotes q JOIN entities e ON e.entity_id = q.speaker_id WHERE e.type = 'PER');

-- Who gets quoted: FROM quoted_shares('gender'), 'role', 'party' or 'country'. A row for each outlet and week, null for all of them; value is
-- null for the undecided, whose share is of all, while the other shares are of those whose value is known. The 95 % interval is Wilson's for as many
-- independent quotations as the stories are worth (Korn and Graubard 1998). jobs/hearsay export --what quoted gives the same.
CREATE OR REPLACE MACRO quoted_shares(what) AS TABLE
WITH each AS (
    SELECT CASE WHEN by_outlet THEN outlet END AS outlet, CASE WHEN by_week THEN week END AS week, story, speaker_id, article_id,
        CASE what WHEN 'gender' THEN gender WHEN 'role' THEN role WHEN 'party' THEN party WHEN 'country' THEN country
            ELSE error('quoted_shares takes gender, role, party or country') END AS value
    FROM quoted, (VALUES (true, true), (true, false), (false, true), (false, false)) levels (by_outlet, by_week)
    WHERE (outlet IS NOT NULL OR NOT by_outlet) AND (week IS NOT NULL OR NOT by_week)),
met AS (
    SELECT *, count(*) OVER (PARTITION BY outlet, week, story, value) AS hits,
        CASE WHEN value IS NULL THEN count(*) OVER (PARTITION BY outlet, week, story)
            ELSE count(value) OVER (PARTITION BY outlet, week, story) END AS base,
        count(*) OVER (PARTITION BY outlet, week, story) AS base_of_all
    FROM each),
counted AS (
    SELECT outlet, week, value, count(*) AS quotes, count(DISTINCT speaker_id) AS speakers, count(DISTINCT article_id) AS articles, sum(hits) AS hits,
        sum(base) AS met, sum(base_of_all) AS met_of_all, sum(1 / base) AS stories, sum(1 / base_of_all) AS stories_of_all
    FROM met GROUP BY outlet, week, value),
compared AS (
    SELECT *, CASE WHEN value IS NULL THEN sum(quotes) OVER w ELSE sum(quotes) FILTER (value IS NOT NULL) OVER w END::DOUBLE AS n,
        CASE WHEN value IS NULL THEN sum(met_of_all) OVER w ELSE sum(met) FILTER (value IS NOT NULL) OVER w END::DOUBLE AS squares,
        CASE WHEN value IS NULL THEN sum(stories_of_all) OVER w ELSE sum(stories) FILTER (value IS NOT NULL) OVER w END::DOUBLE AS clusters
    FROM counted WINDOW w AS (PARTITION BY outlet, week)),
shared AS (
    SELECT *, quotes / n AS p, CASE WHEN quotes < n AND clusters > 1.5
        THEN least(n, (quotes / n) * (1 - quotes / n) * (clusters - 1) / clusters * n * n
            / (hits - 2 * quotes / n * met + (quotes / n) * (quotes / n) * squares)) ELSE clusters END AS worth
    FROM compared)
SELECT outlet, week, value, quotes, speakers, articles, p AS share,
    greatest(0, (p + 1.959964 * 1.959964 / (2 * worth) - 1.959964 * sqrt(p * (1 - p) / worth + 1.959964 * 1.959964 / (4 * worth * worth))) / (1 + 1.959964 * 1.959964 / worth)) AS share_low,
    least(1, (p + 1.959964 * 1.959964 / (2 * worth) + 1.959964 * sqrt(p * (1 - p) / worth + 1.959964 * 1.959964 / (4 * worth * worth))) / (1 + 1.959964 * 1.959964 / worth)) AS share_high
FROM shared;
