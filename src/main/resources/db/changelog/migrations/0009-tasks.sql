--liquibase formatted sql

--changeset segmentation:tasks
-- Long acts in the background. The instance that runs one keeps its heartbeat; a row that is running without
-- a heartbeat was left behind by an instance that died. What is finished is forgotten after some weeks.
CREATE TABLE tasks (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text NOT NULL,
    subject        text NOT NULL,
    exclusive_key  text,
    account_id     bigint REFERENCES accounts ON DELETE SET NULL,
    state          text NOT NULL DEFAULT 'RUNNING'
        CHECK (state IN ('RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED')),
    done           bigint NOT NULL DEFAULT 0,
    total          bigint,
    result_url     text,
    result_message text,
    result_args    text[] NOT NULL DEFAULT '{}',
    refusal        text,
    error          text,
    reference      text,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    heartbeat_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at    timestamptz,
    CHECK ((state = 'RUNNING') = (finished_at IS NULL))
);
CREATE INDEX tasks_running_idx ON tasks (id) WHERE state = 'RUNNING';
-- The same thing is never done twice at once.
CREATE UNIQUE INDEX tasks_exclusive_key ON tasks (exclusive_key) WHERE state = 'RUNNING';
--rollback DROP TABLE tasks;
