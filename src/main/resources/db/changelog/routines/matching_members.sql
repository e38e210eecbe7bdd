--liquibase formatted sql

--changeset segmentation:matching_members splitStatements:false stripComments:false runOnChange:true
-- All members of a segment that a list with these filters shows, by id. A filter that is NULL or empty is not applied.
-- p_text: as in the search of members: an id, an external id, the start of a login or an e-mail address, or a part of
-- any of them. Parts count in segments of at most p_few members, and if the text has three letters or digits in a row.
-- p_end_present, p_end_within: whether the membership has an end, and how soon. p_kind, p_account: the source of the act
-- that began the membership, and the login of its account. p_act_id: only users that this act added or removed, or whose
-- end it changed.
CREATE OR REPLACE FUNCTION matching_members(
    p_segment_id bigint, p_text text, p_few integer, p_end_present boolean, p_end_within interval, p_kind act_kind,
    p_account text, p_act_id bigint)
    RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_query text := 'SELECT m.user_id FROM active_memberships AS m WHERE m.segment_id = $1';
BEGIN
    -- Arrays, because the planner cannot estimate how many users operations have, and would read members for each of them.
    IF p_act_id IS NOT NULL THEN
        v_query := v_query || ' AND m.user_id = ANY (ARRAY(
            SELECT unnest(o.user_ids) FROM operations AS o WHERE o.act_id = $6 AND o.segment_id = $1
            UNION ALL
            SELECT unnest(o.user_ids) FROM end_changes AS o WHERE o.act_id = $6 AND o.segment_id = $1))';
    END IF;
    IF p_end_present THEN
        v_query := v_query || ' AND m.expires_at IS NOT NULL AND ($3 IS NULL OR m.expires_at <= now() + $3)';
    ELSIF NOT p_end_present THEN
        v_query := v_query || ' AND m.expires_at IS NULL';
    END IF;
    IF p_text <> '' THEN
        v_query := v_query || ' AND EXISTS (SELECT FROM users AS u WHERE u.id = m.user_id AND (
            u.id = read_user_id($2) OR u.external_id = $2
            OR starts_with(lower(u.login), lower($2)) OR starts_with(lower(u.email), lower($2))';
        IF array_to_string(like_patterns(search_text(p_text, '', '')), ' ') ~ '[a-z0-9]{3}' OR (
            SELECT count(*) <= p_few
            FROM (SELECT FROM memberships WHERE segment_id = p_segment_id LIMIT p_few + 1) AS few) THEN
            v_query := v_query
                || ' OR search_text(u.login, u.email, u.external_id) LIKE ALL (like_patterns(search_text($2, '''', '''')))';
        END IF;
        v_query := v_query || '))';
    END IF;
    IF p_kind IS NOT NULL OR p_account <> '' THEN
        -- The newest addition began the membership. The database writes it within a day after added_at. The users of all
        -- acts with this source and account are found first, because there may be few.
        v_query := v_query || ' AND m.user_id = ANY (ARRAY(
            SELECT unnest(o.user_ids) FROM operations AS o
            WHERE o.segment_id = $1 AND o.type = ''added'' AND o.act_id IN (
                SELECT c.act_id FROM act_changes AS c JOIN acts AS a ON a.id = c.act_id
                WHERE c.segment_id = $1 AND c.type = ''added'' AND ($4 IS NULL OR a.kind = $4)
                  AND ($5 = '''' OR a.account_id IN (SELECT id FROM accounts WHERE lower(login) = lower($5))))))
            AND EXISTS (
            SELECT FROM (
                SELECT o.act_id FROM operations AS o
                WHERE o.user_block = m.user_id / 64 AND o.segment_id = m.segment_id AND o.type = ''added''
                  AND o.date >= m.added_at AND o.date < m.added_at + interval ''1 day''
                  AND m.user_id = ANY (o.user_ids)
                ORDER BY o.date DESC, o.id DESC LIMIT 1) AS entered
            JOIN acts AS a ON a.id = entered.act_id
            WHERE ($4 IS NULL OR a.kind = $4)
              AND ($5 = '''' OR a.account_id IN (SELECT id FROM accounts WHERE lower(login) = lower($5))))';
    END IF;
    -- A dynamic statement is planned for its filters.
    RETURN QUERY EXECUTE v_query || ' ORDER BY m.user_id' USING p_segment_id, p_text, p_end_within, p_kind, p_account,
        p_act_id;
END $$;
--rollback DROP FUNCTION matching_members;
