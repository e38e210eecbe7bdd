--liquibase formatted sql

--changeset segmentation:confirm_member_list splitStatements:false stripComments:false runOnChange:true
-- Does what a pasted list says in one act, and records the result in the list: adds its new users and may change the ends
-- of those that are members, or removes its members, or sets their ends. A list that was confirmed before is not changed.
-- The segment is locked before the list, because its deletion also deletes the list.
-- SG002: unknown segment. SG009: the account may not change it. SG007: the end has passed.
CREATE OR REPLACE FUNCTION confirm_member_list(p_list_id bigint, p_account_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_list   member_lists;
    v_result record;
    v_until  timestamptz;
BEGIN
    SELECT * INTO v_list FROM member_lists WHERE id = p_list_id AND account_id = p_account_id;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM set_config('segmentation.note', coalesce(v_list.note, ''), true);
    PERFORM begin_act('import', p_account_id, NULL);
    IF v_list.change = 'add' THEN
        PERFORM hold_listed_users(v_list.new_ids);
    ELSIF v_list.change = 'remove' THEN
        PERFORM FROM users WHERE id = ANY (v_list.member_ids) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    PERFORM hold_segment(v_list.segment_id);
    UPDATE member_lists SET confirmed_at = clock_timestamp()
    WHERE id = p_list_id AND account_id = p_account_id AND confirmed_at IS NULL
    RETURNING * INTO v_list;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF v_list.change = 'remove' THEN
        SELECT * INTO v_result FROM remove_segment_members(v_list.segment_id, v_list.member_ids, 'import', p_account_id);
        UPDATE member_lists SET added = 0, already = 0, gone = 0, departed = v_result.missing, changed = v_result.removed
        WHERE id = p_list_id;
        RETURN;
    END IF;
    v_until := coalesce(v_list.until, clock_timestamp() + v_list.ttl);
    IF v_list.change = 'end' THEN
        SELECT * INTO v_result FROM change_ends(v_list.segment_id, v_list.member_ids, v_until, NULL);
        UPDATE member_lists SET added = 0, already = 0, gone = 0, departed = v_result.missing, changed = v_result.changed
        WHERE id = p_list_id;
        RETURN;
    END IF;

    IF v_list.present <> 'leave' THEN
        -- All at once in their order, because both functions below lock some of them.
        PERFORM FROM memberships
        WHERE segment_id = v_list.segment_id AND user_id = ANY (v_list.new_ids || v_list.member_ids)
        ORDER BY user_id FOR UPDATE;
    END IF;
    SELECT * INTO v_result FROM add_segment_members(
        v_list.segment_id, v_list.new_ids, v_list.ttl, v_list.until, 'import', p_account_id);
    UPDATE member_lists SET added = v_result.added, already = v_result.already, gone = v_result.unknown, departed = (
        SELECT count(*) FROM unnest(v_list.member_ids) AS former (user_id) WHERE NOT EXISTS (
            SELECT FROM active_memberships AS m WHERE m.user_id = former.user_id AND m.segment_id = v_list.segment_id))
    WHERE id = p_list_id;
    IF v_list.present <> 'leave' THEN
        -- An end only becomes later: no end is later than any. A membership without an end keeps none.
        SELECT * INTO v_result FROM change_ends(v_list.segment_id, CASE WHEN v_list.present = 'set' THEN v_list.member_ids
            ELSE ARRAY(SELECT m.user_id FROM active_memberships AS m
                       WHERE m.segment_id = v_list.segment_id AND m.user_id = ANY (v_list.member_ids)
                         AND m.expires_at < coalesce(v_until, 'infinity')) END, v_until, NULL);
        UPDATE member_lists SET changed = v_result.changed WHERE id = p_list_id;
    END IF;
END $$;
--rollback DROP FUNCTION confirm_member_list;
