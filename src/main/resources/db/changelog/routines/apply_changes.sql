--liquibase formatted sql

--changeset segmentation:apply_changes splitStatements:false stripComments:false runOnChange:true
-- Changes planned memberships as part of the current act: adds, then changes ends, then removes. The arrays of each kind belong
-- together. Memberships that became others meanwhile stay. The caller has called hold_listed_users or hold_users.
CREATE OR REPLACE FUNCTION apply_changes(
    p_add_segments bigint[], p_add_users bigint[], p_add_until timestamptz[],
    p_end_segments bigint[], p_end_users bigint[], p_end_until timestamptz[],
    p_remove_segments bigint[], p_remove_users bigint[], p_now timestamptz,
    OUT added bigint, OUT ended bigint, OUT removed bigint)
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
BEGIN
    -- Additions come first, because only they can wait: for additions and removals of the same memberships.
    IF current_setting('segmentation.users_held', true) = 'on' THEN
        PERFORM set_config('segmentation.users_exist', 'on', true);
    END IF;
    -- EXECUTE plans for the number of memberships.
    EXECUTE 'INSERT INTO memberships (user_id, segment_id, expires_at, added_at)
             SELECT u.id, x.segment_id, x.until, $4
             FROM unnest($1, $2, $3) AS x (segment_id, user_id, until) JOIN users AS u ON u.id = x.user_id
             ORDER BY x.segment_id, u.id ON CONFLICT DO NOTHING'
        USING p_add_segments, p_add_users, p_add_until, p_now;
    GET DIAGNOSTICS added = ROW_COUNT;
    PERFORM set_config('segmentation.users_exist', '', true);

    PERFORM set_config('segmentation.expiry_changes', 'on', true);
    EXECUTE 'UPDATE memberships AS m SET expires_at = x.until
             FROM unnest($1, $2, $3) AS x (segment_id, user_id, until)
             WHERE m.segment_id = x.segment_id AND m.user_id = x.user_id AND (m.expires_at IS NULL OR m.expires_at > $4)
               AND m.expires_at IS DISTINCT FROM x.until'
        USING p_end_segments, p_end_users, p_end_until, p_now;
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM set_config('segmentation.expiry_changes', '', true);

    EXECUTE 'DELETE FROM memberships AS m USING unnest($1, $2) AS x (segment_id, user_id)
             WHERE m.segment_id = x.segment_id AND m.user_id = x.user_id'
        USING p_remove_segments, p_remove_users;
    GET DIAGNOSTICS removed = ROW_COUNT;
END $$;
--rollback DROP FUNCTION apply_changes;
