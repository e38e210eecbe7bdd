--liquibase formatted sql

--changeset segmentation:match_users splitStatements:false stripComments:false runOnChange:true
-- Returns the user that each text names by login, e-mail address, external id or id. A text that fits several users
-- is ambiguous and names none of them. The account can decide which field the numbers are (p_numbers: id,
-- external_id or login). Then numbers are looked up in this field only, and other ambiguous texts name the user that
-- they fit by it. Each field is looked up by its index, even for many texts: a join would read all users.
-- Replaces find_users, which took the first field that matched.
CREATE OR REPLACE FUNCTION match_users(p_texts text[], p_numbers text)
RETURNS TABLE ("position" bigint, text text, user_id bigint, matched_by text, ambiguous boolean)
LANGUAGE sql STABLE AS $$
    SELECT d.position, d.text,
           CASE WHEN d.decided THEN d.by_choice WHEN NOT d.ambiguous THEN d.by_any END,
           CASE WHEN d.decided THEN CASE WHEN d.by_choice IS NOT NULL THEN p_numbers END
                WHEN d.ambiguous THEN NULL
                WHEN d.by_login IS NOT NULL THEN 'login' WHEN d.by_email IS NOT NULL THEN 'email'
                WHEN d.by_external_id IS NOT NULL THEN 'external_id' WHEN d.by_id IS NOT NULL THEN 'id' END,
           d.ambiguous AND NOT d.decided
    FROM (SELECT c.*, coalesce(p_numbers IS NOT NULL
                 AND (c.text ~ '^[0-9]+$' OR c.ambiguous AND c.by_choice IS NOT NULL), false) AS decided
          FROM (SELECT f.*, coalesce(f.by_login, f.by_email, f.by_external_id, f.by_id) AS by_any,
                       CASE p_numbers WHEN 'id' THEN f.by_id WHEN 'login' THEN f.by_login
                                      WHEN 'external_id' THEN f.by_external_id END AS by_choice,
                       coalesce(least(f.by_id, f.by_login, f.by_email, f.by_external_id)
                                < greatest(f.by_id, f.by_login, f.by_email, f.by_external_id), false) AS ambiguous
                FROM (SELECT t.position, t.text,
                             (SELECT id FROM users WHERE id = read_user_id(t.text)) AS by_id,
                             (SELECT id FROM users WHERE lower(login) = lower(t.text)) AS by_login,
                             (SELECT id FROM users WHERE lower(email) = lower(t.text)) AS by_email,
                             (SELECT id FROM users WHERE external_id = t.text) AS by_external_id
                      FROM unnest(p_texts) WITH ORDINALITY AS t (text, position) OFFSET 0) AS f) AS c) AS d
$$;
--rollback DROP FUNCTION match_users;
