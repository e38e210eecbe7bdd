--liquibase formatted sql

--changeset segmentation:extend_memberships splitStatements:false stripComments:false runOnChange:true
-- Moves the ends of many memberships of one segment later, by days and a time, in one act. In p_zone, days keep the local
-- time when the clocks change, so a day may have 23 or 25 hours. A local time that exists twice keeps the offset of the
-- earlier end. So there are only a few different durations. Counts and refuses like change_ends.
CREATE OR REPLACE FUNCTION extend_memberships(
    p_segment_id bigint, p_user_ids bigint[], p_days integer, p_time interval, p_zone text, p_account_id bigint,
    OUT changed bigint, OUT endless bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
    v_by    interval;
    v_users bigint[];
    v_part  record;
BEGIN
    changed := 0;
    endless := 0;
    missing := 0;
    PERFORM begin_act('page', p_account_id, NULL);
    PERFORM hold_segment(p_segment_id);
    PERFORM FROM memberships WHERE segment_id = p_segment_id AND user_id = ANY (p_user_ids) ORDER BY user_id FOR UPDATE;
    FOR v_by, v_users IN
        SELECT coalesce(
                   CASE WHEN (early AT TIME ZONE p_zone) = (late AT TIME ZONE p_zone)
                        AND (early AT TIME ZONE p_zone) - (early AT TIME ZONE 'UTC')
                            = (expires_at AT TIME ZONE p_zone) - (expires_at AT TIME ZONE 'UTC')
                        THEN early ELSE late END - expires_at,
                   p_days * interval '24 hours') + p_time,
               array_agg(chosen.user_id)
        FROM (SELECT DISTINCT unnest(p_user_ids) AS user_id) AS chosen
        LEFT JOIN memberships AS m ON m.user_id = chosen.user_id AND m.segment_id = p_segment_id
        CROSS JOIN LATERAL (
            SELECT ((m.expires_at AT TIME ZONE p_zone) + p_days * interval '1 day') AT TIME ZONE p_zone) AS a (late)
        CROSS JOIN LATERAL (SELECT late - interval '1 hour') AS b (early)
        GROUP BY 1
    LOOP
        SELECT * INTO v_part FROM change_ends(p_segment_id, v_users, NULL, v_by);
        changed := changed + v_part.changed;
        endless := endless + v_part.endless;
        missing := missing + v_part.missing;
    END LOOP;
END $$;
--rollback DROP FUNCTION extend_memberships;
