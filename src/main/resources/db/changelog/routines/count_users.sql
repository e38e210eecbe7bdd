--liquibase formatted sql

--changeset segmentation:count_users splitStatements:false stripComments:false runOnChange:true
-- Records how many users a statement has added or deleted. fold_changes adds it to the saved number.
CREATE OR REPLACE FUNCTION count_users() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO user_changes (delta)
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END FROM changed HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER users_added_counted AFTER INSERT ON users
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_users();
CREATE OR REPLACE TRIGGER users_deleted_counted AFTER DELETE ON users
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_users();
--rollback DROP FUNCTION count_users CASCADE;
