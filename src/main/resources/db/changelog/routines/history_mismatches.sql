--liquibase formatted sql

--changeset segmentation:history_mismatches splitStatements:false stripComments:false runOnChange:true
-- Lists contradictions between memberships and history. There must never be any. Reads all rows: for tests and
-- diagnosis.
CREATE OR REPLACE FUNCTION history_mismatches() RETURNS TABLE (user_id bigint, segment_id bigint, problem text)
LANGUAGE sql STABLE AS $$
    WITH line AS (
        SELECT u.user_id, o.segment_id, o.type, o.date, u.ends_at,
               lag(o.type) OVER stay AS previous, lead(o.type) OVER stay AS following
        FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids, o.ends) AS u (user_id, ends_at)
        WINDOW stay AS (PARTITION BY u.user_id, o.segment_id ORDER BY o.date, o.id)
    ), latest AS (
        SELECT user_id, segment_id, type FROM line WHERE following IS NULL
    ), last_end AS (
        -- Of the last addition or change.
        SELECT DISTINCT ON (user_id, segment_id) user_id, segment_id, date, ends_at, changed
        FROM (SELECT user_id, segment_id, date, ends_at, false AS changed FROM line WHERE type = 'added'
              UNION ALL
              SELECT u.user_id, c.segment_id, c.date, u.ends_at, true
              FROM end_changes AS c CROSS JOIN LATERAL unnest(c.user_ids, c.ends_after) AS u (user_id, ends_at)
              WHERE c.act_id IS NOT NULL) AS event
        ORDER BY user_id, segment_id, date DESC
    ), first_end AS (
        -- Of memberships that began before ends were recorded.
        SELECT u.user_id, c.segment_id, c.date, u.ends_at
        FROM end_changes AS c CROSS JOIN LATERAL unnest(c.user_ids, c.ends_after) AS u (user_id, ends_at)
        WHERE c.act_id IS NULL
    )
    SELECT user_id, segment_id, format('%s after %s', type, coalesce(previous::text, 'nothing'))
    FROM line WHERE type = coalesce(previous, 'deleted')
    UNION ALL
    SELECT m.user_id, m.segment_id, 'a member, but not by the history'
    FROM memberships AS m LEFT JOIN latest AS l USING (user_id, segment_id)
    WHERE l.type IS DISTINCT FROM 'added'
    UNION ALL
    SELECT l.user_id, l.segment_id, 'a member by the history, but not in fact'
    FROM latest AS l LEFT JOIN memberships AS m USING (user_id, segment_id)
    WHERE l.type = 'added' AND m.user_id IS NULL
    UNION ALL
    SELECT m.user_id, m.segment_id, 'an end that differs from the history'
    FROM memberships AS m JOIN last_end AS l USING (user_id, segment_id)
    LEFT JOIN first_end AS f
        ON f.user_id = m.user_id AND f.segment_id = m.segment_id AND f.date >= l.date AND NOT l.changed
    WHERE m.expires_at IS DISTINCT FROM coalesce(l.ends_at, f.ends_at)
    UNION ALL
    SELECT m.user_id, m.segment_id, 'a member of a segment that does not exist'
    FROM memberships AS m WHERE NOT EXISTS (SELECT FROM segments AS s WHERE s.id = m.segment_id)
    UNION ALL
    SELECT m.user_id, m.segment_id, 'a member that does not exist'
    FROM memberships AS m WHERE NOT EXISTS (SELECT FROM users AS u WHERE u.id = m.user_id)
$$;
--rollback DROP FUNCTION history_mismatches;
