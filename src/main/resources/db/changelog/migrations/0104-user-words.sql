--liquibase formatted sql

--changeset segmentation:user_words splitStatements:false stripComments:false
-- The words of a user's fields, and statistics of them: ANALYZE keeps the most common words of all users. The search
-- looks there for the word that was meant when a typed one has an error. Statistics cost writers nothing.
CREATE FUNCTION user_words(login text, email text, external_id text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN string_to_array(translate(search_text(login, email, external_id),
    E'0123456789.-_@+\n', '                '), ' ', '');
CREATE STATISTICS users_words ON (user_words(login, email, external_id)) FROM users;
ALTER STATISTICS users_words SET STATISTICS 500;
--rollback DROP STATISTICS users_words;
--rollback DROP FUNCTION user_words;

--changeset segmentation:user_words_statistics splitStatements:false
DO $$
BEGIN
    IF EXISTS (SELECT FROM users) THEN
        ANALYZE users;
    END IF;
END
$$;
--rollback SELECT 1;
