--liquibase formatted sql

--changeset segmentation:accounts_staff_idx runInTransaction:false
-- Finds the staff among the accounts of all users who signed up.
CREATE INDEX CONCURRENTLY IF NOT EXISTS accounts_staff_idx ON accounts (lower(login))
    WHERE role <> 'MEMBER' AND owner_id IS NULL AND deleted_at IS NULL;
--rollback DROP INDEX CONCURRENTLY IF EXISTS accounts_staff_idx;
