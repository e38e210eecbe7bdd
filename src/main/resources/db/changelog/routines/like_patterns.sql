--liquibase formatted sql

--changeset segmentation:like_patterns splitStatements:false stripComments:false runOnChange:true
-- The words of a text as patterns of LIKE that find them anywhere.
CREATE OR REPLACE FUNCTION like_patterns(p_text text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
    FROM regexp_split_to_table(p_text, '\s+') AS word WHERE word <> '');
--rollback DROP FUNCTION like_patterns;
