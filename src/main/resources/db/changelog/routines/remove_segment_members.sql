--liquibase formatted sql

--changeset segmentation:remove_segment_members splitStatements:false stripComments:false runOnChange:true
-- Removes many users from one segment in one act. Counts the removed users and those that were not members.
-- SG002: unknown segment. SG009: the account may not change it.
CREATE OR REPLACE FUNCTION remove_segment_members(
    p_segment_id bigint, p_user_ids bigint[], p_kind act_kind, p_account_id bigint,
    OUT removed bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz;
BEGIN
    PERFORM begin_act(p_kind, p_account_id, NULL);
    -- Locks each user against other changes of the same user's memberships, so that these happen and are dated one
    -- after another.
    PERFORM FROM users WHERE id = ANY (p_user_ids) ORDER BY id FOR NO KEY UPDATE;
    PERFORM hold_segment(p_segment_id);
    v_now := clock_timestamp();
    PERFORM FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND (expires_at IS NULL OR expires_at > v_now)
    ORDER BY user_id FOR UPDATE;
    DELETE FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND (expires_at IS NULL OR expires_at > v_now);
    GET DIAGNOSTICS removed = ROW_COUNT;
    missing := (SELECT count(DISTINCT id) FROM unnest(p_user_ids) AS id) - removed;
END $$;
--rollback DROP FUNCTION remove_segment_members;
