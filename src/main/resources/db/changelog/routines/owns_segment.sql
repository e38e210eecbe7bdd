--liquibase formatted sql

--changeset segmentation:owns_segment splitStatements:false stripComments:false runOnChange:true
-- Whether an account is an administrator or an owner of the segment. An API token acts for the account that owns it.
CREATE OR REPLACE FUNCTION owns_segment(p_segment_id bigint, p_account_id bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM accounts AS a LEFT JOIN accounts AS person ON person.id = a.owner_id
        WHERE a.id = p_account_id AND (
            a.role = 'ADMIN' AND coalesce(person.role, 'ADMIN') = 'ADMIN'
            OR EXISTS (SELECT FROM segment_owners AS o
                       WHERE o.segment_id = p_segment_id AND o.account_id = coalesce(person.id, a.id))))
$$;
--rollback DROP FUNCTION owns_segment;
