--liquibase formatted sql

--changeset segmentation:remove_shown_membership splitStatements:false stripComments:false runOnChange:true
-- Removes a user from a segment, but only the membership that began at p_since, as a page showed it. The lock on the
-- user keeps the membership unchanged between this comparison and the removal.
-- SG001: unknown user. SG002: unknown segment. SG004: the user is not a member. SG008: another membership has begun.
CREATE OR REPLACE FUNCTION remove_shown_membership(
    p_user_id bigint, p_segment_id bigint, p_since timestamptz, p_kind act_kind, p_account_id bigint)
RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
    v_since timestamptz;
BEGIN
    PERFORM check_user_and_segments(p_user_id, ARRAY[p_segment_id]);
    v_since := coalesce(
        (SELECT date FROM operations
         WHERE user_block = p_user_id / 64 AND type = 'added' AND p_user_id = ANY (user_ids)
           AND segment_id = p_segment_id
         ORDER BY date DESC, id DESC LIMIT 1),
        (SELECT added_at FROM memberships WHERE user_id = p_user_id AND segment_id = p_segment_id));
    IF v_since IS DISTINCT FROM p_since THEN
        RAISE EXCEPTION 'another membership has begun' USING ERRCODE = 'SG008';
    END IF;
    RETURN remove_memberships(p_user_id, ARRAY[p_segment_id], p_kind, p_account_id);
END $$;
--rollback DROP FUNCTION remove_shown_membership;
