--liquibase formatted sql

--changeset segmentation:find_segments splitStatements:false stripComments:false runOnChange:true
-- Finds the segments with all words of a text in their name, earlier names and description. All segments without a text.
CREATE OR REPLACE FUNCTION find_segments(p_text text) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 1000 AS $$
    SELECT s.id FROM segments AS s
    LEFT JOIN (
        SELECT segment_id, string_agg(name, chr(10)) AS all_names FROM segment_names GROUP BY segment_id
    ) AS n ON n.segment_id = s.id AND p_text <> ''
    WHERE lower(concat_ws(chr(10), s.name, s.description, n.all_names)) LIKE ALL (like_patterns(lower(p_text)));
$$;
--rollback DROP FUNCTION find_segments;
