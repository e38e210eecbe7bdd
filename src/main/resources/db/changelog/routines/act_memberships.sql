--liquibase formatted sql

--changeset segmentation:recorded_ends_since
-- After the triggers that record ends were created. A new database records them from the beginning.
INSERT INTO recorded_ends SELECT CASE WHEN EXISTS (SELECT FROM operations) THEN now() ELSE '-infinity' END;
--rollback DELETE FROM recorded_ends;

--changeset segmentation:recorded_ends_of_upgrades
-- A new database needs no row, and an export refuses a database with rows.
DELETE FROM recorded_ends WHERE since = '-infinity';
--rollback empty

--changeset segmentation:act_memberships splitStatements:false stripComments:false runOnChange:true
-- Lists the memberships that an act changed: whether the user was a member before the act and after it, and until when.
-- "known" is whether the end before was recorded. An act changes each membership once. The planner inlines this function.
CREATE OR REPLACE FUNCTION act_memberships(p_act_id bigint)
RETURNS TABLE (segment_id bigint, user_id bigint, was_member boolean, was_until timestamptz, known boolean,
               is_member boolean, is_until timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT o.segment_id, u.user_id, o.type = 'deleted', CASE WHEN o.type = 'deleted' THEN u.until END,
           o.ends IS NOT NULL OR o.date >= coalesce((SELECT max(since) FROM recorded_ends), '-infinity'),
           o.type = 'added', CASE WHEN o.type = 'added' THEN u.until END
    FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids, o.ends) AS u (user_id, until)
    WHERE o.act_id = p_act_id
    UNION ALL
    SELECT c.segment_id, u.user_id, true, u.until_before, true, true, u.until_after
    FROM end_changes AS c
    CROSS JOIN LATERAL unnest(c.user_ids, c.ends_before, c.ends_after) AS u (user_id, until_before, until_after)
    WHERE c.act_id = p_act_id
$$;
--rollback DROP FUNCTION act_memberships;
