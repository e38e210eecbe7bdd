--liquibase formatted sql

--changeset segmentation:add_users splitStatements:false stripComments:false runOnChange:true
-- Adds many users to one segment in one act, until p_until or for p_ttl (NULL: without end). Who is in it
-- already stays as they are, who does not exist is left out; both are counted, as is who was added.
-- SG002: no such segment, SG007: the end is over, or was by the time all were in.
CREATE OR REPLACE FUNCTION add_users(
    p_segment_id bigint, p_user_ids bigint[], p_ttl interval, p_until timestamptz, p_kind act_kind, p_account_id bigint,
    OUT added bigint, OUT already bigint, OUT unknown bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_now   timestamptz;
    v_until timestamptz;
BEGIN
    PERFORM hold_users();
    PERFORM hold_segment(p_segment_id);
    v_now := clock_timestamp();
    -- One end for all, so that they also leave in blocks.
    v_until := coalesce(p_until, v_now + p_ttl);
    IF v_until <= v_now THEN
        RAISE EXCEPTION 'over already' USING ERRCODE = 'SG007';
    END IF;
    PERFORM begin_act(p_kind, p_account_id, NULL);

    -- What has expired and is not swept yet leaves first, and its history says so.
    PERFORM FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND expires_at <= v_now
    ORDER BY user_id FOR UPDATE;
    DELETE FROM memberships
    WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) AND expires_at <= v_now;

    -- Not by a join, which would read all users.
    already := (SELECT count(*) FROM users WHERE id = ANY (p_user_ids));
    unknown := (SELECT count(DISTINCT id) FROM unnest(p_user_ids) AS id) - already;
    PERFORM set_config('segmentation.users_exist', 'on', true);
    INSERT INTO memberships (user_id, segment_id, expires_at, added_at)
    SELECT id, p_segment_id, v_until, v_now FROM users WHERE id = ANY (p_user_ids) ORDER BY id
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    PERFORM set_config('segmentation.users_exist', '', true);
    already := already - added;

    -- Somebody may have waited for a removal that is dated after their own end.
    IF v_until <= clock_timestamp() THEN
        RAISE EXCEPTION 'over by now' USING ERRCODE = 'SG007';
    END IF;
END $$;
--rollback DROP FUNCTION add_users;
