--liquibase formatted sql

--changeset segmentation:keep_segment_names splitStatements:false stripComments:false runOnChange:true
-- Keeps every name of a segment, so that the history can be filtered by it after the segment is renamed or deleted.
CREATE OR REPLACE FUNCTION keep_segment_names() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO segment_names (segment_id, name) SELECT id, name FROM named ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER segments_created_named AFTER INSERT ON segments
    REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION keep_segment_names();
CREATE OR REPLACE TRIGGER segments_renamed_named AFTER UPDATE ON segments
    REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION keep_segment_names();
--rollback DROP FUNCTION keep_segment_names CASCADE;
