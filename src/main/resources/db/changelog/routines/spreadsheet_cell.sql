--liquibase formatted sql

--changeset segmentation:spreadsheet_cell splitStatements:false stripComments:false runOnChange:true
-- Puts an apostrophe before each part of a text that a spreadsheet would run as a formula: at its start, and behind a
-- delimiter or line break, since a spreadsheet that expects another delimiter starts a new cell there. Quotes may come
-- before the formula, and some spreadsheets take full-width signs for the usual ones. SpreadsheetText does the same in Java. The API of version 1 uses spreadsheet_text.
CREATE OR REPLACE FUNCTION spreadsheet_cell(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(p_text, '(?<![^,;|\t\r\n])(?=["'']*[=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20-])', '''', 'g')
$$;
--rollback DROP FUNCTION spreadsheet_cell;
