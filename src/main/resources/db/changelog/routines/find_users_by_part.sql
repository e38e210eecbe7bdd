--liquibase formatted sql

--changeset segmentation:find_users_by_part splitStatements:false stripComments:false runOnChange:true
-- Finds the next users with all words of a text within the login, e-mail address or external id, by id. Leaves out users
-- whose login or e-mail address starts with the text. Finds nothing without the index, or when the index has no use: it
-- needs three letters or digits in a row. Comparing a user with the text takes longer than finding it in the index, so a
-- frequent text is looked for in ranges of ids: in the first, which has four times as many as are needed if the planner's
-- estimate is right, then in one ten times as long, and last in the rest. The function is volatile, because EXPLAIN needs
-- that.
CREATE OR REPLACE FUNCTION find_users_by_part(p_text text, p_from bigint, p_back boolean, p_limit integer)
    RETURNS SETOF bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_condition text;
    v_plan      json;
    v_rows      bigint;
    v_found     integer;
    v_missing   integer := p_limit;
    v_last      bigint := (SELECT max(id) FROM users);
    v_from      bigint := coalesce(p_from, CASE WHEN p_back THEN v_last + 1 ELSE 0 END);
    v_lengths   bigint[] := ARRAY[v_last];
    v_length    bigint;
    v_until     bigint;
BEGIN
    IF array_to_string(like_patterns(search_text(p_text, '', '')), ' ') !~ '[a-z0-9]{3}' OR NOT EXISTS (
        SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    -- A dynamic statement is planned with the text. The index serves no LIKE ALL.
    SELECT string_agg(format('search_text(login, email, external_id) LIKE %L', pattern), ' AND ')
    INTO v_condition FROM unnest(like_patterns(search_text(p_text, '', ''))) AS pattern;
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM users WHERE ' || v_condition INTO v_plan;
    v_rows := v_plan #>> '{0,Plan,Plan Rows}';
    IF v_rows > 32 * p_limit THEN
        v_length := 4 * p_limit * v_last / v_rows;
        v_lengths := ARRAY[v_length, 10 * v_length, v_last];
    END IF;
    v_condition := v_condition || ' AND NOT starts_with(lower(login), $1) AND NOT starts_with(lower(email), $1)';
    FOREACH v_length IN ARRAY v_lengths LOOP
        v_until := v_from + CASE WHEN p_back THEN -v_length ELSE v_length END;
        -- With "+ 0" the order needs a sort, so the planner does not read all users by id.
        RETURN QUERY EXECUTE format($find$
            SELECT id FROM users WHERE %1$s AND id %2$s $2 AND id %3$s= $3 ORDER BY id + 0 %4$s LIMIT $4
            $find$, v_condition, CASE WHEN p_back THEN '<' ELSE '>' END, CASE WHEN p_back THEN '>' ELSE '<' END,
            CASE WHEN p_back THEN 'DESC' ELSE 'ASC' END)
        USING lower(p_text), v_from, v_until, v_missing;
        GET DIAGNOSTICS v_found = ROW_COUNT;
        v_missing := v_missing - v_found;
        EXIT WHEN v_missing = 0 OR v_until NOT BETWEEN 1 AND v_last;
        v_from := v_until;
    END LOOP;
END
$$;
--rollback DROP FUNCTION find_users_by_part;
