--liquibase formatted sql

--changeset segmentation:report_runs
-- Counts the attempts to prepare a report. Only the newest attempt may save pieces and finish the report: the instance
-- of an older one may have been stopped for a while and still work. A revocation counts too, which ends all attempts.
ALTER TABLE reports ADD COLUMN run integer NOT NULL DEFAULT 0;
--rollback ALTER TABLE reports DROP COLUMN run;
