--liquibase formatted sql

--changeset segmentation:add_memberships splitStatements:false stripComments:false runOnChange:true
-- Adds one user to segments in one act: to all of them or to none. The memberships last until p_until or for p_ttl.
-- If both are NULL, they have no end. Returns the ids of the operations in the order of p_segment_ids.
-- SG001: unknown user. SG002: unknown segment. SG003: the user is already a member, or a segment is named twice.
-- SG007: p_until has passed. SG009: the account may not change a segment.
CREATE OR REPLACE FUNCTION add_memberships(
    p_user_id bigint, p_segment_ids bigint[], p_ttl interval, p_until timestamptz, p_kind act_kind, p_account_id bigint)
RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
    v_since timestamptz;
    v_added bigint;
BEGIN
    PERFORM begin_act(p_kind, p_account_id, NULL);
    PERFORM check_user_and_segments(p_user_id, p_segment_ids);
    -- Read after the locks, so that this change is dated after those of the transactions it waited for.
    v_since := clock_timestamp();
    IF p_until <= v_since THEN
        RAISE EXCEPTION 'the end has passed' USING ERRCODE = 'SG007';
    END IF;
    -- Expired memberships that are not removed yet are removed first, and the history records it. They are found by
    -- their key: the index of ends would read everything that has expired in all segments.
    IF EXISTS (SELECT FROM memberships WHERE user_id = p_user_id AND segment_id = ANY (p_segment_ids)
               AND coalesce(expires_at <= v_since, false)) THEN
        DELETE FROM memberships WHERE user_id = p_user_id AND segment_id = ANY (p_segment_ids)
            AND coalesce(expires_at <= v_since, false);
    END IF;
    INSERT INTO memberships (user_id, segment_id, expires_at, added_at)
    SELECT p_user_id, segment_id, coalesce(p_until, clock_timestamp() + p_ttl), clock_timestamp()
    FROM unnest(p_segment_ids) AS segment_id ORDER BY segment_id
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_added = ROW_COUNT;
    IF v_added < cardinality(p_segment_ids) THEN
        RAISE EXCEPTION 'already a member' USING ERRCODE = 'SG003';
    END IF;
    RETURN recorded_operations(p_user_id, p_segment_ids, 'added', v_since);
END $$;
--rollback DROP FUNCTION add_memberships;
