--liquibase formatted sql

--changeset segmentation:record_changed_ends splitStatements:false stripComments:false runOnChange:true
-- Writes the history of an UPDATE of ends and its sums. The statements update only memberships whose end becomes another
-- one (change_ends), so an act without changes is not recorded.
-- SG009: the account may not change a segment.
-- Both tables are grouped instead of joined, because the connection keeps the plan for the first number of rows.
CREATE OR REPLACE FUNCTION record_changed_ends() RETURNS trigger
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_segments bigint[] := ARRAY(SELECT DISTINCT segment_id FROM after);
    v_act      bigint;
    -- Not now(): the statement may have waited for another transaction, and must be dated after it.
    v_now      timestamptz;
BEGIN
    IF v_segments = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM require_segment_access(v_segments);
    v_act := current_act();
    v_now := clock_timestamp();
    WITH changed AS (
        SELECT segment_id, user_id, max(end_before) AS end_before, max(end_after) AS end_after
        FROM (SELECT segment_id, user_id, expires_at AS end_before, NULL::timestamptz AS end_after FROM before
              UNION ALL
              SELECT segment_id, user_id, NULL, expires_at FROM after) AS side
        GROUP BY 1, 2
    ), block AS MATERIALIZED (
        SELECT segment_id, user_id / 64 AS user_block, array_agg(user_id ORDER BY user_id) AS user_ids,
               array_agg(end_before ORDER BY user_id) AS ends_before,
               array_agg(end_after ORDER BY user_id) AS ends_after,
               count(*) - count(end_after) AS endless, count(*) FILTER (WHERE end_after > end_before) AS later,
               min(end_after) AS first_end, max(end_after) AS last_end,
               min(end_after - end_before) AS least, max(end_after - end_before) AS most
        FROM changed GROUP BY 1, 2
    ), written AS (
        INSERT INTO end_changes (act_id, segment_id, segment_name, date, user_block, user_count, user_ids, ends_before,
                                 ends_after)
        SELECT v_act, s.id, s.name, v_now, b.user_block, cardinality(b.user_ids), b.user_ids, b.ends_before, b.ends_after
        FROM block AS b JOIN segments AS s ON s.id = b.segment_id
        ORDER BY s.id, b.user_block
    )
    INSERT INTO act_end_changes (act_id, act_at, segment_id, segment_name, users, endless, later, first_end, last_end,
                                 extended_by, at)
    SELECT v_act, (SELECT at FROM acts WHERE id = v_act), s.id, s.name, sum(cardinality(b.user_ids)), sum(b.endless),
           sum(b.later), min(b.first_end), max(b.last_end),
           CASE WHEN sum(b.later) = sum(cardinality(b.user_ids)) AND min(b.least) = max(b.most) THEN min(b.least) END, v_now
    FROM block AS b JOIN segments AS s ON s.id = b.segment_id
    GROUP BY s.id;
    RETURN NULL;
END $$;
-- Created before additions record their ends (record_added_memberships). Otherwise an older instance could change such an
-- end without a record.
CREATE OR REPLACE TRIGGER memberships_ends_changed AFTER UPDATE ON memberships
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION record_changed_ends();
--rollback DROP FUNCTION record_changed_ends CASCADE;
