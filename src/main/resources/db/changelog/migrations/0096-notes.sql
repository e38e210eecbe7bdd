--liquibase formatted sql

--changeset segmentation:acts_noted_by_account runInTransaction:false
-- The last notes of an account, which forms offer. Built while acts are written.
DROP INDEX CONCURRENTLY IF EXISTS acts_noted_account_id_at_id_idx;
CREATE INDEX CONCURRENTLY acts_noted_account_id_at_id_idx ON acts (account_id, at, id) WHERE note IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY IF EXISTS acts_noted_account_id_at_id_idx;

--changeset segmentation:acts_noted runInTransaction:false
-- Searches for a part of a note walk these acts, newest or oldest first.
DROP INDEX CONCURRENTLY IF EXISTS acts_noted_at_id_idx;
CREATE INDEX CONCURRENTLY acts_noted_at_id_idx ON acts (at, id) WHERE note IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY IF EXISTS acts_noted_at_id_idx;

--changeset segmentation:note_changes
-- What the notes of acts were before they were changed, and by which account. A trigger on acts writes it
-- (keep_note_version). "before" and "after" are NULL without a note.
CREATE TABLE note_changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id     bigint NOT NULL,
    before     text,
    after      text,
    account_id bigint NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX note_changes_act_id_id_idx ON note_changes (act_id, id);
--rollback DROP TABLE note_changes;
