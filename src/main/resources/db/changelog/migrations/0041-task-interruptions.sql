--liquibase formatted sql

--changeset segmentation:task_interruptions
-- How often an outage of the database interrupted the task. It went on after each of them.
ALTER TABLE tasks ADD COLUMN interruptions integer NOT NULL DEFAULT 0;
--rollback ALTER TABLE tasks DROP COLUMN interruptions;
