--liquibase formatted sql

--changeset segmentation:leave_as_deleted_users splitStatements:false stripComments:false runOnChange:true
-- Removes deleted users from their segments. await_bulk_changes has waited for running large additions, so their
-- memberships are seen and removed too. One user's memberships are locked in the order of the segments.
CREATE OR REPLACE FUNCTION leave_as_deleted_users() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM memberships WHERE user_id IN (SELECT id FROM gone) ORDER BY user_id, segment_id FOR UPDATE;
    DELETE FROM memberships WHERE user_id IN (SELECT id FROM gone);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER users_leave_on_deletion AFTER DELETE ON users
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION leave_as_deleted_users();
--rollback DROP FUNCTION leave_as_deleted_users CASCADE;
