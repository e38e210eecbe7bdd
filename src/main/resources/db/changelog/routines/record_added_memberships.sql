--liquibase formatted sql

--changeset segmentation:record_added_memberships splitStatements:false stripComments:false runOnChange:true
-- Writes the history of an INSERT and its sums, and checks that the users and segments exist, once per statement.
-- SG001: unknown user. SG002: unknown segment. SG009: the account may not change a segment.
-- The larger work_mem lets half a million rows be sorted in memory instead of on disk.
CREATE OR REPLACE FUNCTION record_added_memberships() RETURNS trigger
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_segments bigint[] := ARRAY(SELECT DISTINCT segment_id FROM added);
    v_known    bigint;
    v_strays   boolean;
    v_act      bigint;
    -- Not now(): the statement may have waited for another transaction, and must be dated after it.
    v_now      timestamptz;
BEGIN
    IF v_segments = '{}' THEN
        RETURN NULL;
    END IF;

    PERFORM require_segment_access(v_segments);
    -- For up to 100 rows it locks the users. For more it prevents all deletions of users, which writes to no row.
    -- A caller that has selected the users from their table after hold_users() sets users_exist.
    IF current_setting('segmentation.users_exist', true) = 'on' THEN
        v_strays := false;
    ELSIF current_setting('segmentation.users_held', true) IS DISTINCT FROM 'on'
        AND (SELECT count(*) FROM (SELECT FROM added LIMIT 101) AS few) <= 100 THEN
        PERFORM FROM users WHERE id IN (SELECT user_id FROM added) ORDER BY id FOR KEY SHARE;
        GET DIAGNOSTICS v_known = ROW_COUNT;
        v_strays := v_known < (SELECT count(DISTINCT user_id) FROM added);
    ELSE
        PERFORM hold_users();
        -- EXECUTE plans for the actual number of rows. count(*) instead of EXISTS suits reading all of them.
        EXECUTE 'SELECT count(*) > 0 FROM added AS a WHERE NOT EXISTS (SELECT FROM users AS u WHERE u.id = a.user_id)'
            INTO v_strays;
    END IF;
    IF v_strays THEN
        RAISE EXCEPTION 'no such user' USING ERRCODE = 'SG001';
    END IF;
    -- Deleting a segment conflicts with this lock: either the deletion sees these memberships, or this statement
    -- does not find the segment.
    PERFORM FROM segments WHERE id = ANY (v_segments) ORDER BY id FOR KEY SHARE;
    GET DIAGNOSTICS v_known = ROW_COUNT;
    IF v_known < cardinality(v_segments) THEN
        RAISE EXCEPTION 'no such segment' USING ERRCODE = 'SG002';
    END IF;

    v_act := current_act();
    v_now := clock_timestamp();
    WITH written AS (
        INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids, ends)
        SELECT v_act, s.id, s.name, 'added', block.date, block.user_block, cardinality(block.user_ids), block.user_ids,
               block.ends
        FROM (SELECT segment_id, least(v_now, expires_at) AS date, user_id / 64 AS user_block,
                     array_agg(user_id ORDER BY user_id) AS user_ids,
                     CASE WHEN count(expires_at) > 0 THEN array_agg(expires_at ORDER BY user_id) END AS ends
              FROM added GROUP BY 1, 2, 3) AS block
        JOIN segments AS s ON s.id = block.segment_id
        ORDER BY block.date, s.id, block.user_block
        RETURNING segment_id, segment_name, date, user_count
    ), summed AS (
        INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at)
        SELECT v_act, (SELECT at FROM acts WHERE id = v_act), segment_id, segment_name, 'added',
               sum(user_count), max(date)
        FROM written GROUP BY segment_id, segment_name
    )
    INSERT INTO segment_changes (segment_id, day, kind, added, removed, at)
    SELECT segment_id, (date AT TIME ZONE 'UTC')::date, current_setting('segmentation.act_kind')::act_kind,
           sum(user_count), 0, max(date)
    FROM written GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER memberships_added AFTER INSERT ON memberships
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_added_memberships();
--rollback DROP FUNCTION record_added_memberships CASCADE;
