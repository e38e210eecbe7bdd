--liquibase formatted sql

--changeset segmentation:judge_import_rows splitStatements:false stripComments:false runOnChange:true
-- Compares the well-formed lines of an import, after one line and up to another, with the current users. A line
-- matches a user by its external id, or else its login, or else its e-mail. It is malformed when its values belong
-- to different users. The version of a user is a hash of all fields that an import can change.
-- The planner inlines this function into the query that calls it.
CREATE OR REPLACE FUNCTION judge_import_rows(import bigint, after_line bigint, last_line bigint)
RETURNS TABLE (line bigint, verdict text, reason text, user_id bigint, version bigint)
LANGUAGE sql STABLE AS $$
    SELECT r.line,
        CASE WHEN clash.reason IS NOT NULL THEN 'MALFORMED'
             WHEN u.id IS NULL THEN 'NEW'
             WHEN u.login = r.login AND u.email = r.email
                 AND (r.external_id IS NULL OR r.external_id IS NOT DISTINCT FROM u.external_id) THEN 'KNOWN'
             ELSE 'CHANGED' END,
        clash.reason, u.id,
        CASE WHEN u.id IS NOT NULL THEN hash_record_extended(ROW(u.external_id, u.login, u.email), 0) END
    FROM import_rows AS r
    LEFT JOIN users AS e ON e.external_id = r.external_id
    LEFT JOIN users AS l ON lower(l.login) = lower(r.login)
    LEFT JOIN users AS m ON lower(m.email) = lower(r.email)
    CROSS JOIN LATERAL (SELECT
        coalesce(e.id, l.id, m.id) AS id,
        CASE WHEN e.id IS NOT NULL THEN e.external_id WHEN l.id IS NOT NULL THEN l.external_id ELSE m.external_id END
            AS external_id,
        coalesce(e.login, l.login, m.login) AS login,
        coalesce(e.email, l.email, m.email) AS email) AS u
    CROSS JOIN LATERAL (SELECT CASE
        WHEN l.id <> u.id THEN 'LOGIN_TAKEN'
        WHEN m.id <> u.id THEN 'EMAIL_TAKEN'
        WHEN e.id IS NULL AND r.external_id <> u.external_id THEN 'EXTERNAL_ID_DIFFERS' END AS reason) AS clash
    WHERE r.import_id = import AND r.line > after_line AND r.line <= last_line AND r.reason IS NULL
$$;
--rollback DROP FUNCTION judge_import_rows CASCADE;
