--liquibase formatted sql

--changeset segmentation:remove_memberships splitStatements:false stripComments:false runOnChange:true
-- Removes one user from segments in one act: from all of them or from none. Returns the ids of the operations in the
-- order of p_segment_ids.
-- SG001: unknown user. SG002: unknown segment. SG004: the user is not a member, or a segment is named twice.
-- SG009: the account may not change a segment.
CREATE OR REPLACE FUNCTION remove_memberships(
    p_user_id bigint, p_segment_ids bigint[], p_kind act_kind, p_account_id bigint)
RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
    v_since   timestamptz;
    v_removed bigint;
BEGIN
    PERFORM begin_act(p_kind, p_account_id, NULL);
    PERFORM check_user_and_segments(p_user_id, p_segment_ids);
    v_since := clock_timestamp();
    DELETE FROM memberships
    WHERE user_id = p_user_id AND segment_id = ANY (p_segment_ids) AND (expires_at IS NULL OR expires_at > v_since);
    GET DIAGNOSTICS v_removed = ROW_COUNT;
    IF v_removed < cardinality(p_segment_ids) THEN
        RAISE EXCEPTION 'not a member' USING ERRCODE = 'SG004';
    END IF;
    RETURN recorded_operations(p_user_id, p_segment_ids, 'deleted', v_since);
END $$;
--rollback DROP FUNCTION remove_memberships;
