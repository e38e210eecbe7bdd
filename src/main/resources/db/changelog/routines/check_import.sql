--liquibase formatted sql

--changeset segmentation:check_import splitStatements:false stripComments:false runOnChange:true
-- The dry run of an import: gives each line its verdict and counts the verdicts. It changes no user. If several
-- lines refer to the same user, or share a login, e-mail or external id, the first line counts and the others are
-- duplicates. Malformed lines are ignored in this comparison.
CREATE OR REPLACE FUNCTION check_import(import bigint) RETURNS void
LANGUAGE plpgsql SET work_mem = '64MB' SET plan_cache_mode = 'force_custom_plan' AS $$
BEGIN
    PERFORM FROM imports WHERE id = import AND state = 'UPLOADED' FOR UPDATE;
    IF NOT found THEN
        RETURN;
    END IF;
    ANALYZE import_rows;
    WITH judged AS MATERIALIZED (
        SELECT r.line, r.external_id, lower(r.login) AS login, lower(r.email) AS email,
            j.verdict, j.reason, j.user_id, j.version
        FROM judge_import_rows(import, 0, 9223372036854775807) AS j
        JOIN import_rows AS r ON r.import_id = import AND r.line = j.line
    ), sound AS (
        SELECT * FROM judged WHERE verdict <> 'MALFORMED'
    ), firsts AS (
        SELECT s.line, least(x.line, l.line, e.line, u.line) AS first
        FROM sound AS s
        LEFT JOIN (SELECT external_id, min(line) AS line FROM sound GROUP BY 1 HAVING count(*) > 1) AS x
            USING (external_id)
        LEFT JOIN (SELECT login, min(line) AS line FROM sound GROUP BY 1 HAVING count(*) > 1) AS l USING (login)
        LEFT JOIN (SELECT email, min(line) AS line FROM sound GROUP BY 1 HAVING count(*) > 1) AS e USING (email)
        LEFT JOIN (SELECT user_id, min(line) AS line FROM sound GROUP BY 1 HAVING count(*) > 1) AS u USING (user_id)
    )
    UPDATE import_rows AS r SET
        verdict = CASE WHEN f.first < r.line THEN 'DOUBLED' ELSE j.verdict END,
        reason = CASE WHEN f.first < r.line THEN 'DOUBLED' ELSE j.reason END,
        reason_arg = CASE WHEN f.first < r.line THEN f.first::text END,
        user_id = j.user_id, version = j.version
    FROM judged AS j LEFT JOIN firsts AS f USING (line)
    WHERE r.import_id = import AND r.line = j.line;
    UPDATE imports SET state = 'CHECKED', checked_at = clock_timestamp(), rows = c.rows, new_rows = c.new,
        known_rows = c.known, changed_rows = c.changed, malformed_rows = c.malformed, doubled_rows = c.doubled,
        examples = c.examples
    FROM (SELECT count(*) AS rows,
              count(*) FILTER (WHERE verdict = 'NEW') AS new,
              count(*) FILTER (WHERE verdict = 'KNOWN') AS known,
              count(*) FILTER (WHERE verdict = 'CHANGED') AS changed,
              count(*) FILTER (WHERE verdict = 'MALFORMED') AS malformed,
              count(*) FILTER (WHERE verdict = 'DOUBLED') AS doubled,
              coalesce(array_agg(line) FILTER (WHERE number <= 5), '{}') AS examples
          FROM (SELECT line, verdict, row_number() OVER (PARTITION BY verdict ORDER BY line) AS number
                FROM import_rows WHERE import_id = import) AS numbered) AS c
    WHERE id = import;
END $$;
--rollback DROP FUNCTION check_import CASCADE;
