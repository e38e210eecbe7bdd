--liquibase formatted sql

--changeset segmentation:apply_import splitStatements:false stripComments:false runOnChange:true
-- Applies one batch of a confirmed import: judges its lines again and does what the dry run announced. Since the dry
-- run, a user may have signed up, or may have been edited or deleted. A line whose verdict changed for that reason
-- is rejected as LATE.
-- Imports take turns batch by batch, so two imports of the same users do not block each other.
-- The low cost of a random page keeps the planner from reading all users for every batch. With a million users,
-- finding those of 10,000 lines takes 0.13 s by index and 1.8 s by hash.
-- Returns the number of lines processed so far, or NULL when no line was left.
CREATE OR REPLACE FUNCTION apply_import(import bigint, batch integer) RETURNS bigint
LANGUAGE plpgsql SET plan_cache_mode = 'force_custom_plan' SET random_page_cost = 1 AS $$
DECLARE
    start bigint;
    stop bigint;
    size bigint;
    total bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.imports', 0));
    SELECT applied_line INTO start FROM imports WHERE id = import AND state = 'STARTED' FOR UPDATE;
    IF NOT found THEN
        RETURN NULL;
    END IF;
    SELECT max(line), count(*) INTO stop, size
    FROM (SELECT line FROM import_rows WHERE import_id = import AND line > start ORDER BY line LIMIT batch) AS next;
    IF size = 0 THEN
        UPDATE imports SET state = 'DONE', finished_at = clock_timestamp() WHERE id = import;
        RETURN NULL;
    END IF;
    PERFORM FROM users
    WHERE id IN (SELECT user_id FROM import_rows
                 WHERE import_id = import AND line > start AND line <= stop AND verdict = 'CHANGED')
    ORDER BY id FOR UPDATE;
    WITH judged AS MATERIALIZED (
        SELECT r.line, r.external_id, r.login, r.email, j.user_id, j.verdict,
            j.verdict = 'KNOWN' OR j.verdict = r.verdict
                AND j.user_id IS NOT DISTINCT FROM r.user_id AND j.version IS NOT DISTINCT FROM r.version AS promised
        FROM judge_import_rows(import, start, stop) AS j
        JOIN import_rows AS r ON r.import_id = import AND r.line = j.line
    ), added AS (
        INSERT INTO users (external_id, login, email)
        SELECT external_id, login, email FROM judged WHERE verdict = 'NEW' AND promised ORDER BY line
        ON CONFLICT DO NOTHING RETURNING login
    ), updated AS (
        UPDATE users AS u SET external_id = coalesce(j.external_id, u.external_id), login = j.login, email = j.email
        FROM judged AS j WHERE u.id = j.user_id AND j.verdict = 'CHANGED' AND j.promised RETURNING u.id
    ), late AS (
        UPDATE import_rows AS r SET verdict = 'LATE', reason = 'LATE'
        FROM judged AS j LEFT JOIN added USING (login)
        WHERE r.import_id = import AND r.line = j.line
            AND (NOT j.promised OR j.verdict = 'NEW' AND added.login IS NULL)
        RETURNING r.line
    )
    UPDATE imports SET applied_line = stop, applied_rows = applied_rows + size,
        added = added + (SELECT count(*) FROM added), updated = updated + (SELECT count(*) FROM updated),
        unchanged = unchanged + (SELECT count(*) FROM judged WHERE verdict = 'KNOWN'),
        late = late + (SELECT count(*) FROM late)
    WHERE id = import RETURNING applied_rows INTO total;
    RETURN total;
END $$;
--rollback DROP FUNCTION apply_import CASCADE;
