--liquibase formatted sql

--changeset segmentation:tasks_cancelled
-- Some tasks can be called off. The instance that runs one notices with its next progress.
ALTER TABLE tasks DROP CONSTRAINT tasks_state_check,
    ADD CONSTRAINT tasks_state_check
        CHECK (state IN ('RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED', 'CANCELLED')),
    ADD COLUMN cancellable boolean NOT NULL DEFAULT false;
--rollback UPDATE tasks SET state = 'INTERRUPTED' WHERE state = 'CANCELLED';
--rollback ALTER TABLE tasks DROP COLUMN cancellable, DROP CONSTRAINT tasks_state_check,
--rollback     ADD CONSTRAINT tasks_state_check CHECK (state IN ('RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED'));
