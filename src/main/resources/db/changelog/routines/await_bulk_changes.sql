--liquibase formatted sql

--changeset segmentation:await_bulk_changes splitStatements:false stripComments:false runOnChange:true
-- Lets a deletion of users wait for running large changes (hold_users), before it locks any user. So a change of one
-- user never waits for a deletion that waits for a large change.
CREATE OR REPLACE FUNCTION await_bulk_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.users', 0));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER users_deletion_waits BEFORE DELETE ON users
    FOR EACH STATEMENT EXECUTE FUNCTION await_bulk_changes();
--rollback DROP FUNCTION await_bulk_changes CASCADE;
