--liquibase formatted sql

--changeset segmentation:undone_by splitStatements:false stripComments:false runOnChange:true
-- Returns the act that took an act back, or NULL. An undo that was taken back itself does not count. Each act has at most
-- one undo that counts (undo_act), and it is the newest.
CREATE OR REPLACE FUNCTION undone_by(p_act_id bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT (SELECT max(id) FROM acts WHERE undoes = p_act_id) AS id
        UNION ALL
        SELECT (SELECT max(a.id) FROM acts AS a WHERE a.undoes = chain.id) FROM chain WHERE chain.id IS NOT NULL
    )
    SELECT CASE WHEN count(id) % 2 = 1 THEN min(id) END FROM chain
$$;
--rollback DROP FUNCTION undone_by;
