--liquibase formatted sql

--changeset segmentation:spreadsheet_text splitStatements:false stripComments:false runOnChange:true
-- The text with an apostrophe before it where a spreadsheet would run it as a formula: behind = + - @, a tab or a
-- carriage return (https://owasp.org/www-community/attacks/CSV_Injection).
CREATE OR REPLACE FUNCTION spreadsheet_text(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ascii(p_text) IN (61, 43, 45, 64, 9, 13) THEN '''' || p_text ELSE p_text END
$$;
--rollback DROP FUNCTION spreadsheet_text;
