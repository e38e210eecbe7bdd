--liquibase formatted sql

--changeset segmentation:listed_end_changes splitStatements:false stripComments:false runOnChange:true
-- Whether a list changes the end of a member: p_end is the member's end, p_own is that of the line, and p_until is that of the
-- list. Files have ends to the second, so an exported end equals the member's.
CREATE OR REPLACE FUNCTION listed_end_changes(
    p_change text, p_present text, p_end timestamptz, p_own timestamptz, p_until timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN p_change = 'remove' OR p_change <> 'end' AND p_present = 'leave' THEN false
                WHEN p_change <> 'end' AND p_present = 'extend' THEN
                    coalesce(p_end < coalesce(p_own, p_until, 'infinity'), false)
                WHEN p_own IS NOT NULL THEN
                    date_trunc('second', p_end) IS DISTINCT FROM date_trunc('second', p_own)
                ELSE p_end IS DISTINCT FROM p_until END
$$;
--rollback DROP FUNCTION listed_end_changes;
