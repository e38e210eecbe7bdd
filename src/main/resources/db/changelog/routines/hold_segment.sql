--liquibase formatted sql

--changeset segmentation:hold_segment splitStatements:false stripComments:false runOnChange:true
-- Refuses a segment that the account of the current act may not change (SG009) and an unknown one (SG002), and prevents its deletion until the end of this transaction. Called before any
-- of its memberships is locked, which prevents deadlocks with the deletion.
CREATE OR REPLACE FUNCTION hold_segment(p_segment_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM require_segment_access(ARRAY[p_segment_id]);
    PERFORM FROM segments WHERE id = p_segment_id FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such segment' USING ERRCODE = 'SG002';
    END IF;
END $$;
--rollback DROP FUNCTION hold_segment;
