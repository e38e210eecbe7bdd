--liquibase formatted sql

--changeset segmentation:drive_problems
-- Why Google Drive did not take or share a report. A report that is not ready may have a file there: it is in the folder,
-- but could not be shared.
ALTER TABLE reports ADD COLUMN drive_problem text;
--rollback ALTER TABLE reports DROP COLUMN drive_problem;
