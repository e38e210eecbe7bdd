--liquibase formatted sql

--changeset segmentation:current_user_count splitStatements:false stripComments:false runOnChange:true
-- Returns the number of users at this moment without counting the rows.
CREATE OR REPLACE FUNCTION current_user_count() RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT users + coalesce((SELECT sum(delta) FROM user_changes), 0)::bigint FROM user_counts
$$;
--rollback DROP FUNCTION current_user_count;
