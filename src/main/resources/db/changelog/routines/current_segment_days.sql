--liquibase formatted sql

--changeset segmentation:current_segment_days splitStatements:false stripComments:false runOnChange:true
-- Returns how many users were added to and removed from segments on each day (UTC) since p_from, by source, up to
-- this moment. The numbers agree with current_segment_sizes. Several rows may have the same segment, day and source:
-- sum them up.
CREATE OR REPLACE FUNCTION current_segment_days(p_from date)
RETURNS TABLE (segment_id bigint, day date, kind act_kind, added bigint, removed bigint)
LANGUAGE sql STABLE AS $$
    SELECT d.segment_id, d.day, d.kind, d.added, d.removed
    FROM segment_days AS d WHERE d.day >= p_from
    UNION ALL
    SELECT c.segment_id, c.day, c.kind, c.added, c.removed
    FROM segment_changes AS c WHERE c.day >= p_from
    UNION ALL
    SELECT m.segment_id, (m.expires_at AT TIME ZONE 'UTC')::date, 'expiry'::act_kind, 0, 1
    FROM memberships AS m WHERE m.expires_at <= now() AND m.expires_at >= p_from::timestamp AT TIME ZONE 'UTC'
$$;
--rollback DROP FUNCTION current_segment_days;
