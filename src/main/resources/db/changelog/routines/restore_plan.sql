--liquibase formatted sql

--changeset segmentation:restore_plan splitStatements:false stripComments:false runOnChange:true
-- Plans how a segment gets the members and ends again that it had at p_at, for each membership that was changed since. The
-- outcomes are those of undo_plan: remove, put_back, restore, needs_end, user_deleted, none. p_until, if not NULL, replaces
-- ends that have passed or were not recorded.
CREATE OR REPLACE FUNCTION restore_plan(p_segment_id bigint, p_at timestamptz, p_until timestamptz, p_now timestamptz)
RETURNS TABLE (user_id bigint, outcome text, until timestamptz)
LANGUAGE sql STABLE AS $$
    WITH changed AS MATERIALIZED (
        SELECT c.user_id, c.change FROM changes_between(p_segment_id, p_at, p_now, 0, 9223372036854775807) AS c
    ), touched AS (
        SELECT c.user_id, c.change FROM changed AS c
        UNION ALL
        SELECT DISTINCT ended.user_id, 'ended'
        FROM (SELECT unnest(e.user_ids) AS user_id FROM end_changes AS e
              WHERE e.segment_id = p_segment_id AND e.date > p_at AND e.act_id IS NOT NULL) AS ended
        WHERE NOT EXISTS (SELECT FROM changed AS c WHERE c.user_id = ended.user_id)
    )
    SELECT t.user_id,
           CASE WHEN t.change = 'entered' THEN 'remove'
                WHEN t.change = 'passed' THEN 'none'
                WHEN t.change = 'left' AND NOT EXISTS (SELECT FROM users AS u WHERE u.id = t.user_id) THEN 'user_deleted'
                WHEN t.change <> 'left' AND was.known AND m.expires_at IS NOT DISTINCT FROM was.until THEN 'none'
                WHEN NOT possible.as_before AND p_until IS NULL THEN 'needs_end'
                WHEN t.change = 'left' THEN 'put_back'
                ELSE 'restore' END,
           CASE WHEN possible.as_before THEN was.until ELSE p_until END
    FROM touched AS t
    LEFT JOIN LATERAL membership_at(p_segment_id, t.user_id, p_at) AS was ON t.change NOT IN ('entered', 'passed')
    LEFT JOIN memberships AS m ON m.segment_id = p_segment_id AND m.user_id = t.user_id
    CROSS JOIN LATERAL (
        SELECT coalesce(was.known AND (was.until IS NULL OR was.until > p_now), false) AS as_before) AS possible
$$;
--rollback DROP FUNCTION restore_plan;
