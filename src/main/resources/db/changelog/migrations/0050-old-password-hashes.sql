--liquibase formatted sql

--changeset segmentation:old_password_hashes runInTransaction:false
-- Tells whether accounts are left whose passwords have hashes of an older kind. A sign-in replaces them.
DROP INDEX CONCURRENTLY IF EXISTS accounts_old_hash_idx;
CREATE INDEX CONCURRENTLY accounts_old_hash_idx ON accounts (left(password_hash, 8))
    WHERE password_hash NOT LIKE '{argon2}%';
--rollback DROP INDEX CONCURRENTLY IF EXISTS accounts_old_hash_idx;
