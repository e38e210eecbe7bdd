--liquibase formatted sql

--changeset segmentation:restore_members splitStatements:false stripComments:false runOnChange:true
-- Gives a segment the members and ends again that it had at p_at, in one act (restore_plan). act_id is NULL if nothing was
-- changed.
-- SG002: unknown segment. SG007: p_until has passed. SG009: the account may not change the segment.
CREATE OR REPLACE FUNCTION restore_members(
    p_segment_id bigint, p_at timestamptz, p_until timestamptz, p_account_id bigint, p_note text,
    OUT act_id bigint, OUT removed bigint, OUT put_back bigint, OUT restored bigint)
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_now  timestamptz;
    v_plan record;
BEGIN
    PERFORM begin_act('page', p_account_id, p_note);
    PERFORM hold_users();
    PERFORM hold_segment(p_segment_id);
    PERFORM FROM memberships AS m
    WHERE m.segment_id = p_segment_id AND m.user_id = ANY (ARRAY(
        SELECT p.user_id FROM restore_plan(p_segment_id, p_at, NULL, clock_timestamp()) AS p))
    ORDER BY m.user_id FOR UPDATE;
    -- Read after the locks, like every change.
    v_now := clock_timestamp();
    IF p_until <= v_now THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    -- Expired memberships that are still there are removed first, and the history records it.
    DELETE FROM memberships AS m WHERE m.segment_id = p_segment_id AND m.expires_at <= v_now;

    EXECUTE 'SELECT array_agg(user_id) FILTER (WHERE outcome = ''remove'') AS removed,
                    array_agg(user_id) FILTER (WHERE outcome = ''put_back'') AS put_back,
                    array_agg(until) FILTER (WHERE outcome = ''put_back'') AS put_back_until,
                    array_agg(user_id) FILTER (WHERE outcome = ''restore'') AS restored,
                    array_agg(until) FILTER (WHERE outcome = ''restore'') AS restored_until
             FROM restore_plan($1, $2, $3, $4)'
        INTO v_plan USING p_segment_id, p_at, p_until, v_now;
    SELECT a.added, a.ended, a.removed INTO put_back, restored, removed
    FROM apply_changes(
        array_fill(p_segment_id, ARRAY[coalesce(cardinality(v_plan.put_back), 0)]), v_plan.put_back, v_plan.put_back_until,
        array_fill(p_segment_id, ARRAY[coalesce(cardinality(v_plan.restored), 0)]), v_plan.restored, v_plan.restored_until,
        array_fill(p_segment_id, ARRAY[coalesce(cardinality(v_plan.removed), 0)]), v_plan.removed, v_now) AS a;
    act_id := nullif(current_setting('segmentation.act_id', true), '')::bigint;
END $$;
--rollback DROP FUNCTION restore_members;
