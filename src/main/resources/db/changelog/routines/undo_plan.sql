--liquibase formatted sql

--changeset segmentation:undo_plan splitStatements:false stripComments:false runOnChange:true
-- Plans the undo of an act: for each membership that the act changed, what makes it as it was before. The outcomes:
--   remove, put_back: the user was no member, or was one
--   restore: the end was another one
--   needs_end: the end has passed, or was not recorded; p_until, if not NULL, replaces it
--   none: the membership is as before already
--   segment_deleted, user_deleted: it cannot exist any more; the undo of a deletion creates its segment again
-- later_change is NULL if the membership was not changed since the act. Otherwise it is the kind of the newest change:
-- added, deleted, ends, or expired if no job has removed it yet. later_act is NULL then.
-- Without p_check_users, deleted users are not found, because the undo of many memberships need not look each user up.
-- Without later changes, the history tells what a membership is now, so only the others are looked up. The planner
-- inlines this function.
CREATE OR REPLACE FUNCTION undo_plan(p_act_id bigint, p_until timestamptz, p_now timestamptz, p_check_users boolean)
RETURNS TABLE (segment_id bigint, user_id bigint, outcome text, until timestamptz, later_act bigint,
               later_at timestamptz, later_change text)
LANGUAGE sql STABLE AS $$
    WITH block AS (
        SELECT segment_id, user_block, date, id AS operation_id, user_ids FROM operations WHERE act_id = p_act_id
        UNION ALL
        SELECT segment_id, user_block, date, 0, user_ids FROM end_changes WHERE act_id = p_act_id
    ), later AS MATERIALIZED (
        SELECT newest.*, m.member, m.until
        FROM (SELECT DISTINCT ON (event.segment_id, event.user_id) event.*
              FROM (SELECT b.segment_id, u.user_id, o.act_id, o.date, CAST(o.type AS text) AS change
                    FROM block AS b
                    JOIN operations AS o ON o.user_block = b.user_block AND o.segment_id = b.segment_id
                        AND (o.date, o.id) > (b.date, b.operation_id) AND o.date <= p_now AND o.act_id <> p_act_id
                    CROSS JOIN LATERAL unnest(o.user_ids) AS u (user_id)
                    WHERE u.user_id = ANY (b.user_ids)
                    UNION ALL
                    SELECT b.segment_id, u.user_id, c.act_id, c.date, 'ends'
                    FROM block AS b
                    JOIN end_changes AS c ON c.user_block = b.user_block AND c.segment_id = b.segment_id
                        AND c.date >= b.date AND c.act_id <> p_act_id
                    CROSS JOIN LATERAL unnest(c.user_ids) AS u (user_id)
                    WHERE u.user_id = ANY (b.user_ids)) AS event
              ORDER BY event.segment_id, event.user_id, event.date DESC) AS newest
        CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS member, max(expires_at) AS until FROM memberships
            WHERE user_id = newest.user_id AND segment_id = newest.segment_id
              AND (expires_at IS NULL OR expires_at > p_now)) AS m
    )
    SELECT t.segment_id, t.user_id,
           CASE WHEN NOT t.segment_id = ANY (ARRAY(
                    SELECT id FROM segments WHERE id IN (SELECT segment_id FROM block)
                    UNION ALL SELECT id FROM deleted_segments WHERE act_id = p_act_id)) THEN 'segment_deleted'
                WHEN p_check_users AND NOT (now.untouched AND t.is_member) AND NOT EXISTS (
                    SELECT FROM users AS u WHERE u.id = t.user_id) THEN 'user_deleted'
                WHEN NOT t.was_member THEN CASE WHEN now.member THEN 'remove' ELSE 'none' END
                WHEN now.member AND t.known AND now.until IS NOT DISTINCT FROM t.was_until THEN 'none'
                WHEN NOT possible.as_before AND p_until IS NULL THEN 'needs_end'
                WHEN now.member THEN 'restore'
                ELSE 'put_back' END,
           CASE WHEN possible.as_before THEN t.was_until ELSE p_until END,
           l.act_id, coalesce(l.date, CASE WHEN now.expired THEN t.is_until END),
           coalesce(l.change, CASE WHEN now.expired THEN 'expired' END)
    FROM act_memberships(p_act_id) AS t
    LEFT JOIN later AS l ON l.segment_id = t.segment_id AND l.user_id = t.user_id
    CROSS JOIN LATERAL (SELECT l.user_id IS NULL AND t.is_member AND coalesce(t.is_until <= p_now, false) AS expired) AS e
    CROSS JOIN LATERAL (
        SELECT e.expired, l.user_id IS NULL AND NOT e.expired AS untouched,
               CASE WHEN l.user_id IS NULL THEN t.is_member AND NOT e.expired ELSE l.member END AS member,
               CASE WHEN l.user_id IS NULL THEN t.is_until ELSE l.until END AS until) AS now
    CROSS JOIN LATERAL (SELECT t.known AND (t.was_until IS NULL OR t.was_until > p_now) AS as_before) AS possible
$$;
--rollback DROP FUNCTION undo_plan;
