--liquibase formatted sql

--changeset segmentation:undo_act splitStatements:false stripComments:false runOnChange:true
-- Takes an act back in one act: memberships become as they were before it (undo_plan). Without p_overriding, those that
-- were changed since are left alone. p_until replaces ends that have passed or were not recorded. undo_id is NULL if nothing
-- could be changed.
-- A deleted segment is created again, with p_name if it is not NULL (restore_segments).
-- SG007: p_until has passed. SG009: the account may not change a segment of the act. SG010: the act is undone already.
CREATE OR REPLACE FUNCTION undo_act(
    p_act_id bigint, p_overriding boolean, p_until timestamptz, p_name text, p_account_id bigint, p_note text,
    OUT undo_id bigint, OUT removed bigint, OUT put_back bigint, OUT restored bigint)
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_segments bigint[];
    v_now      timestamptz;
    v_expired  record;
    v_plan     record;
BEGIN
    -- Of two undos of an act, the second waits for the first.
    PERFORM FROM acts WHERE id = p_act_id FOR NO KEY UPDATE;
    IF undone_by(p_act_id) IS NOT NULL THEN
        RAISE EXCEPTION 'the act is undone already' USING ERRCODE = 'SG010';
    END IF;
    PERFORM begin_act('undo', p_account_id, p_note);
    PERFORM set_config('segmentation.act_undoes', p_act_id::text, true);
    PERFORM hold_listed_users(ARRAY(SELECT user_id FROM act_memberships(p_act_id) LIMIT 101));
    PERFORM restore_segments(p_act_id, p_name);
    v_segments := ARRAY(SELECT segment_id FROM act_changes WHERE act_id = p_act_id
                        UNION SELECT segment_id FROM act_end_changes WHERE act_id = p_act_id);
    PERFORM require_segment_access(v_segments);
    PERFORM FROM segments WHERE id = ANY (v_segments) ORDER BY id FOR KEY SHARE;

    -- Those that may be removed or get another end. EXECUTE plans for the number of memberships of this act.
    EXECUTE 'SELECT array_agg(segment_id) FILTER (WHERE expired) AS segments,
                    array_agg(user_id) FILTER (WHERE expired) AS users
             FROM (SELECT m.segment_id, m.user_id, coalesce(m.expires_at <= clock_timestamp(), false) AS expired
                   FROM act_memberships($1) AS t
                   JOIN memberships AS m ON m.segment_id = t.segment_id AND m.user_id = t.user_id
                   WHERE t.is_member OR $2
                   ORDER BY m.segment_id, m.user_id FOR UPDATE OF m) AS held'
        INTO v_expired USING p_act_id, p_overriding;
    v_now := clock_timestamp();
    IF p_until <= v_now THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    -- Expired memberships that are still there are removed first, and the history records it.
    DELETE FROM memberships AS m USING unnest(v_expired.segments, v_expired.users) AS x (segment_id, user_id)
    WHERE m.segment_id = x.segment_id AND m.user_id = x.user_id;

    EXECUTE 'SELECT array_agg(segment_id) FILTER (WHERE outcome = ''remove'') AS remove_segments,
                    array_agg(user_id) FILTER (WHERE outcome = ''remove'') AS remove_users,
                    array_agg(segment_id) FILTER (WHERE outcome = ''put_back'') AS put_back_segments,
                    array_agg(user_id) FILTER (WHERE outcome = ''put_back'') AS put_back_users,
                    array_agg(until) FILTER (WHERE outcome = ''put_back'') AS put_back_until,
                    array_agg(segment_id) FILTER (WHERE outcome = ''restore'') AS restore_segments,
                    array_agg(user_id) FILTER (WHERE outcome = ''restore'') AS restore_users,
                    array_agg(until) FILTER (WHERE outcome = ''restore'') AS restore_until
             FROM undo_plan($1, $2, $3, false) WHERE later_change IS NULL OR $4'
        INTO v_plan USING p_act_id, p_until, v_now, p_overriding;

    SELECT a.added, a.ended, a.removed INTO put_back, restored, removed
    FROM apply_changes(
        v_plan.put_back_segments, v_plan.put_back_users, v_plan.put_back_until,
        v_plan.restore_segments, v_plan.restore_users, v_plan.restore_until,
        v_plan.remove_segments, v_plan.remove_users, v_now) AS a;
    undo_id := nullif(current_setting('segmentation.act_id', true), '')::bigint;
END $$;
--rollback DROP FUNCTION undo_act;
