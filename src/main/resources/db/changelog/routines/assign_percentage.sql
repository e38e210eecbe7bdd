--liquibase formatted sql

--changeset segmentation:assign_percentage splitStatements:false stripComments:false runOnChange:true
-- Adds exactly ceil(percent of all users) to a new segment: the users with the smallest hash of (user, segment). The
-- choice is reproducible and independent between segments. A higher percentage includes all users of a lower one.
-- Sorting all users by their hashes would be slow. Instead, one pass counts the hashes in 1,024 slices. The counts
-- tell which slice contains the last user, and only that slice is sorted. One statement does all of this on one
-- snapshot, because users may be added meanwhile.
-- hold_users_for_percentage has prevented the deletion of users.
-- Rows are inserted in the order of user ids: 5.6 s instead of 10 s for a million users.
CREATE OR REPLACE FUNCTION assign_percentage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('segmentation.users_exist', 'on', true);
    INSERT INTO memberships (user_id, segment_id)
    WITH slices AS (
        SELECT hashint8extended(id, NEW.id) >> 54 AS slice, count(*) AS users FROM users GROUP BY 1
    ), needed AS (
        SELECT slice, wanted - before AS wanted
        FROM (SELECT slice, sum(users) OVER (ORDER BY slice) - users AS before,
                     ceil(NEW.assign_percent / 100 * sum(users) OVER ()) AS wanted FROM slices) AS summed
        WHERE before < wanted ORDER BY slice DESC LIMIT 1
    ), last AS (
        SELECT hashint8extended(id, NEW.id) AS hash, id FROM users
        WHERE hashint8extended(id, NEW.id) >> 54 = (SELECT slice FROM needed)
        ORDER BY 1, 2 OFFSET (SELECT wanted - 1 FROM needed) LIMIT 1
    )
    SELECT u.id, NEW.id FROM users AS u
    WHERE (hashint8extended(u.id, NEW.id), u.id) <= (SELECT hash, id FROM last) ORDER BY u.id;
    PERFORM set_config('segmentation.users_exist', '', true);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER segments_percentage AFTER INSERT ON segments
    FOR EACH ROW WHEN (NEW.assign_percent > 0) EXECUTE FUNCTION assign_percentage();
--rollback DROP FUNCTION assign_percentage CASCADE;
