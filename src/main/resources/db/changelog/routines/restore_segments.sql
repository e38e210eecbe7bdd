--liquibase formatted sql

--changeset segmentation:restore_segments splitStatements:false stripComments:false runOnChange:true
-- Creates the segments again that an act deleted, without members. p_name replaces the former name, for example if another
-- segment has it now (unique_violation). SG009: the account of the current act may not change the segment.
CREATE OR REPLACE FUNCTION restore_segments(p_act_id bigint, p_name text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_segments bigint[] := ARRAY(SELECT id FROM deleted_segments WHERE act_id = p_act_id ORDER BY id);
BEGIN
    IF v_segments = '{}' THEN
        RETURN;
    END IF;
    -- The sums of the deleted segments' changes must not be added up meanwhile.
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.fold', 0));
    INSERT INTO segments (id, name, description, restricted, created_at, created_by)
    SELECT d.id, coalesce(p_name, d.name), d.description, d.restricted, d.created_at, a.id
    FROM deleted_segments AS d LEFT JOIN accounts AS a ON a.id = d.created_by
    WHERE d.id = ANY (v_segments) ORDER BY d.id;
    -- Afterwards, because a new segment with a percentage adds users.
    UPDATE segments AS s SET assign_percent = d.assign_percent
    FROM deleted_segments AS d WHERE s.id = d.id AND d.id = ANY (v_segments);
    INSERT INTO segment_owners (segment_id, account_id)
    SELECT d.id, a.id FROM deleted_segments AS d JOIN accounts AS a ON a.id = ANY (d.owners)
    WHERE d.id = ANY (v_segments);
    PERFORM require_segment_access(v_segments);
    -- Changes of the deleted segments that are not added up yet would count for the new ones.
    INSERT INTO segment_sizes (segment_id, size, changed_at)
    SELECT segment_id, -sum(added - removed), max(at) FROM segment_changes
    WHERE segment_id = ANY (v_segments) GROUP BY segment_id;
    DELETE FROM deleted_segments WHERE id = ANY (v_segments);
    -- Even if all former members were deleted.
    PERFORM current_act();
END $$;
--rollback DROP FUNCTION restore_segments;
