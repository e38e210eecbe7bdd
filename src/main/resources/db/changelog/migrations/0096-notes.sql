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
