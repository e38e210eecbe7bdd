--liquibase formatted sql

--changeset segmentation:find_users splitStatements:false stripComments:false runOnChange:true
-- Returns the user that each text names: by id, login, e-mail address or external id, the first of these that
-- matches. A text is ambiguous when other users match by other fields. Each field is looked up by its index, even
-- for many texts: a join would read all users.
CREATE OR REPLACE FUNCTION find_users(p_texts text[])
RETURNS TABLE ("position" bigint, text text, user_id bigint, matched_by text, ambiguous boolean)
LANGUAGE sql STABLE AS $$
    SELECT f.position, f.text, coalesce(f.by_id, f.by_login, f.by_email, f.by_external_id),
           CASE WHEN f.by_id IS NOT NULL THEN 'id' WHEN f.by_login IS NOT NULL THEN 'login'
                WHEN f.by_email IS NOT NULL THEN 'email' WHEN f.by_external_id IS NOT NULL THEN 'external_id' END,
           coalesce(least(f.by_id, f.by_login, f.by_email, f.by_external_id)
                    < greatest(f.by_id, f.by_login, f.by_email, f.by_external_id), false)
    FROM (SELECT t.position, t.text,
                 CASE WHEN t.text ~ '^[0-9]{1,18}$' THEN (SELECT id FROM users WHERE id = CAST(t.text AS bigint)) END AS by_id,
                 (SELECT id FROM users WHERE lower(login) = lower(t.text)) AS by_login,
                 (SELECT id FROM users WHERE lower(email) = lower(t.text)) AS by_email,
                 (SELECT id FROM users WHERE external_id = t.text) AS by_external_id
          FROM unnest(p_texts) WITH ORDINALITY AS t (text, position) OFFSET 0) AS f
$$;
--rollback DROP FUNCTION find_users;
