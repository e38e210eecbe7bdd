--liquibase formatted sql

--changeset segmentation:change_expiry splitStatements:false stripComments:false runOnChange:true
-- Changes the end of many memberships of one segment: to p_until, or by p_by from the current end, or to no end
-- (both NULL). p_by does not change a membership without an end. Counts the changed memberships, those without an
-- end, and the users that are not members. An expired membership counts as none, even before it is removed.
-- It writes no operation. The history records members, and dates an expiry by the end that was valid at that moment.
-- SG002: unknown segment. SG009: the account may not change it. SG007: p_until has passed, or p_by is not positive.
CREATE OR REPLACE FUNCTION change_expiry(
    p_segment_id bigint, p_user_ids bigint[], p_until timestamptz, p_by interval, p_account_id bigint,
    OUT changed bigint, OUT endless bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz;
BEGIN
    PERFORM begin_act('page', p_account_id, NULL);
    PERFORM hold_segment(p_segment_id);
    PERFORM FROM memberships WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) ORDER BY user_id FOR UPDATE;
    -- Read after the locks: a membership that expired while this waited must not come back.
    v_now := clock_timestamp();
    IF p_until <= v_now OR p_by <= interval '0' THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    SELECT count(*) FILTER (WHERE p_by IS NOT NULL AND expires_at IS NULL),
           (SELECT count(DISTINCT id) FROM unnest(p_user_ids) AS id) - count(*)
    INTO endless, missing
    FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND (expires_at IS NULL OR expires_at > v_now);

    PERFORM set_config('segmentation.expiry_changes', 'on', true);
    UPDATE memberships SET expires_at = coalesce(p_until, expires_at + p_by)
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids)
      AND (expires_at > v_now OR expires_at IS NULL AND p_by IS NULL);
    GET DIAGNOSTICS changed = ROW_COUNT;
    PERFORM set_config('segmentation.expiry_changes', '', true);
END $$;
--rollback DROP FUNCTION change_expiry(bigint, bigint[], timestamptz, interval, bigint);
