--liquibase formatted sql

--changeset segmentation:require_segment_access splitStatements:false stripComments:false runOnChange:true
-- Refuses (SG009) a change of segments that the account of the current act may not change. The triggers of memberships
-- and segments call it, so no change can avoid it. The functions that lock segments call it too, to refuse first.
-- An act without an account is the system's own, for example an expiry.
CREATE OR REPLACE FUNCTION require_segment_access(p_segment_ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_account bigint := nullif(current_setting('segmentation.act_account', true), '')::bigint;
BEGIN
    IF v_account IS NOT NULL AND EXISTS (
        SELECT FROM segments AS s
        WHERE s.id = ANY (p_segment_ids) AND s.restricted AND NOT owns_segment(s.id, v_account))
    THEN
        RAISE EXCEPTION 'the segment is restricted' USING ERRCODE = 'SG009';
    END IF;
END $$;
--rollback DROP FUNCTION require_segment_access;
