--liquibase formatted sql

--changeset segmentation:search_without_signs splitStatements:false stripComments:false
-- Leaves out the letters that have no sound, and writes "й" as most logins do, so that "olga" and "ольга", "sergey" and
-- "сергей" find each other.
CREATE OR REPLACE FUNCTION search_text(login text, email text, external_id text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE octet_length(login || email || coalesce(external_id, ''))
    WHEN length(login || email || coalesce(external_id, ''))
    THEN lower(login || chr(10) || email || chr(10) || coalesce(external_id, ''))
    ELSE translate(lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')),
        'абвгдеёжзийклмнопрстуфхцчшщыэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯàáâãäåçèéêëìíîïñòóôõöøùúûüýÿъьЪЬ',
        'abvgdeezziyklmnoprstufhccssyeuaabvgdeezziyklmnoprstufhccssyeuaaaaaaaceeeeiiiinoooooouuuuyy')
    END;
--rollback CREATE OR REPLACE FUNCTION search_text(login text, email text, external_id text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE PARALLEL SAFE
--rollback RETURN CASE octet_length(login || email || coalesce(external_id, ''))
--rollback     WHEN length(login || email || coalesce(external_id, ''))
--rollback     THEN lower(login || chr(10) || email || chr(10) || coalesce(external_id, ''))
--rollback     ELSE translate(lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')),
--rollback         'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
--rollback         'abvgdeezziiklmnoprstufhccss''y''euaabvgdeezziiklmnoprstufhccss''y''euaaaaaaaceeeeiiiinoooooouuuuyy')
--rollback     END;
--rollback REINDEX TABLE users;

--changeset segmentation:search_without_signs_index runInTransaction:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_class WHERE oid = to_regclass('users_search_idx')
REINDEX INDEX CONCURRENTLY users_search_idx;
--rollback SELECT 1;
