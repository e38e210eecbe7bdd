--liquibase formatted sql

--changeset segmentation:hold_users splitStatements:false stripComments:false runOnChange:true
-- Keeps users from being deleted until the end of this transaction, without touching their rows: for changes
-- too large to lock user by user. Deleting users takes the same lock exclusively (leave_as_deleted_users).
-- The mark tells record_added_memberships not to lock users too: the one who deletes a user has their row and
-- waits for this lock, so waiting for the row would be a deadlock.
CREATE OR REPLACE FUNCTION hold_users() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('segmentation.users', 0));
    PERFORM set_config('segmentation.users_held', 'on', true);
END $$;
--rollback DROP FUNCTION hold_users;
