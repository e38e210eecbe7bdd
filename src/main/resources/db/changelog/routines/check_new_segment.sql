--liquibase formatted sql

--changeset segmentation:check_new_segment splitStatements:false stripComments:false runOnChange:true
-- Refuses (SG009) a new segment of an account that may not change it.
CREATE OR REPLACE FUNCTION check_new_segment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM require_segment_access(ARRAY[NEW.id]);
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER segments_permitted BEFORE INSERT ON segments
    FOR EACH ROW EXECUTE FUNCTION check_new_segment();
--rollback DROP FUNCTION check_new_segment CASCADE;
