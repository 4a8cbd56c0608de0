-- Do Donald Trump and Hillary Clinton gather their mentions, and not those of their families? For DuckDB, in the folder that
-- holds warehouse/, after a night over news of 2015 and 2016:
--   jobs/hearsay nightly --input polnear/train/text --warehouse warehouse
--   duckdb < jobs/bench/names-of-two.sql
-- PolNeAR 1.0, train part (840 texts): at least 97 % of the first table's mentions lie with the two, the second is empty.

CREATE OR REPLACE TEMP VIEW named AS
SELECT m.text, e.name
FROM read_parquet('warehouse/mentions/*/*.parquet', hive_partitioning = true) m
JOIN read_parquet('warehouse/entities/*.parquet') e USING (entity_id)
WHERE m.type = 'PER';

-- by surname, with the own given names and titles or without: which entity has them
SELECT who, name, count(*) AS mentions, round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY who), 1) AS percent
FROM (
    SELECT CASE WHEN regexp_full_match(text, '(?i)((mr\.?|donald|j\.?|john|president|candidate|billionaire) )*trump') THEN 'Donald Trump'
                WHEN regexp_full_match(text, '(?i)((mrs\.?|ms\.?|hillary|rodham|secretary|senator|sen\.) )*clinton') THEN 'Hillary Clinton'
           END AS who, name
    FROM named)
WHERE who IS NOT NULL
GROUP BY who, name
ORDER BY who, mentions DESC;

-- of the family, by a full name, and gone to one of the two
SELECT name, text, count(*) AS mentions
FROM named
WHERE name IN ('Donald Trump', 'Hillary Clinton')
  AND regexp_full_match(
      text, '(?i)(bill|william|chelsea|president bill|melania|ivanka|ivana|eric|tiffany|donald) .*(clinton|trump)( jr\.?)?')
  AND NOT regexp_full_match(text, '(?i)donald( john| j\.?)? trump')
GROUP BY name, text;
