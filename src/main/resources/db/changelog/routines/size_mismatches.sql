--liquibase formatted sql

--changeset segmentation:size_mismatches splitStatements:false stripComments:false runOnChange:true
-- Lists differences between saved and counted numbers. There must never be any. Reads all rows: for tests and
-- diagnosis.
CREATE OR REPLACE FUNCTION size_mismatches() RETURNS TABLE (problem text)
LANGUAGE sql STABLE AS $$
    WITH kept_size AS (
        SELECT segment_id, sum(size) AS size
        FROM (SELECT segment_id, size FROM segment_sizes
              UNION ALL
              SELECT segment_id, added - removed FROM segment_changes
              WHERE segment_id IN (SELECT id FROM segments)) AS part
        GROUP BY 1
    ), counted_size AS (
        SELECT segment_id, count(*) AS size FROM memberships GROUP BY 1
    ), kept_day AS (
        SELECT segment_id, day, kind, sum(added) AS added, sum(removed) AS removed
        FROM (SELECT segment_id, day, kind, added, removed FROM segment_days
              UNION ALL
              SELECT segment_id, day, kind, added, removed FROM segment_changes) AS part
        GROUP BY 1, 2, 3
    ), counted_day AS (
        SELECT o.segment_id, (o.date AT TIME ZONE 'UTC')::date AS day, a.kind,
               coalesce(sum(o.user_count) FILTER (WHERE o.type = 'added'), 0) AS added,
               coalesce(sum(o.user_count) FILTER (WHERE o.type = 'deleted'), 0) AS removed
        FROM operations AS o JOIN acts AS a ON a.id = o.act_id
        GROUP BY 1, 2, 3
    ), kept_act AS (
        SELECT act_id, segment_id, segment_name, type, sum(users) AS users, max(at) AS at
        FROM act_changes GROUP BY 1, 2, 3, 4
    ), counted_act AS (
        SELECT o.act_id, o.segment_id, o.segment_name, o.type, sum(o.user_count) AS users, max(o.date) AS at
        FROM operations AS o JOIN acts AS a ON a.id = o.act_id
        GROUP BY 1, 2, 3, 4
    ), kept_end AS (
        SELECT act_id, segment_id, segment_name, sum(users) AS users, sum(endless) AS endless,
               sum(later) AS later, min(first_end) AS first_end, max(last_end) AS last_end
        FROM act_end_changes GROUP BY 1, 2, 3
    ), counted_end AS (
        SELECT c.act_id, c.segment_id, c.segment_name, count(*) AS users, count(*) - count(u.after) AS endless,
               count(*) FILTER (WHERE u.after > u.before) AS later, min(u.after) AS first_end, max(u.after) AS last_end
        FROM end_changes AS c CROSS JOIN LATERAL unnest(c.ends_before, c.ends_after) AS u (before, after)
        WHERE c.act_id IS NOT NULL GROUP BY 1, 2, 3
    )
    SELECT format('segment %s: kept size %s, counted %s', segment_id, k.size, c.size)
    FROM kept_size AS k FULL JOIN counted_size AS c USING (segment_id)
    WHERE coalesce(k.size, 0) <> coalesce(c.size, 0)
    UNION ALL
    SELECT format('segment %s on %s by %s: kept +%s -%s, counted +%s -%s',
                  segment_id, day, kind, k.added, k.removed, c.added, c.removed)
    FROM kept_day AS k FULL JOIN counted_day AS c USING (segment_id, day, kind)
    WHERE (k.added, k.removed) IS DISTINCT FROM (c.added, c.removed)
    UNION ALL
    SELECT format('act %s, segment %s, %s: kept %s at %s, counted %s at %s',
                  act_id, segment_id, type, k.users, k.at, c.users, c.at)
    FROM kept_act AS k FULL JOIN counted_act AS c USING (act_id, segment_id, segment_name, type)
    WHERE (k.users, k.at) IS DISTINCT FROM (c.users, c.at)
    UNION ALL
    SELECT format('ends of act %s, segment %s: kept %s, counted %s', act_id, segment_id, k.users, c.users)
    FROM kept_end AS k FULL JOIN counted_end AS c USING (act_id, segment_id, segment_name)
    WHERE (k.users, k.endless, k.later, k.first_end, k.last_end)
        IS DISTINCT FROM (c.users, c.endless, c.later, c.first_end, c.last_end)
    UNION ALL
    SELECT format('users: kept %s, counted %s', kept, counted)
    FROM (SELECT current_user_count() AS kept, (SELECT count(*) FROM users) AS counted) AS number
    WHERE kept IS DISTINCT FROM counted
$$;
--rollback DROP FUNCTION size_mismatches;
