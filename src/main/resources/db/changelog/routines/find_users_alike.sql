--liquibase formatted sql

--changeset segmentation:find_users_alike splitStatements:false stripComments:false runOnChange:true
-- Finds users for a text with a typing error in one of its words: first in the longest, then in the next three. The longest
-- needs four letters or digits, which the index knows. Finds nothing without the index.
--
-- First looks for the beginnings of common words that may be meant (see meant_words), one after the other when the text has
-- no other word. When these find too few users, looks for all variants of the word. The index cannot use all variants of a
-- word of eight letters or more: then it finds the users with one of the halves, because one half has no error unless the
-- two letters in the middle changed places. Compares 1,000 of them, because very many users may have a half.
CREATE OR REPLACE FUNCTION find_users_alike(p_text text, p_limit integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
    v_searches text[];
    v_search   text;
    v_found    bigint[] := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    WITH words AS (
        SELECT word, row_number() OVER (ORDER BY length(word) DESC, word) AS place, length(word) / 2 AS half
        FROM (SELECT DISTINCT word
              FROM regexp_split_to_table(left(search_text(p_text, '', ''), 64), '[^[:alnum:]]+') AS word
              WHERE word <> '') AS split
    ), searches AS (
        SELECT w.place, w.word,
               (SELECT coalesce(string_agg(format(' AND %%1$s LIKE %L', '%%' || word || '%%'), ''), '')
                FROM words WHERE place <> w.place) AS others,
               CASE WHEN w.place > 1 THEN format(' AND %%1$s NOT LIKE %L', '%%' || w.word || '%%') ELSE '' END AS exact,
               misspelled_word(w.word, w.place = 1) AS variants,
               CASE WHEN w.place = 1 AND w.half >= 4
                    THEN concat_ws('|', left(w.word, w.half), substr(w.word, w.half + 1),
                                   left(w.word, w.half - 1) || substr(w.word, w.half + 1, 1)
                                   || substr(w.word, w.half, 1) || substr(w.word, w.half + 2))
                    ELSE misspelled_word(w.word, w.place = 1) END AS known
        FROM words AS w WHERE w.place <= 4
    )
    SELECT ARRAY(SELECT format('SELECT id FROM users WHERE (%s)%s%s',
                               string_agg(format('%%1$s LIKE %L', '%%' || meant || '%%'), ' OR '), others, exact)
                 FROM searches, meant_words(word) WITH ORDINALITY AS meant (meant, rank)
                 GROUP BY place, others, exact, CASE WHEN others = '' THEN rank END
                 ORDER BY place, min(rank))
           || string_agg(format(
               '(SELECT id FROM (SELECT * FROM users WHERE %%1$s ~ %L%s%s LIMIT 1000) AS u WHERE %%1$s ~ %L)',
               known, others, exact, variants), ' UNION ALL ' ORDER BY place)
    INTO v_searches FROM searches
    HAVING (SELECT word ~ '^[a-z0-9]{4,}$' FROM words WHERE place = 1);
    FOREACH v_search IN ARRAY coalesce(v_searches, '{}') LOOP
        EXIT WHEN cardinality(v_found) >= p_limit;
        EXECUTE format('SELECT $1 || ARRAY(SELECT id FROM (' || v_search || ') AS found WHERE id <> ALL ($1) LIMIT $2)',
            'search_text(login, email, external_id)')
        INTO v_found USING v_found, p_limit - cardinality(v_found);
    END LOOP;
    RETURN QUERY SELECT unnest(v_found);
END
$$;
--rollback DROP FUNCTION find_users_alike;
