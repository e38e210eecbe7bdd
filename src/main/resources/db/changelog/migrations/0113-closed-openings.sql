--liquibase formatted sql

--changeset segmentation:reports_closed_openings
-- The number of openings whose downloads ended early, because the link got another password.
ALTER TABLE reports ADD COLUMN closed_openings bigint NOT NULL DEFAULT 0;
--rollback ALTER TABLE reports DROP COLUMN closed_openings;
