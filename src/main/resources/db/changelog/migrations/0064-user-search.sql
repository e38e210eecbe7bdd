--liquibase formatted sql

--changeset segmentation:search_text splitStatements:false stripComments:false
-- What a search compares: the fields in small Latin letters, so that capital letters, accents and the alphabet do not
-- matter. pg_trgm knows other letters only in some locales. A line break, which no field contains, separates the fields.
-- translate() is slow, so texts of ASCII go without it.
CREATE FUNCTION search_text(login text, email text, external_id text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE octet_length(login || email || coalesce(external_id, ''))
    WHEN length(login || email || coalesce(external_id, ''))
    THEN lower(login || chr(10) || email || chr(10) || coalesce(external_id, ''))
    ELSE translate(lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')),
        'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
        'abvgdeezziiklmnoprstufhccss''y''euaabvgdeezziiklmnoprstufhccss''y''euaaaaaaaceeeeiiiinoooooouuuuyy')
    END;
--rollback DROP FUNCTION search_text;

--changeset segmentation:user_search_text runInTransaction:false
--preconditions onFail:CONTINUE onFailMessage:The_extension_pg_trgm_is_missing
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'
-- Built while users are written. With the usual statistics the planner takes frequent parts for rare ones.
DROP INDEX CONCURRENTLY IF EXISTS users_search_idx;
CREATE INDEX CONCURRENTLY users_search_idx ON users USING gin (search_text(login, email, external_id) gin_trgm_ops);
ALTER INDEX users_search_idx ALTER COLUMN 1 SET STATISTICS 500;
--rollback DROP INDEX CONCURRENTLY IF EXISTS users_search_idx;

--changeset segmentation:user_parts_replaced runInTransaction:false
--preconditions onFail:CONTINUE onFailMessage:The_extension_pg_trgm_is_missing
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'
DROP INDEX CONCURRENTLY IF EXISTS users_part_idx;
--rollback CREATE INDEX CONCURRENTLY IF NOT EXISTS users_part_idx ON users
--rollback     USING gin (lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')) gin_trgm_ops);

--changeset segmentation:user_search_statistics splitStatements:false
-- Those of an empty table would mislead the planner while the first users are added.
DO $$
BEGIN
    IF EXISTS (SELECT FROM users) THEN
        ANALYZE users;
    END IF;
END
$$;
--rollback SELECT 1;
