--liquibase formatted sql

--changeset segmentation:leave_as_deleted_users splitStatements:false stripComments:false runOnChange:true
-- Removes deleted users from their segments. The lock waits for running bulk additions (hold_users), so that their
-- memberships are seen and removed too.
CREATE OR REPLACE FUNCTION leave_as_deleted_users() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.users', 0));
    DELETE FROM memberships WHERE user_id IN (SELECT id FROM gone);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER users_leave_on_deletion AFTER DELETE ON users
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION leave_as_deleted_users();
--rollback DROP FUNCTION leave_as_deleted_users CASCADE;
