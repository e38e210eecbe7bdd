--liquibase formatted sql

--changeset segmentation:reports_for_spreadsheets
-- Reports of the previous version lack what spreadsheets need, and so does each that it still starts.
ALTER TABLE reports ADD COLUMN for_spreadsheets boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE reports DROP COLUMN for_spreadsheets;
