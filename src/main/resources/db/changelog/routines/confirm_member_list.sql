--liquibase formatted sql

--changeset segmentation:confirm_member_list splitStatements:false stripComments:false runOnChange:true
-- Adds the new users of a pasted list to its segment in one act, and records the result in the list. A list that was
-- confirmed before is not changed. The segment is locked before the list, because its deletion also deletes the list.
-- SG002: unknown segment. SG009: the account may not change it. SG007: the end has passed.
CREATE OR REPLACE FUNCTION confirm_member_list(p_list_id bigint, p_account_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_list member_lists;
    v_result record;
BEGIN
    SELECT * INTO v_list FROM member_lists WHERE id = p_list_id AND account_id = p_account_id;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM begin_act('import', p_account_id, NULL);
    PERFORM hold_listed_users(v_list.new_ids);
    PERFORM hold_segment(v_list.segment_id);
    UPDATE member_lists SET confirmed_at = clock_timestamp()
    WHERE id = p_list_id AND account_id = p_account_id AND confirmed_at IS NULL
    RETURNING * INTO v_list;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT * INTO v_result FROM add_segment_members(
        v_list.segment_id, v_list.new_ids, v_list.ttl, v_list.until, 'import', p_account_id);
    UPDATE member_lists SET added = v_result.added, already = v_result.already, gone = v_result.unknown, departed = (
        SELECT count(*) FROM unnest(v_list.member_ids) AS former (user_id) WHERE NOT EXISTS (
            SELECT FROM active_memberships AS m WHERE m.user_id = former.user_id AND m.segment_id = v_list.segment_id))
    WHERE id = p_list_id;
END $$;
--rollback DROP FUNCTION confirm_member_list;
