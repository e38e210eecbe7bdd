--liquibase formatted sql

--changeset segmentation:meant_words splitStatements:false stripComments:false runOnChange:true
-- The beginnings of common words of users that differ from a typed word by one error (see misspelled_word), the most common
-- first, at most four. Reads the statistics users_words. They lack rare words, and are missing before the first ANALYZE.
CREATE OR REPLACE FUNCTION meant_words(p_word text) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    SELECT meant
    FROM (SELECT substring(common FROM (SELECT '^' || misspelled_word(p_word, false))) AS meant, frequency
          FROM pg_stats_ext_exprs,
               unnest(most_common_elems::text::text[], most_common_elem_freqs) AS word (common, frequency)
          WHERE statistics_schemaname = current_schema() AND statistics_name = 'users_words'
            AND p_word ~ '^[a-z]+$') AS words
    WHERE length(meant) >= 4
    GROUP BY meant ORDER BY max(frequency) DESC, meant LIMIT 4
$$;
--rollback DROP FUNCTION meant_words;
