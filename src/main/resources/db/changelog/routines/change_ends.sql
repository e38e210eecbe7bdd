--liquibase formatted sql

--changeset segmentation:change_ends splitStatements:false stripComments:false runOnChange:true
-- Changes the end of many memberships of one segment, as part of the current act: to p_until, or by p_by from the current
-- end, or to no end (both NULL). p_by does not change a membership without an end. Counts the memberships that have the
-- wanted end now, those without an end, and the users that are not members. An expired membership counts as none, even
-- before it is removed. The history records only ends that become others. The caller has called hold_segment.
-- SG007: p_until has passed, or p_by is not positive. SG009: the account may not change the segment.
CREATE OR REPLACE FUNCTION change_ends(
    p_segment_id bigint, p_user_ids bigint[], p_until timestamptz, p_by interval,
    OUT changed bigint, OUT endless bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz;
BEGIN
    PERFORM FROM memberships WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) ORDER BY user_id FOR UPDATE;
    -- Read after the locks: a membership that expired while this waited must not come back.
    v_now := clock_timestamp();
    IF p_until <= v_now OR p_by <= interval '0' THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    SELECT count(*) FILTER (WHERE p_by IS NULL OR expires_at IS NOT NULL),
           count(*) FILTER (WHERE p_by IS NOT NULL AND expires_at IS NULL),
           (SELECT count(DISTINCT id) FROM unnest(p_user_ids) AS id) - count(*)
    INTO changed, endless, missing
    FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND (expires_at IS NULL OR expires_at > v_now);

    PERFORM set_config('segmentation.expiry_changes', 'on', true);
    UPDATE memberships SET expires_at = coalesce(p_until, expires_at + p_by)
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids)
      AND (expires_at > v_now OR expires_at IS NULL)
      AND coalesce(p_until, expires_at + p_by) IS DISTINCT FROM expires_at;
    PERFORM set_config('segmentation.expiry_changes', '', true);
END $$;
--rollback DROP FUNCTION change_ends;

--changeset segmentation:ends_before_end_changes
-- The ends of memberships that began before ends were recorded. Not earlier: older instances added and changed ends
-- without a record until the triggers were replaced.
INSERT INTO end_changes (segment_id, segment_name, date, user_block, user_count, user_ids, ends_after)
SELECT s.id, s.name, now(), block.user_block, cardinality(block.user_ids), block.user_ids, block.ends
FROM (SELECT segment_id, user_id / 64 AS user_block, array_agg(user_id ORDER BY user_id) AS user_ids,
             array_agg(expires_at ORDER BY user_id) AS ends
      FROM memberships WHERE expires_at IS NOT NULL GROUP BY 1, 2) AS block
JOIN segments AS s ON s.id = block.segment_id
ORDER BY block.user_block, s.id;
--rollback empty
