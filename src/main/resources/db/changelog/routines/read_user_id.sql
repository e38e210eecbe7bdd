--liquibase formatted sql

--changeset segmentation:read_user_id splitStatements:false stripComments:false runOnChange:true
-- Returns the id that a text can mean: 17, or #17 for an id only. Ids have no leading zeros, but external ids do.
CREATE OR REPLACE FUNCTION read_user_id(p_text text) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_text ~ '^#?[1-9][0-9]{0,17}$' THEN CAST(ltrim(p_text, '#') AS bigint) END
$$;
--rollback DROP FUNCTION read_user_id;
