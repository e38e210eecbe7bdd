--liquibase formatted sql

--changeset segmentation:require_segment_access splitStatements:false stripComments:false runOnChange:true
-- Refuses (SG009) a change of segments that the account of the current act may not change. The triggers of memberships
-- and segments call it, so no change can avoid it.
-- A token may be restricted to a list of segments. An unknown segment (NULL) is not in the list.
CREATE OR REPLACE FUNCTION require_segment_access(p_segment_ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_account bigint := nullif(current_setting('segmentation.act_account', true), '')::bigint;
BEGIN
    IF EXISTS (SELECT FROM api_tokens WHERE account_id = v_account AND segments_only)
        AND EXISTS (SELECT FROM unnest(p_segment_ids) AS id WHERE NOT EXISTS (
            SELECT FROM api_token_segments AS granted WHERE granted.account_id = v_account AND granted.segment_id = id))
    THEN
        RAISE EXCEPTION 'segment is not permitted' USING ERRCODE = 'SG009';
    END IF;
END $$;
--rollback DROP FUNCTION require_segment_access;
