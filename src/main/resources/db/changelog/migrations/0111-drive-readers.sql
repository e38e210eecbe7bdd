--liquibase formatted sql

--changeset segmentation:drive_readers
-- The readers of a file on Google Drive, as the setting segmentation.drive.share writes them, if they were chosen for the
-- report. Their permissions are removed when the report ends.
ALTER TABLE reports ADD COLUMN drive_readers text;
--rollback ALTER TABLE reports DROP COLUMN drive_readers;
