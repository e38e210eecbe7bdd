--liquibase formatted sql

--changeset segmentation:expire_memberships splitStatements:false stripComments:false runOnChange:true
-- Removes at most p_limit expired memberships, the oldest end first, and returns how many it removed. Several
-- instances can call it at the same time: each one skips the rows that another has locked.
CREATE OR REPLACE FUNCTION expire_memberships(p_limit integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_expired bigint;
BEGIN
    DELETE FROM memberships
    WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM memberships WHERE expires_at <= now()
        ORDER BY expires_at LIMIT p_limit FOR UPDATE SKIP LOCKED));
    GET DIAGNOSTICS v_expired = ROW_COUNT;
    RETURN v_expired;
END $$;
--rollback DROP FUNCTION expire_memberships;
