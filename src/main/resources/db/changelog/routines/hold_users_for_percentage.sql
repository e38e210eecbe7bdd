--liquibase formatted sql

--changeset segmentation:hold_users_for_percentage splitStatements:false stripComments:false runOnChange:true
-- Takes the lock of a large change before the new segment's row and name exist, in the order of all other writers.
CREATE OR REPLACE FUNCTION hold_users_for_percentage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hold_users();
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER segments_percentage_holds BEFORE INSERT ON segments
    FOR EACH ROW WHEN (NEW.assign_percent > 0) EXECUTE FUNCTION hold_users_for_percentage();
--rollback DROP FUNCTION hold_users_for_percentage CASCADE;
