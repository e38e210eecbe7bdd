--liquibase formatted sql

--changeset segmentation:act_extensions
-- By how much an act extended the ends of a segment, if it extended all by the same time.
ALTER TABLE act_end_changes ADD COLUMN extended_by interval;
--rollback ALTER TABLE act_end_changes DROP COLUMN extended_by;
