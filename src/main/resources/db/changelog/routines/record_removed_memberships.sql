--liquibase formatted sql

--changeset segmentation:record_removed_memberships splitStatements:false stripComments:false runOnChange:true
-- Writes the history of a DELETE. What had come to its end left by expiry at that instant, whoever takes the
-- row away now; the rest leaves by the current act, now.
CREATE OR REPLACE FUNCTION record_removed_memberships() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    v_now    timestamptz := clock_timestamp();
    v_act    bigint;
    v_expiry bigint;
BEGIN
    IF EXISTS (SELECT FROM removed WHERE expires_at <= v_now) THEN
        INSERT INTO acts (kind) VALUES ('expiry') RETURNING id INTO v_expiry;
    END IF;
    IF EXISTS (SELECT FROM removed WHERE expires_at IS NULL OR expires_at > v_now) THEN
        v_act := current_act();
    END IF;
    INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
    SELECT CASE WHEN block.expired THEN v_expiry ELSE v_act END, s.id, s.name, 'deleted',
           block.date, block.user_block, cardinality(block.user_ids), block.user_ids
    FROM (SELECT segment_id, least(v_now, expires_at) AS date, coalesce(expires_at <= v_now, false) AS expired,
                 user_id / 64 AS user_block, array_agg(user_id ORDER BY user_id) AS user_ids
          FROM removed GROUP BY 1, 2, 3, 4) AS block
    JOIN segments AS s ON s.id = block.segment_id
    ORDER BY block.date, s.id, block.user_block;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER memberships_removed AFTER DELETE ON memberships
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION record_removed_memberships();
--rollback DROP FUNCTION record_removed_memberships CASCADE;
