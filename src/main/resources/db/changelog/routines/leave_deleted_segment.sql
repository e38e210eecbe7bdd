--liquibase formatted sql

--changeset segmentation:leave_deleted_segment splitStatements:false stripComments:false runOnChange:true
-- Removes all members before the segment is deleted, so that the history records it. Keeps what the segment was for the
-- undo of the deletion (restore_segments). The segment's row is already
-- locked: no membership can be added any more (record_added_memberships).
CREATE OR REPLACE FUNCTION leave_deleted_segment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM require_segment_access(ARRAY[OLD.id]);
    DELETE FROM memberships WHERE segment_id = OLD.id;
    INSERT INTO deleted_segments
        (id, act_id, name, description, assign_percent, restricted, owners, created_at, created_by)
    SELECT OLD.id, act.id::bigint, OLD.name, OLD.description, OLD.assign_percent, OLD.restricted,
           ARRAY(SELECT account_id FROM segment_owners WHERE segment_id = OLD.id), OLD.created_at, OLD.created_by
    FROM nullif(current_setting('segmentation.act_id', true), '') AS act (id) WHERE act.id IS NOT NULL;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER segments_left_on_deletion BEFORE DELETE ON segments
    FOR EACH ROW EXECUTE FUNCTION leave_deleted_segment();
--rollback DROP FUNCTION leave_deleted_segment CASCADE;
