--liquibase formatted sql

--changeset segmentation:current_segment_sizes splitStatements:false stripComments:false runOnChange:true
-- Returns the size of every segment at this moment, and the time of the last change of its members or their ends (NULL:
-- none). The size is the
-- saved number plus the waiting changes, minus the expired memberships that are not removed yet.
CREATE OR REPLACE FUNCTION current_segment_sizes()
RETURNS TABLE (segment_id bigint, size bigint, changed_at timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT s.id,
           coalesce(kept.size, 0) + coalesce(waiting.size, 0)::bigint - coalesce(expired.size, 0),
           greatest(kept.changed_at, waiting.changed_at, expired.changed_at, (
               SELECT e.at FROM act_end_changes AS e WHERE e.segment_id = s.id
               ORDER BY e.act_at DESC, e.act_id DESC LIMIT 1))
    FROM segments AS s
    LEFT JOIN segment_sizes AS kept ON kept.segment_id = s.id
    LEFT JOIN (SELECT c.segment_id, sum(c.added - c.removed) AS size, max(c.at) AS changed_at
               FROM segment_changes AS c GROUP BY c.segment_id) AS waiting ON waiting.segment_id = s.id
    LEFT JOIN (SELECT m.segment_id, count(*) AS size, max(m.expires_at) AS changed_at
               FROM memberships AS m WHERE m.expires_at <= now()
               GROUP BY m.segment_id) AS expired ON expired.segment_id = s.id
$$;
--rollback DROP FUNCTION current_segment_sizes;
