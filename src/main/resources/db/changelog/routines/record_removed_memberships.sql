--liquibase formatted sql

--changeset segmentation:record_removed_memberships splitStatements:false stripComments:false runOnChange:true
-- Writes the history of a DELETE and its sums. A membership whose end has passed is recorded as an expiry at that
-- end, no matter which statement deletes the row. Every other one is recorded as part of the current act, now.
-- SG009: the account may not change a segment.
CREATE OR REPLACE FUNCTION record_removed_memberships() RETURNS trigger
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_now     timestamptz := clock_timestamp();
    v_expired boolean;
    v_left    boolean;
    v_act     bigint;
    v_expiry  bigint;
BEGIN
    SELECT bool_or(coalesce(expires_at <= v_now, false)), bool_or(coalesce(expires_at > v_now, true))
    INTO v_expired, v_left FROM removed;
    IF v_expired IS NULL THEN
        RETURN NULL;
    END IF;
    IF v_expired THEN
        INSERT INTO acts (kind) VALUES ('expiry') RETURNING id INTO v_expiry;
    END IF;
    IF v_left THEN
        PERFORM require_segment_access(
            ARRAY(SELECT DISTINCT segment_id FROM removed WHERE coalesce(expires_at > v_now, true)));
        v_act := current_act();
    END IF;
    WITH written AS (
        INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids, ends)
        SELECT CASE WHEN block.expired THEN v_expiry ELSE v_act END, s.id, s.name, 'deleted',
               block.date, block.user_block, cardinality(block.user_ids), block.user_ids,
               block.ends
        FROM (SELECT segment_id, least(v_now, expires_at) AS date, coalesce(expires_at <= v_now, false) AS expired,
                     user_id / 64 AS user_block, array_agg(user_id ORDER BY user_id) AS user_ids,
                     CASE WHEN count(expires_at) > 0 THEN array_agg(expires_at ORDER BY user_id) END AS ends
              FROM removed GROUP BY 1, 2, 3, 4) AS block
        JOIN segments AS s ON s.id = block.segment_id
        ORDER BY block.date, s.id, block.user_block
        RETURNING act_id, segment_id, segment_name, date, user_count
    ), summed AS (
        INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at, expired)
        SELECT act_id, (SELECT at FROM acts WHERE id = act_id), segment_id, segment_name, 'deleted',
               sum(user_count), max(date), act_id IS NOT DISTINCT FROM v_expiry
        FROM written GROUP BY act_id, segment_id, segment_name
    )
    INSERT INTO segment_changes (segment_id, day, kind, added, removed, at)
    SELECT segment_id, (date AT TIME ZONE 'UTC')::date,
           CASE WHEN act_id = v_expiry THEN 'expiry' ELSE current_setting('segmentation.act_kind') END::act_kind,
           0, sum(user_count), max(date)
    FROM written GROUP BY 1, 2, 3;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER memberships_removed AFTER DELETE ON memberships
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION record_removed_memberships();
--rollback DROP FUNCTION record_removed_memberships CASCADE;
