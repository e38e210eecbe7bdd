--liquibase formatted sql

--changeset segmentation:task_attempts
-- The attempt to reach another service, for which a task waits.
ALTER TABLE tasks ADD COLUMN attempt integer, ADD COLUMN attempts integer;
--rollback ALTER TABLE tasks DROP COLUMN attempt, DROP COLUMN attempts;
