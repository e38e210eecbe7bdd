--liquibase formatted sql

--changeset segmentation:leave_deleted_segment splitStatements:false stripComments:false runOnChange:true
-- Removes all members before the segment is deleted, so that the history records it. The segment's row is already
-- locked: no membership can be added any more (record_added_memberships).
CREATE OR REPLACE FUNCTION leave_deleted_segment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM require_segment_access(ARRAY[OLD.id]);
    DELETE FROM memberships WHERE segment_id = OLD.id;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER segments_left_on_deletion BEFORE DELETE ON segments
    FOR EACH ROW EXECUTE FUNCTION leave_deleted_segment();
--rollback DROP FUNCTION leave_deleted_segment CASCADE;
