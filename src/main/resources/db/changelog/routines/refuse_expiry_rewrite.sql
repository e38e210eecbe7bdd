--liquibase formatted sql

--changeset segmentation:refuse_expiry_rewrite splitStatements:false stripComments:false runOnChange:true
-- Only change_ends may change the end of a membership, because it never restores an expired membership. Changing
-- an end that has passed, or setting one in the past, would contradict what readers saw and what the history
-- records.
CREATE OR REPLACE FUNCTION refuse_expiry_rewrite() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('segmentation.expiry_changes', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'the end of a membership is moved by change_ends only' USING ERRCODE = 'SG006';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER memberships_keep_their_end BEFORE UPDATE OF expires_at, added_at ON memberships
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_expiry_rewrite();
--rollback DROP FUNCTION refuse_expiry_rewrite CASCADE;
