--liquibase formatted sql

--changeset segmentation:hold_users splitStatements:false stripComments:false runOnChange:true
-- Prevents the deletion of users until the end of this transaction without locking their rows: for changes that are
-- too large to lock every user. The deletion of users takes the same lock exclusively (await_bulk_changes).
-- The setting tells record_added_memberships not to lock the users' rows: the lock is enough.
CREATE OR REPLACE FUNCTION hold_users() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('segmentation.users', 0));
    PERFORM set_config('segmentation.users_held', 'on', true);
END $$;
--rollback DROP FUNCTION hold_users;
