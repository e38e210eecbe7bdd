--liquibase formatted sql

--changeset segmentation:put_membership splitStatements:false stripComments:false runOnChange:true
-- Makes a user a member of a segment until p_until, or for p_ttl; without end if both are NULL. A present membership
-- gets this end. One act. Says whether the user was added.
-- SG001: unknown user. SG002: unknown segment. SG007: the end has passed. SG009: the account may not change the segment.
CREATE OR REPLACE FUNCTION put_membership(
    p_user_id bigint, p_segment_id bigint, p_ttl interval, p_until timestamptz, p_kind act_kind, p_account_id bigint)
RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    v_missing bigint;
BEGIN
    PERFORM begin_act(p_kind, p_account_id, NULL);
    PERFORM check_user_and_segments(p_user_id, ARRAY[p_segment_id]);
    SELECT missing INTO v_missing
    FROM change_ends(p_segment_id, ARRAY[p_user_id], coalesce(p_until, clock_timestamp() + p_ttl), NULL);
    IF v_missing > 0 THEN
        PERFORM add_memberships(p_user_id, ARRAY[p_segment_id], p_ttl, p_until, p_kind, p_account_id);
    END IF;
    RETURN v_missing > 0;
END $$;
--rollback DROP FUNCTION put_membership;
