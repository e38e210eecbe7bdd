--liquibase formatted sql

--changeset segmentation:add_segment_members splitStatements:false stripComments:false runOnChange:true
-- Adds many users to one segment in one act, until p_until or for p_ttl. If both are NULL, the memberships have no
-- end. Existing members are not changed, and unknown users are skipped. Counts the users of each kind.
-- SG002: unknown segment. SG009: the account may not change it. SG007: the end has passed, or passed before all users were added.
CREATE OR REPLACE FUNCTION add_segment_members(
    p_segment_id bigint, p_user_ids bigint[], p_ttl interval, p_until timestamptz, p_kind act_kind, p_account_id bigint,
    OUT added bigint, OUT already bigint, OUT unknown bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_now   timestamptz;
    v_until timestamptz;
BEGIN
    PERFORM begin_act(p_kind, p_account_id, NULL);
    PERFORM hold_listed_users(p_user_ids);
    PERFORM hold_segment(p_segment_id);
    v_now := clock_timestamp();
    -- All get the same end, so that their expiry is recorded in blocks too.
    v_until := coalesce(p_until, v_now + p_ttl);
    IF v_until <= v_now THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;

    -- Expired memberships that are still there are removed first, and the history records it.
    PERFORM FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND expires_at <= v_now
    ORDER BY user_id FOR UPDATE;
    DELETE FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND expires_at <= v_now;

    -- A join would read all users.
    already := (SELECT count(*) FROM users WHERE id = ANY (p_user_ids));
    unknown := (SELECT count(DISTINCT id) FROM unnest(p_user_ids) AS id) - already;
    IF current_setting('segmentation.users_held', true) = 'on' THEN
        PERFORM set_config('segmentation.users_exist', 'on', true);
    END IF;
    INSERT INTO memberships (user_id, segment_id, expires_at, added_at)
    SELECT id, p_segment_id, v_until, v_now FROM users WHERE id = ANY (p_user_ids) ORDER BY id
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    PERFORM set_config('segmentation.users_exist', '', true);
    already := already - added;

    -- The statement may have waited for a removal that is dated after this end.
    IF v_until <= clock_timestamp() THEN
        RAISE EXCEPTION 'the end passed meanwhile' USING ERRCODE = 'SG007';
    END IF;
END $$;
--rollback DROP FUNCTION add_segment_members;
