--liquibase formatted sql

--changeset segmentation:find_users_by_part splitStatements:false stripComments:false runOnChange:true
-- Finds the next users with a text within the login, e-mail address or external id, by id. Leaves out users whose login or
-- e-mail address starts with it. Finds nothing without the index, or when the index has no use: it needs three letters or
-- digits in a row.
CREATE OR REPLACE FUNCTION find_users_by_part(p_text text, p_from bigint, p_back boolean, p_limit integer)
    RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    part text := lower(p_text);
BEGIN
    IF part !~ '[[:alnum:]]{3}' OR NOT EXISTS (
        SELECT FROM pg_index WHERE indexrelid = to_regclass('users_part_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    -- A dynamic statement is planned with the text. A kept plan would read all users for a rare text, or sort all of them
    -- for a frequent one.
    RETURN QUERY EXECUTE format($find$
        SELECT id FROM users
        WHERE lower(login || chr(10) || email || chr(10) || coalesce(external_id, '')) LIKE $1
        AND NOT starts_with(lower(login), $2) AND NOT starts_with(lower(email), $2) AND ($3 IS NULL OR id %s $3)
        ORDER BY id %s LIMIT $4
        $find$, CASE WHEN p_back THEN '<' ELSE '>' END, CASE WHEN p_back THEN 'DESC' ELSE 'ASC' END)
    USING '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%', part, p_from, p_limit;
END
$$;
--rollback DROP FUNCTION find_users_by_part;
