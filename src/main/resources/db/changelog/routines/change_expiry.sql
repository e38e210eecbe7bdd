--liquibase formatted sql

--changeset segmentation:change_expiry splitStatements:false stripComments:false runOnChange:true
-- Changes the end of many memberships of one segment in one act, like change_ends.
-- SG002: unknown segment. SG009: the account may not change it. SG007: p_until has passed, or p_by is not positive.
CREATE OR REPLACE FUNCTION change_expiry(
    p_segment_id bigint, p_user_ids bigint[], p_until timestamptz, p_by interval, p_account_id bigint,
    OUT changed bigint, OUT endless bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM begin_act('page', p_account_id, NULL);
    PERFORM hold_segment(p_segment_id);
    SELECT * INTO changed, endless, missing FROM change_ends(p_segment_id, p_user_ids, p_until, p_by);
END $$;
--rollback DROP FUNCTION change_expiry(bigint, bigint[], timestamptz, interval, bigint);
