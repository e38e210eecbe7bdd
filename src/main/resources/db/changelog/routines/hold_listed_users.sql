--liquibase formatted sql

--changeset segmentation:hold_listed_users splitStatements:false stripComments:false runOnChange:true
-- Prevents the deletion of users until the end of this transaction. Up to 100 users are locked by their rows, in the
-- order of their ids, so that a small change waits only for changes of the same users. Locking more rows would take too
-- long, so a large change prevents all deletions of users (hold_users).
CREATE OR REPLACE FUNCTION hold_listed_users(p_user_ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(p_user_ids) <= 100 THEN
        PERFORM FROM users WHERE id = ANY (p_user_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSE
        PERFORM hold_users();
    END IF;
END $$;
--rollback DROP FUNCTION hold_listed_users;
