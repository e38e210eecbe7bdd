--liquibase formatted sql

--changeset segmentation:check_member_list splitStatements:false stripComments:false runOnChange:true
-- Makes the dry run of a list: matches its entries to users and stores what each will do. Entries are matched by the list's
-- field, or by any field (match_users). With a field, each entry is looked up by its index: a join would read all users.
CREATE OR REPLACE FUNCTION check_member_list(p_list_id bigint) RETURNS void
LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
    v_list  member_lists;
    v_texts text[];
    v_named text := 'match_users($1, $2)';
BEGIN
    SELECT * INTO v_list FROM member_lists WHERE id = p_list_id AND NOT checked;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    v_texts := ARRAY(SELECT text FROM member_list_entries WHERE list_id = p_list_id ORDER BY position);
    IF v_list.field IS NOT NULL THEN
        v_named := format($sql$(
            SELECT t.position, t.user_id, CASE WHEN t.user_id IS NOT NULL THEN %L END AS matched_by, false AS ambiguous
            FROM (SELECT e.position, (SELECT u.id FROM users AS u WHERE %s) AS user_id
                  FROM unnest($1) WITH ORDINALITY AS e (text, position) OFFSET 0) AS t)$sql$,
            v_list.field, CASE v_list.field
                WHEN 'id' THEN 'u.id = read_user_id(e.text)'
                WHEN 'login' THEN 'lower(u.login) = lower(e.text)'
                WHEN 'email' THEN 'lower(u.email) = lower(e.text)'
                ELSE 'u.external_id = e.text' END);
    END IF;
    EXECUTE format($sql$
        WITH named AS MATERIALIZED (
            SELECT e.position, e.text, e.until, e.problem, n.matched_by, coalesce(n.ambiguous, false) AS ambiguous,
                   CASE WHEN e.problem IS NULL THEN n.user_id END AS user_id
            FROM %s AS n JOIN member_list_entries AS e ON e.list_id = $3 AND e.position = n.position
        ), judged AS (
            SELECT named.*, m.user_id IS NOT NULL AS member, m.expires_at,
                   CASE WHEN problem IS NOT NULL THEN 'invalid'
                        WHEN row_number() OVER (PARTITION BY named.user_id, problem IS NULL,
                                 CASE WHEN named.user_id IS NULL THEN lower(text) END ORDER BY position) > 1 THEN 'doubled'
                        WHEN ambiguous THEN 'ambiguous' WHEN named.user_id IS NULL THEN 'unknown'
                        WHEN m.user_id IS NULL THEN 'new' ELSE 'member' END AS outcome
            FROM named LEFT JOIN active_memberships AS m ON m.segment_id = $4 AND m.user_id = named.user_id
        )
        UPDATE member_lists AS l SET checked = true, entry_users = j.users, entry_fields = j.fields, outcomes = j.outcomes,
            new_ids = j.new_ids, new_ends = j.new_ends, member_ids = j.member_ids, member_ends = j.member_ends,
            end_ids = j.end_ids, unknown = j.unknown, ambiguous = j.ambiguous, doubled = j.doubled, invalid = j.invalid
        FROM (SELECT coalesce(array_agg(user_id ORDER BY position), '{}') AS users,
                     coalesce(array_agg(matched_by ORDER BY position), '{}') AS fields,
                     coalesce(array_agg(outcome ORDER BY position), '{}') AS outcomes,
                     coalesce(array_agg(user_id ORDER BY user_id) FILTER (WHERE outcome = 'new'), '{}') AS new_ids,
                     coalesce(array_agg(until ORDER BY user_id) FILTER (WHERE outcome = 'new'), '{}') AS new_ends,
                     coalesce(array_agg(user_id ORDER BY user_id) FILTER (WHERE outcome = 'member'), '{}') AS member_ids,
                     coalesce(array_agg(until ORDER BY user_id) FILTER (WHERE outcome = 'member'), '{}') AS member_ends,
                     coalesce(array_agg(user_id ORDER BY user_id) FILTER (WHERE outcome = 'member'
                         AND listed_end_changes($5, $6, expires_at, until, $7)), '{}') AS end_ids,
                     coalesce(array_agg(text ORDER BY position) FILTER (WHERE outcome = 'unknown'), '{}') AS unknown,
                     coalesce(array_agg(text ORDER BY position) FILTER (WHERE outcome = 'ambiguous'), '{}') AS ambiguous,
                     coalesce(array_agg(text ORDER BY position) FILTER (WHERE outcome = 'doubled'), '{}') AS doubled,
                     count(*) FILTER (WHERE outcome = 'invalid') AS invalid
              FROM judged) AS j
        WHERE l.id = $3$sql$, v_named)
        USING v_texts, v_list.numbers, p_list_id, v_list.segment_id, v_list.change, v_list.present,
              coalesce(v_list.until, clock_timestamp() + v_list.ttl);
    IF v_list.change = 'replace' THEN
        UPDATE member_lists AS l SET total = m.members, leaving = m.members - cardinality(l.member_ids)
        FROM (SELECT count(*) AS members FROM active_memberships WHERE segment_id = v_list.segment_id) AS m
        WHERE l.id = p_list_id;
    END IF;
END $$;
--rollback DROP FUNCTION check_member_list;
