--liquibase formatted sql

--changeset segmentation:changes_between splitStatements:false stripComments:false runOnChange:true
-- The users from p_first to p_last whose membership in a segment changed after p_from and until p_to, with the last change.
--   entered, left: a member only at p_to, or only at p_from
--   passed: a member in between only
--   returned: a member at both moments, but not all the time
-- The changes of one membership alternate, and have ascending ids. A membership whose end had passed without a job has left,
-- through no act.
CREATE OR REPLACE FUNCTION changes_between(
    p_segment_id bigint, p_from timestamptz, p_to timestamptz, p_first bigint, p_last bigint)
RETURNS TABLE (user_id bigint, change text, act_id bigint, at timestamptz)
LANGUAGE plpgsql STABLE SET work_mem = '64MB' AS $$
BEGIN
    -- A dynamic statement is planned for its months and users.
    RETURN QUERY EXECUTE '
        SELECT c.user_id,
               CASE WHEN c.difference = 1 THEN ''entered'' WHEN c.difference = -1 THEN ''left''
                    WHEN c.last[2] = 1 THEN ''returned'' ELSE ''passed'' END,
               nullif(c.last[3], 0), to_timestamp(0) + c.last[4] * interval ''1 microsecond''
        FROM (SELECT event.user_id, sum(event.difference) AS difference, max(event.key) AS last
              FROM (SELECT unnest(o.user_ids) AS user_id, CASE o.type WHEN ''added'' THEN 1 ELSE -1 END AS difference,
                           ARRAY[o.id, CASE o.type WHEN ''added'' THEN 1 ELSE -1 END, o.act_id,
                                 (extract(epoch FROM o.date) * 1000000)::bigint] AS key
                    FROM operations AS o
                    WHERE o.segment_id = $1 AND o.date > $2 AND o.date <= $3
                      AND o.user_block BETWEEN $4 / 64 AND $5 / 64
                    UNION ALL
                    SELECT m.user_id, -1,
                           ARRAY[9223372036854775807, -1, 0, (extract(epoch FROM m.expires_at) * 1000000)::bigint]
                    FROM memberships AS m
                    WHERE m.segment_id = $1 AND m.expires_at > $2 AND m.expires_at <= $3
                      AND m.user_id BETWEEN $4 AND $5) AS event
              WHERE event.user_id BETWEEN $4 AND $5
              GROUP BY event.user_id) AS c
        ORDER BY c.user_id'
        USING p_segment_id, p_from, p_to, p_first, p_last;
END $$;
--rollback DROP FUNCTION changes_between;
