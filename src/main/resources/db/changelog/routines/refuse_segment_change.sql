--liquibase formatted sql

--changeset segmentation:refuse_segment_change splitStatements:false stripComments:false runOnChange:true
-- Refuses (SG009) a new name, description or restriction by an account that may not change the segment.
CREATE OR REPLACE FUNCTION refuse_segment_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM require_segment_access(ARRAY[OLD.id]);
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER segments_permitted_change BEFORE UPDATE OF name, description, restricted ON segments
    FOR EACH ROW EXECUTE FUNCTION refuse_segment_change();
--rollback DROP FUNCTION refuse_segment_change CASCADE;
