--liquibase formatted sql

--changeset segmentation:check_user_and_segments splitStatements:false stripComments:false runOnChange:true
-- Refuses an unknown user (SG001), then an unknown segment (SG002; a NULL id is one). Holds both until the
-- end of the transaction: the user against all other changes of their memberships, so that these happen one
-- after the other and are dated so; segments in id order before any membership is touched, so that nothing
-- deadlocks with the deletion of a segment. The number of different segments.
CREATE OR REPLACE FUNCTION check_user_and_segments(p_user_id bigint, p_segment_ids bigint[]) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_segments bigint;
BEGIN
    PERFORM FROM users WHERE id = p_user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such user' USING ERRCODE = 'SG001';
    END IF;
    PERFORM FROM segments WHERE id = ANY (p_segment_ids) ORDER BY id FOR KEY SHARE;
    GET DIAGNOSTICS v_segments = ROW_COUNT;
    IF array_position(p_segment_ids, NULL) IS NOT NULL
        OR v_segments < (SELECT count(DISTINCT id) FROM unnest(p_segment_ids) AS id) THEN
        RAISE EXCEPTION 'no such segment' USING ERRCODE = 'SG002';
    END IF;
    RETURN v_segments;
END $$;
--rollback DROP FUNCTION check_user_and_segments;
