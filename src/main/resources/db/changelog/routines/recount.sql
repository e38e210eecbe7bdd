--liquibase formatted sql

--changeset segmentation:recount splitStatements:false stripComments:false runOnChange:true
-- Computes all saved numbers again from the rows that they count. Changes of segments, users and memberships wait
-- until it ends.
CREATE OR REPLACE FUNCTION recount() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.fold', 0));
    -- In the order in which writers lock them (docs/locks.md).
    LOCK TABLE users, segments, memberships IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM segment_changes;
    DELETE FROM segment_sizes;
    DELETE FROM segment_days;
    DELETE FROM user_changes;
    UPDATE user_counts SET users = (SELECT count(*) FROM users AS u);
    INSERT INTO segment_days (segment_id, day, kind, added, removed)
    SELECT o.segment_id, (o.date AT TIME ZONE 'UTC')::date, a.kind,
           coalesce(sum(o.user_count) FILTER (WHERE o.type = 'added'), 0),
           coalesce(sum(o.user_count) FILTER (WHERE o.type = 'deleted'), 0)
    FROM operations AS o JOIN acts AS a ON a.id = o.act_id
    GROUP BY 1, 2, 3;
    INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at, expired)
    SELECT a.id, a.at, o.segment_id, o.segment_name, o.type, sum(o.user_count), max(o.date), a.kind = 'expiry'
    FROM operations AS o JOIN acts AS a ON a.id = o.act_id
    WHERE NOT EXISTS (SELECT FROM act_changes AS c WHERE c.act_id = o.act_id)
    GROUP BY a.id, o.segment_id, o.segment_name, o.type;
    INSERT INTO segment_sizes (segment_id, size, changed_at)
    SELECT c.segment_id, coalesce(m.size, 0), max(c.at)
    FROM act_changes AS c
    LEFT JOIN (SELECT segment_id, count(*) AS size FROM memberships GROUP BY 1) AS m USING (segment_id)
    WHERE c.segment_id IN (SELECT id FROM segments)
    GROUP BY c.segment_id, m.size;
END $$;
--rollback DROP FUNCTION recount;

--changeset segmentation:recounted
-- What was there before numbers were kept. Not earlier: an older instance may have written until the triggers were
-- replaced.
SELECT recount();
--rollback empty
