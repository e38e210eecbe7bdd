--liquibase formatted sql

--changeset segmentation:check_user_and_segments splitStatements:false stripComments:false runOnChange:true
-- Refuses an unknown user (SG001), then a segment that the account of the current act may not change (SG009), then an
-- unknown segment or a NULL id (SG002). Locks the user and the segments
-- until the end of the transaction. The lock on the user puts all changes of the user's memberships, and their
-- dates, in one order. Segments are locked in id order before any membership, which prevents deadlocks with the
-- deletion of a segment.
-- Returns the number of distinct segments.
CREATE OR REPLACE FUNCTION check_user_and_segments(p_user_id bigint, p_segment_ids bigint[]) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_segments bigint;
BEGIN
    PERFORM FROM users WHERE id = p_user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such user' USING ERRCODE = 'SG001';
    END IF;
    PERFORM require_segment_access(p_segment_ids);
    PERFORM FROM segments WHERE id = ANY (p_segment_ids) ORDER BY id FOR KEY SHARE;
    GET DIAGNOSTICS v_segments = ROW_COUNT;
    IF array_position(p_segment_ids, NULL) IS NOT NULL
        OR v_segments < (SELECT count(DISTINCT id) FROM unnest(p_segment_ids) AS id) THEN
        RAISE EXCEPTION 'no such segment' USING ERRCODE = 'SG002';
    END IF;
    RETURN v_segments;
END $$;
--rollback DROP FUNCTION check_user_and_segments;
