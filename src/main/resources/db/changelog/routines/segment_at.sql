--liquibase formatted sql

--changeset segmentation:segment_at splitStatements:false stripComments:false runOnChange:true
-- A segment at p_at: its size then, the ids between which all its members of any time are, and about how many changes and
-- members members_at reads for all of them; from 0 to -1 without any. The size counts back from the current one by days, and on the day of p_at (UTC)
-- by operations.
CREATE OR REPLACE FUNCTION segment_at(
    p_segment_id bigint, p_at timestamptz, OUT size bigint, OUT first_user bigint, OUT last_user bigint, OUT reads bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_day      date := (p_at AT TIME ZONE 'UTC')::date;
    v_midnight timestamptz := (v_day + 1)::timestamp AT TIME ZONE 'UTC';
    v_now      bigint;
    v_later    bigint;
    v_before   bigint;
    v_after    bigint;
BEGIN
    SELECT coalesce(sum(s.size), 0) INTO v_now
    FROM (SELECT k.size FROM segment_sizes AS k WHERE k.segment_id = p_segment_id
          UNION ALL
          SELECT c.added - c.removed FROM segment_changes AS c WHERE c.segment_id = p_segment_id) AS s;
    SELECT coalesce(sum(d.added - d.removed) FILTER (WHERE d.day > v_day), 0),
           coalesce(sum(d.added + d.removed) FILTER (WHERE d.day <= v_day), 0),
           coalesce(sum(d.added + d.removed) FILTER (WHERE d.day >= v_day), 0)
    INTO v_later, v_before, v_after
    FROM (SELECT k.day, k.added, k.removed FROM segment_days AS k WHERE k.segment_id = p_segment_id
          UNION ALL
          SELECT c.day, c.added, c.removed FROM segment_changes AS c WHERE c.segment_id = p_segment_id) AS d;
    size := v_now - v_later - (
        SELECT coalesce(sum(CASE o.type WHEN 'added' THEN o.user_count ELSE -o.user_count END), 0)
        FROM operations AS o
        WHERE o.segment_id = p_segment_id AND o.date > p_at AND o.date < v_midnight)
      - (SELECT count(*) FROM memberships AS m WHERE m.segment_id = p_segment_id AND m.expires_at <= p_at);
    reads := CASE WHEN reads_forwards(p_segment_id, p_at) THEN v_before ELSE v_now + v_after END;
    SELECT coalesce(least(min(m.user_id), (
               SELECT min(o.user_block) * 64 FROM operations AS o WHERE o.segment_id = p_segment_id)), 0),
           coalesce(greatest(max(m.user_id), (
               SELECT max(o.user_block) * 64 + 63 FROM operations AS o WHERE o.segment_id = p_segment_id)), -1)
    INTO first_user, last_user
    FROM memberships AS m WHERE m.segment_id = p_segment_id;
END $$;
--rollback DROP FUNCTION segment_at;
