--liquibase formatted sql

--changeset segmentation:find_users_by_part splitStatements:false stripComments:false runOnChange:true
-- Finds the next users with all words of a text within the login, e-mail address or external id, by id. Leaves out users
-- whose login or e-mail address starts with the text. Finds nothing without the index, or when the index has no use: it
-- needs three letters or digits in a row.
CREATE OR REPLACE FUNCTION find_users_by_part(p_text text, p_from bigint, p_back boolean, p_limit integer)
    RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF array_to_string(like_patterns(search_text(p_text, '', '')), ' ') !~ '[a-z0-9]{3}' OR NOT EXISTS (
        SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    -- A dynamic statement is planned with the text. A kept plan would read all users for a rare text, or sort all of them
    -- for a frequent one. The index serves no LIKE ALL.
    RETURN QUERY EXECUTE format($find$
        SELECT id FROM users
        WHERE %s AND NOT starts_with(lower(login), $1) AND NOT starts_with(lower(email), $1) AND ($2 IS NULL OR id %s $2)
        ORDER BY id %s LIMIT $3
        $find$, (
            SELECT string_agg(format('search_text(login, email, external_id) LIKE %L', pattern), ' AND ')
            FROM unnest(like_patterns(search_text(p_text, '', ''))) AS pattern),
        CASE WHEN p_back THEN '<' ELSE '>' END, CASE WHEN p_back THEN 'DESC' ELSE 'ASC' END)
    USING lower(p_text), p_from, p_limit;
END
$$;
--rollback DROP FUNCTION find_users_by_part;
