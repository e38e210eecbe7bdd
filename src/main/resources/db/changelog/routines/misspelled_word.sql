--liquibase formatted sql

--changeset segmentation:misspelled_word splitStatements:false stripComments:false runOnChange:true
-- Returns a regular expression for a word of letters and digits with at most one typing error: a wrong, missing or
-- additional letter, or two that changed places. Words of one or two letters have none. A strict expression always has
-- three letters in a row, which the index needs.
CREATE OR REPLACE FUNCTION misspelled_word(p_word text, p_strict boolean) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT '(' || string_agg(variant, '|') || ')'
    FROM (SELECT p_word AS w, length(p_word) AS size) AS word,
         LATERAL (
             SELECT w AS variant
             UNION ALL
             SELECT left(w, at - 1) || wrong || substr(w, at + 1)
             FROM generate_series(1, size) AS at, unnest(ARRAY['.', '']) AS wrong
             WHERE size > 3 AND (NOT p_strict OR greatest(at - 1, size - at) >= 3)
             UNION ALL
             SELECT left(w, at) || '.' || substr(w, at + 1)
             FROM generate_series(1, size - 1) AS at
             WHERE size > 2 AND (NOT p_strict OR greatest(at, size - at) >= 3)
             UNION ALL
             SELECT left(w, at - 1) || substr(w, at + 1, 1) || substr(w, at, 1) || substr(w, at + 2)
             FROM generate_series(1, size - 1) AS at WHERE size > 3) AS variants
$$;
--rollback DROP FUNCTION misspelled_word;
