--liquibase formatted sql

--changeset segmentation:acts_undoes
-- The act that an undo took back.
ALTER TABLE acts ADD COLUMN undoes bigint;
--rollback ALTER TABLE acts DROP COLUMN undoes;

--changeset segmentation:acts_undoes_idx runInTransaction:false
DROP INDEX CONCURRENTLY IF EXISTS acts_undoes_idx;
CREATE INDEX CONCURRENTLY acts_undoes_idx ON acts (undoes, id) WHERE undoes IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY IF EXISTS acts_undoes_idx;

--changeset segmentation:recorded_ends
-- The time since which operations record ends (act_memberships). Earlier operations without ends say nothing about them.
CREATE TABLE recorded_ends (
    since timestamptz NOT NULL
);
--rollback DROP TABLE recorded_ends;
