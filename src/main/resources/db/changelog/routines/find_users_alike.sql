--liquibase formatted sql

--changeset segmentation:find_users_alike splitStatements:false stripComments:false runOnChange:true
-- Finds users for a text with typing errors: each word may have one. The longest word needs four letters or digits, which
-- the index knows. It cannot use all variants of a word of eight letters or more: then it finds the users with one of the
-- halves, because one half has no error unless the two letters in the middle changed places. Compares 3,000 of them,
-- because very many users may have a half. Finds nothing without the index.
CREATE OR REPLACE FUNCTION find_users_alike(p_text text, p_limit integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
    v_candidates text;
    v_condition  text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    SELECT string_agg(format('search_text(login, email, external_id) ~ %L', p.pattern), ' AND ') FILTER (WHERE NOT p.late),
           coalesce(string_agg(format('search_text(login, email, external_id) ~ %L', p.pattern), ' AND ')
                        FILTER (WHERE p.late), 'true')
    INTO v_candidates, v_condition
    FROM (SELECT word, row_number() OVER (ORDER BY length(word) DESC) = 1 AS longest, length(word) / 2 AS half
          FROM regexp_split_to_table(left(search_text(p_text, '', ''), 64), '[^[:alnum:]]+') AS word
          WHERE word <> '') AS w,
         LATERAL (
             SELECT misspelled_word(word, longest) AS pattern, longest AND half >= 4 AS late
             UNION ALL
             SELECT concat_ws('|', left(word, half), substr(word, half + 1),
                              left(word, half - 1) || substr(word, half + 1, 1) || substr(word, half, 1)
                              || substr(word, half + 2)), false
             WHERE longest AND half >= 4) AS p
    HAVING bool_or(longest AND word ~ '^[a-z0-9]{4,}$');
    IF v_candidates IS NOT NULL THEN
        RETURN QUERY EXECUTE format('SELECT id FROM (SELECT * FROM users WHERE %s LIMIT 3000) AS u WHERE %s LIMIT $1',
                                    v_candidates, v_condition)
        USING p_limit;
    END IF;
END
$$;
--rollback DROP FUNCTION find_users_alike;
