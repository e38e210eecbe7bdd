--liquibase formatted sql

--changeset segmentation:members_at splitStatements:false stripComments:false runOnChange:true
-- The users from p_first to p_last that were members of a segment at p_at: today's members minus what was added after
-- that moment plus what was removed after it, or the sum of all changes before it, whichever reads less (reads_forwards).
-- A membership whose end had passed does not count, even if no job
-- has removed it yet.
CREATE OR REPLACE FUNCTION members_at(p_segment_id bigint, p_at timestamptz, p_first bigint, p_last bigint)
    RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET work_mem = '64MB' AS $$
BEGIN
    -- A dynamic statement is planned for its months and users.
    RETURN QUERY EXECUTE format('
        SELECT change.user_id
        FROM (SELECT m.user_id, %s AS difference FROM memberships AS m
              WHERE m.segment_id = $1 AND m.user_id BETWEEN $3 AND $4 AND %s
              UNION ALL
              SELECT unnest(o.user_ids), CASE o.type WHEN %L THEN 1 ELSE -1 END FROM operations AS o
              WHERE o.segment_id = $1 AND o.user_block BETWEEN $3 / 64 AND $4 / 64 AND o.date %s $2) AS change
        WHERE change.user_id BETWEEN $3 AND $4
        GROUP BY change.user_id HAVING sum(change.difference) = 1
        ORDER BY change.user_id',
        VARIADIC CASE WHEN reads_forwards(p_segment_id, p_at)
                      THEN ARRAY['-1', 'm.expires_at <= $2', 'added', '<=']
                      ELSE ARRAY['1', '(m.expires_at IS NULL OR m.expires_at > $2)', 'deleted', '>'] END)
        USING p_segment_id, p_at, p_first, p_last;
END $$;
--rollback DROP FUNCTION members_at;
