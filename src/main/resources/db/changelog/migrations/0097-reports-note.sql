--liquibase formatted sql

--changeset segmentation:reports_note
-- The part of the note that the changes of the report have; empty for any.
ALTER TABLE reports ADD COLUMN filter_note text NOT NULL DEFAULT '';
--rollback ALTER TABLE reports DROP COLUMN filter_note;
