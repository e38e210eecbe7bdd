--liquibase formatted sql

--changeset segmentation:task_turns
-- A task with a pool waits until it has begun. Older versions set neither column, and begin their tasks at once.
ALTER TABLE tasks ADD COLUMN pool text, ADD COLUMN began_at timestamptz;
--rollback ALTER TABLE tasks DROP COLUMN began_at, DROP COLUMN pool;

--changeset segmentation:tasks_turns_idx runInTransaction:false
-- Finds when a task of an account last began.
CREATE INDEX CONCURRENTLY IF NOT EXISTS tasks_turns_idx ON tasks (account_id, pool, began_at);
--rollback DROP INDEX CONCURRENTLY IF EXISTS tasks_turns_idx;
