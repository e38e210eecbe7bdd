--liquibase formatted sql

--changeset segmentation:reports_again_as
-- The report that shares the same history after this one ended, so that sharing it again twice makes one link.
ALTER TABLE reports ADD COLUMN again_as bigint REFERENCES reports ON DELETE SET NULL;
CREATE INDEX reports_again_as_idx ON reports (again_as);
--rollback ALTER TABLE reports DROP COLUMN again_as;
