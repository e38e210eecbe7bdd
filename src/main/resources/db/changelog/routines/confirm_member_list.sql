--liquibase formatted sql

--changeset segmentation:confirm_member_list splitStatements:false stripComments:false runOnChange:true
-- Does what a list of users says in one act, and records the result in the list: adds its new users and may change the ends
-- of those that are members, or removes its members, or sets their ends. "replace" adds them and removes the other members
-- that were members at the dry run. A list that was confirmed before is not changed.
-- The segment is locked before the list, because its deletion also deletes the list.
-- SG002: unknown segment. SG009: the account may not change it. SG007: an end has passed.
CREATE OR REPLACE FUNCTION confirm_member_list(p_list_id bigint, p_account_id bigint) RETURNS void
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_list    member_lists;
    v_listed  bigint[];
    v_plan    record;
    v_applied record;
    v_until   timestamptz;
    v_now     timestamptz;
BEGIN
    SELECT * INTO v_list FROM member_lists WHERE id = p_list_id AND account_id = p_account_id AND checked;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM set_config('segmentation.note', coalesce(v_list.note, ''), true);
    PERFORM begin_act('import', p_account_id, NULL);
    IF v_list.change = 'replace' THEN
        PERFORM hold_users();
    ELSE
        PERFORM hold_listed_users(v_list.new_ids || v_list.member_ids);
    END IF;
    PERFORM hold_segment(v_list.segment_id);
    UPDATE member_lists SET confirmed_at = clock_timestamp()
    WHERE id = p_list_id AND account_id = p_account_id AND confirmed_at IS NULL
    RETURNING * INTO v_list;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    -- All at once in their order.
    v_listed := v_list.new_ids || v_list.member_ids;
    PERFORM FROM memberships
    WHERE segment_id = v_list.segment_id AND (v_list.change = 'replace' OR user_id = ANY (v_listed))
    ORDER BY user_id FOR UPDATE;
    -- Read after the locks, like every change.
    v_now := clock_timestamp();
    v_until := coalesce(v_list.until, v_now + v_list.ttl);
    IF v_until <= v_now OR v_now >= ANY (v_list.new_ends || v_list.member_ends) THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    -- Expired memberships that are still there are removed first, and the history records it.
    DELETE FROM memberships
    WHERE segment_id = v_list.segment_id AND (v_list.change = 'replace' OR user_id = ANY (v_listed)) AND expires_at <= v_now;

    -- EXECUTE plans for the number of users.
    EXECUTE $sql$
        SELECT array_agg(user_id) FILTER (WHERE step = 'add') AS added, array_agg(until) FILTER (WHERE step = 'add') AS added_until,
               array_agg(user_id) FILTER (WHERE step = 'end') AS ended, array_agg(until) FILTER (WHERE step = 'end') AS ended_until,
               array_agg(user_id) FILTER (WHERE step IN ('remove', 'leave')) AS removed,
               count(*) FILTER (WHERE step = 'leave') AS leaving,
               coalesce(array_agg(user_id) FILTER (WHERE step = 'gone'), '{}') AS gone,
               coalesce(array_agg(user_id) FILTER (WHERE step = 'late'), '{}') AS late,
               coalesce(array_agg(user_id) FILTER (WHERE step = 'departed'), '{}') AS departed
        FROM (
            SELECT l.user_id, coalesce(l.until, $6) AS until,
                   CASE WHEN u.id IS NULL THEN 'gone' WHEN m.user_id IS NOT NULL THEN 'late' ELSE 'add' END AS step
            FROM unnest($2, $3) AS l (user_id, until)
            LEFT JOIN users AS u ON u.id = l.user_id
            LEFT JOIN memberships AS m ON m.segment_id = $1 AND m.user_id = l.user_id
            WHERE $7 IN ('add', 'replace')
            UNION ALL
            SELECT l.user_id, coalesce(l.until, $6),
                   CASE WHEN m.user_id IS NULL THEN 'departed' WHEN $7 = 'remove' THEN 'remove'
                        WHEN listed_end_changes($7, $8, m.expires_at, l.until, $6) THEN 'end' END
            FROM unnest($4, $5) AS l (user_id, until)
            LEFT JOIN memberships AS m ON m.segment_id = $1 AND m.user_id = l.user_id
            UNION ALL
            SELECT m.user_id, NULL, 'leave'
            FROM memberships AS m
            WHERE $7 = 'replace' AND m.segment_id = $1 AND m.added_at <= $9
              AND NOT EXISTS (SELECT FROM unnest($2 || $4) AS l (user_id) WHERE l.user_id = m.user_id)) AS planned
        $sql$
        INTO v_plan USING v_list.segment_id, v_list.new_ids, v_list.new_ends, v_list.member_ids, v_list.member_ends, v_until,
            v_list.change, v_list.present, v_list.created_at;
    SELECT a.* INTO v_applied
    FROM apply_changes(
        array_fill(v_list.segment_id, ARRAY[coalesce(cardinality(v_plan.added), 0)]), v_plan.added, v_plan.added_until,
        array_fill(v_list.segment_id, ARRAY[coalesce(cardinality(v_plan.ended), 0)]), v_plan.ended, v_plan.ended_until,
        array_fill(v_list.segment_id, ARRAY[coalesce(cardinality(v_plan.removed), 0)]), v_plan.removed, v_now) AS a;
    -- The additions may have waited for a removal that is dated after this end.
    IF v_until <= clock_timestamp() THEN
        RAISE EXCEPTION 'the end passed meanwhile' USING ERRCODE = 'SG007';
    END IF;
    UPDATE member_lists SET added = v_applied.added, already = cardinality(v_plan.late), gone = cardinality(v_plan.gone),
        departed = cardinality(v_plan.departed), removed = v_plan.leaving,
        changed = v_applied.ended + v_applied.removed - v_plan.leaving,
        end_ids = coalesce(v_plan.ended, '{}'), gone_ids = v_plan.gone, late_ids = v_plan.late, departed_ids = v_plan.departed
    WHERE id = p_list_id;
END $$;
--rollback DROP FUNCTION confirm_member_list;
