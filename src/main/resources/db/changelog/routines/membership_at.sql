--liquibase formatted sql

--changeset segmentation:membership_at splitStatements:false stripComments:false runOnChange:true
-- The membership of a user in a segment at p_at, or no row: when it began, through which act, and its end as it was planned
-- then. "known" is whether that end was recorded. The start is NULL if its month was detached. The planner inlines this
-- function.
CREATE OR REPLACE FUNCTION membership_at(p_segment_id bigint, p_user_id bigint, p_at timestamptz)
RETURNS TABLE (since timestamptz, act_id bigint, until timestamptz, known boolean)
LANGUAGE sql STABLE AS $$
    SELECT entered.date, entered.act_id, CASE WHEN changed.recorded THEN changed.until ELSE entered.until END,
           coalesce(changed.recorded, entered.until IS NOT NULL
               OR p_at >= coalesce((SELECT max(since) FROM recorded_ends), '-infinity'))
    FROM (SELECT) AS one
    LEFT JOIN LATERAL (
        SELECT o.type, o.date, o.act_id, o.ends[array_position(o.user_ids, p_user_id)] AS until
        FROM operations AS o
        WHERE o.segment_id = p_segment_id AND o.user_block = p_user_id / 64 AND o.date <= p_at
          AND p_user_id = ANY (o.user_ids)
        ORDER BY o.date DESC, o.id DESC LIMIT 1) AS entered ON true
    LEFT JOIN LATERAL (
        SELECT true AS recorded, c.ends_after[array_position(c.user_ids, p_user_id)] AS until
        FROM end_changes AS c
        WHERE c.user_block = p_user_id / 64 AND c.segment_id = p_segment_id AND c.date <= p_at
          AND c.date >= coalesce(entered.date, '-infinity') AND p_user_id = ANY (c.user_ids)
        ORDER BY c.date DESC, c.id DESC LIMIT 1) AS changed ON true
    WHERE CASE
        WHEN entered.type = 'added' THEN NOT EXISTS (
            SELECT FROM memberships AS m
            WHERE m.segment_id = p_segment_id AND m.user_id = p_user_id AND m.expires_at <= p_at)
        WHEN entered.type IS NULL THEN coalesce(
            (SELECT o.type = 'deleted' FROM operations AS o
             WHERE o.segment_id = p_segment_id AND o.user_block = p_user_id / 64 AND o.date > p_at
               AND p_user_id = ANY (o.user_ids)
             ORDER BY o.date, o.id LIMIT 1),
            EXISTS (SELECT FROM memberships AS m
                    WHERE m.segment_id = p_segment_id AND m.user_id = p_user_id
                      AND (m.expires_at IS NULL OR m.expires_at > p_at)))
        END
$$;
--rollback DROP FUNCTION membership_at;
