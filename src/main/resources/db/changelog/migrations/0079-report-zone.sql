--liquibase formatted sql

--changeset segmentation:reports_zone
-- The time zone of the dates in the file. Files of the API and of the previous version have UTC.
ALTER TABLE reports ADD COLUMN zone text NOT NULL DEFAULT 'UTC';
--rollback ALTER TABLE reports DROP COLUMN zone;
