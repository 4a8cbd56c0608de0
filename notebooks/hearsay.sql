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
