--liquibase formatted sql

--changeset segmentation:fold_changes splitStatements:false stripComments:false runOnChange:true
-- Adds at most p_limit waiting changes of segments to the saved numbers, and all waiting changes to the number of
-- users. Returns how many changes of segments it added. Only one transaction at a time does this. Others return 0.
-- It waits for no row lock: the changes of a segment that is being deleted stay for the next run. Only the days of a
-- deleted segment are kept.
CREATE OR REPLACE FUNCTION fold_changes(p_limit integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_segments bigint[];
    v_folded   bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('segmentation.fold', 0)) THEN
        RETURN 0;
    END IF;
    v_segments := ARRAY(
        SELECT id FROM segments WHERE id IN (SELECT segment_id FROM segment_changes)
        ORDER BY id FOR KEY SHARE SKIP LOCKED);
    WITH taken AS (
        DELETE FROM segment_changes
        WHERE ctid = ANY (ARRAY(
            SELECT c.ctid FROM segment_changes AS c
            WHERE c.segment_id = ANY (v_segments) OR NOT EXISTS (SELECT FROM segments AS s WHERE s.id = c.segment_id)
            LIMIT p_limit))
        RETURNING segment_id, day, kind, added, removed, at
    ), days AS (
        INSERT INTO segment_days AS kept (segment_id, day, kind, added, removed)
        SELECT segment_id, day, kind, sum(added), sum(removed) FROM taken GROUP BY 1, 2, 3
        ON CONFLICT (segment_id, day, kind)
        DO UPDATE SET added = kept.added + excluded.added, removed = kept.removed + excluded.removed
    ), sizes AS (
        INSERT INTO segment_sizes AS kept (segment_id, size, changed_at)
        SELECT segment_id, sum(added - removed), max(at) FROM taken WHERE segment_id = ANY (v_segments) GROUP BY 1
        ON CONFLICT (segment_id)
        DO UPDATE SET size = kept.size + excluded.size, changed_at = greatest(kept.changed_at, excluded.changed_at)
    )
    SELECT count(*) INTO v_folded FROM taken;
    WITH taken AS (
        DELETE FROM user_changes RETURNING delta
    )
    UPDATE user_counts SET users = users + sum.delta
    FROM (SELECT sum(delta) AS delta FROM taken) AS sum WHERE sum.delta IS NOT NULL;
    RETURN v_folded;
END $$;
--rollback DROP FUNCTION fold_changes;
