--liquibase formatted sql

--changeset segmentation:pg_trgm splitStatements:false
-- The search for parts of a login, e-mail address or external id needs the extension. Owners of a database may create it.
-- Without it users are found by beginnings. The rollback keeps it: others may use it.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
    RAISE WARNING 'The extension pg_trgm cannot be created: %', sqlerrm;
END
$$;
--rollback SELECT 1;

--changeset segmentation:user_parts runInTransaction:false
--preconditions onFail:CONTINUE onFailMessage:The_extension_pg_trgm_is_missing
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'
-- Built while users are written. A line break, which no field contains, separates the fields.
DROP INDEX CONCURRENTLY IF EXISTS users_part_idx;
CREATE INDEX CONCURRENTLY users_part_idx ON users
    USING gin (lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')) gin_trgm_ops);
--rollback DROP INDEX CONCURRENTLY IF EXISTS users_part_idx;

--changeset segmentation:user_parts_statistics splitStatements:false
-- The planner chooses between indexes by these statistics. Those of an empty table would mislead it while the first
-- users are added.
DO $$
BEGIN
    IF EXISTS (SELECT FROM users) THEN
        ANALYZE users;
    END IF;
END
$$;
--rollback SELECT 1;
