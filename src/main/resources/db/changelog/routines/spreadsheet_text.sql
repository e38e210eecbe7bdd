--liquibase formatted sql

--changeset segmentation:spreadsheet_text splitStatements:false stripComments:false runOnChange:true
-- Puts an apostrophe before a text that a spreadsheet would run as a formula: one that starts with = + - @, a tab or
-- a carriage return (https://owasp.org/www-community/attacks/CSV_Injection).
CREATE OR REPLACE FUNCTION spreadsheet_text(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ascii(p_text) IN (61, 43, 45, 64, 9, 13) THEN '''' || p_text ELSE p_text END
$$;
--rollback DROP FUNCTION spreadsheet_text;
