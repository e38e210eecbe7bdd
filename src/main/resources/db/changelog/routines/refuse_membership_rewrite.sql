--liquibase formatted sql

--changeset segmentation:refuse_membership_rewrite splitStatements:false stripComments:false runOnChange:true
-- Refuses the two ways to change memberships that write no history: an UPDATE of the keys, and TRUNCATE.
CREATE OR REPLACE FUNCTION refuse_membership_rewrite() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'memberships are added and deleted, not rewritten' USING ERRCODE = 'SG006';
END $$;
CREATE OR REPLACE TRIGGER memberships_keep_their_keys BEFORE UPDATE OF user_id, segment_id ON memberships
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_membership_rewrite();
CREATE OR REPLACE TRIGGER memberships_not_truncated BEFORE TRUNCATE ON memberships
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_membership_rewrite();
--rollback DROP FUNCTION refuse_membership_rewrite CASCADE;
