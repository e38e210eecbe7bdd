--liquibase formatted sql

--changeset segmentation:find_users_by_part splitStatements:false stripComments:false runOnChange:true
-- Finds the next users with all words of a text within the login, e-mail address or external id, by id. Leaves out users
-- whose login or e-mail address starts with the text. Finds nothing without the index, or when the index has no use: it
-- needs three letters or digits in a row. A text that the planner takes for a frequent one is looked for among the next
-- 20,000 users. The index finds all others: no statistics say that only the newest users have a text, and reading users by
-- id would then read all of them. The function is volatile, because EXPLAIN needs that.
CREATE OR REPLACE FUNCTION find_users_by_part(p_text text, p_from bigint, p_back boolean, p_limit integer)
    RETURNS SETOF bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_condition text;
    v_plan      json;
    v_found     integer := 0;
    v_after     text := CASE WHEN p_back THEN '<' ELSE '>' END;
    v_order     text := CASE WHEN p_back THEN 'DESC' ELSE 'ASC' END;
BEGIN
    IF array_to_string(like_patterns(search_text(p_text, '', '')), ' ') !~ '[a-z0-9]{3}' OR NOT EXISTS (
        SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    -- A dynamic statement is planned with the text. The index serves no LIKE ALL.
    SELECT string_agg(format('search_text(login, email, external_id) LIKE %L', pattern), ' AND ')
    INTO v_condition FROM unnest(like_patterns(search_text(p_text, '', ''))) AS pattern;
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM users WHERE ' || v_condition INTO v_plan;
    v_condition := v_condition || ' AND NOT starts_with(lower(login), $1) AND NOT starts_with(lower(email), $1)';
    IF CAST(v_plan #>> '{0,Plan,Plan Rows}' AS numeric) > 2000 THEN
        RETURN QUERY EXECUTE format($find$
            SELECT id FROM (SELECT * FROM users WHERE $2 IS NULL OR id %1$s $2 ORDER BY id %2$s LIMIT 20000) AS next
            WHERE %3$s ORDER BY id %2$s LIMIT $3
            $find$, v_after, v_order, v_condition)
        USING lower(p_text), p_from, p_limit;
        GET DIAGNOSTICS v_found = ROW_COUNT;
    END IF;
    IF v_found < p_limit THEN
        -- With "+ 0" the order needs a sort, so the planner does not read users by id.
        RETURN QUERY EXECUTE format($find$
            SELECT id FROM users WHERE %3$s AND ($2 IS NULL OR id %1$s $2) ORDER BY id + 0 %2$s OFFSET $3 LIMIT $4
            $find$, v_after, v_order, v_condition)
        USING lower(p_text), p_from, v_found, p_limit - v_found;
    END IF;
END
$$;
--rollback DROP FUNCTION find_users_by_part;
