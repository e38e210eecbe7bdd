--liquibase formatted sql

--changeset segmentation:find_users_alike splitStatements:false stripComments:false runOnChange:true
-- Finds users for a text with typing errors, the most similar first. Each word of four letters or more may have one: it
-- changes at most four of the word's trigrams, so longer words must be more similar. Two letters of a short word that
-- changed places leave too few trigrams, so these words are compared with each such change. Ranks the first 300 users
-- only, because a word may be similar to those of very many. Finds nothing without the index.
CREATE OR REPLACE FUNCTION find_users_alike(p_text text, p_limit integer) RETURNS SETOF bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_condition text;
    v_rank      text;
    v_least     double precision;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('users_search_idx') AND indisvalid) THEN
        RETURN;
    END IF;
    SELECT string_agg(CASE WHEN a.least IS NULL THEN format('t.text LIKE %L', w.pattern)
                      ELSE format('(t.text %%> %L AND word_similarity(%1$L, t.text) >= %s%s)', b.word, a.least,
                                  ' OR ' || c.swapped) END, ' AND '),
           string_agg(CASE WHEN c.swapped IS NULL THEN format('word_similarity(%L, t.text)', b.word)
                      ELSE format('CASE WHEN %s THEN 1 ELSE word_similarity(%L, t.text) END', c.swapped, b.word) END, ' + '),
           min(a.least)
    INTO v_condition, v_rank, v_least
    FROM unnest(like_patterns(search_text(p_text, '', ''))) AS w (pattern)
    CROSS JOIN LATERAL (SELECT trim(BOTH '%' FROM w.pattern)) AS b (word)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN b.word ~ '^[a-z0-9]{4}' THEN greatest(0.4, 1 - 4.0 / (length(b.word) + 1)) END) AS a (least)
    CROSS JOIN LATERAL (
        SELECT string_agg(format('t.text LIKE %L', '%' || regexp_replace(b.word, '^(.{' || place || '})(.)(.)', '\1\3\2') || '%'),
                          ' OR ')
        FROM generate_series(0, length(b.word) - 2) AS place
        WHERE b.word ~ '^[a-z0-9]{4,7}$') AS c (swapped);
    IF v_least IS NULL THEN
        RETURN;
    END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', v_least::text, true);
    RETURN QUERY EXECUTE format($find$
        SELECT id FROM (
            SELECT id, %s AS rank
            FROM users CROSS JOIN LATERAL (SELECT search_text(login, email, external_id)) AS t (text)
            WHERE %s LIMIT 300) AS alike
        ORDER BY rank DESC, id LIMIT $1
        $find$, v_rank, v_condition)
    USING p_limit;
END
$$;
--rollback DROP FUNCTION find_users_alike;
