--liquibase formatted sql

--changeset segmentation:reads_forwards splitStatements:false stripComments:false runOnChange:true
-- Whether the members of a segment at p_at follow from fewer changes before that moment than after it. The changes before it
-- suffice only if no month of them was detached.
CREATE OR REPLACE FUNCTION reads_forwards(p_segment_id bigint, p_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(d.added + d.removed) FILTER (WHERE d.day <= (p_at AT TIME ZONE 'UTC')::date), 0)
           < coalesce(sum(d.added + d.removed) FILTER (WHERE d.day >= (p_at AT TIME ZONE 'UTC')::date), 0)
             + coalesce(sum(d.added - d.removed), 0)
           AND NOT EXISTS (SELECT FROM act_changes AS c
                           WHERE c.segment_id = p_segment_id AND c.at < (SELECT min(date) FROM operations))
    FROM (SELECT day, added, removed FROM segment_days WHERE segment_id = p_segment_id
          UNION ALL
          SELECT day, added, removed FROM segment_changes WHERE segment_id = p_segment_id) AS d
$$;
--rollback DROP FUNCTION reads_forwards;
