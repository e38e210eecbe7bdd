--liquibase formatted sql

--changeset segmentation:act_changes_expired
-- Whether memberships expired. The sweep writes up to 3,600 such acts an hour, and the pages of history show them as one
-- line. The indexes find the acts of people and the hours with expiries without reading the others.
ALTER TABLE act_changes ADD COLUMN expired boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE act_changes DROP COLUMN expired;

--changeset segmentation:act_changes_expired_before runInTransaction:false splitStatements:false
-- Marks the expiries of earlier versions, 20,000 acts in each transaction, because the table is locked while its rows
-- may be changed.
DO $$
DECLARE
    v_after bigint := 0;
    v_acts  bigint[];
BEGIN
    LOOP
        v_acts := ARRAY(SELECT id FROM acts WHERE kind = 'expiry' AND id > v_after ORDER BY id LIMIT 20000);
        EXIT WHEN cardinality(v_acts) = 0;
        ALTER TABLE act_changes DISABLE TRIGGER USER;
        UPDATE act_changes SET expired = true WHERE act_id = ANY (v_acts) AND NOT expired;
        ALTER TABLE act_changes ENABLE TRIGGER USER;
        COMMIT;
        v_after := v_acts[cardinality(v_acts)];
    END LOOP;
END $$;
--rollback empty

--changeset segmentation:act_changes_expired_idx runInTransaction:false
DROP INDEX CONCURRENTLY IF EXISTS act_changes_expired_idx;
CREATE INDEX CONCURRENTLY act_changes_expired_idx ON act_changes (act_at, act_id) INCLUDE (users) WHERE expired;
--rollback DROP INDEX CONCURRENTLY act_changes_expired_idx;

--changeset segmentation:act_changes_segment_id_expired_idx runInTransaction:false
DROP INDEX CONCURRENTLY IF EXISTS act_changes_segment_id_expired_idx;
CREATE INDEX CONCURRENTLY act_changes_segment_id_expired_idx ON act_changes (segment_id, expired, act_at, act_id)
    INCLUDE (users);
--rollback DROP INDEX CONCURRENTLY act_changes_segment_id_expired_idx;

--changeset segmentation:act_changes_segment_id_act_at_act_id_idx runInTransaction:false
-- The new index replaces it, so that changes of memberships write to as many indexes as before. The previous version
-- sorts the changes of a segment until its instances are stopped.
DROP INDEX CONCURRENTLY IF EXISTS act_changes_segment_id_act_at_act_id_idx;
--rollback CREATE INDEX CONCURRENTLY act_changes_segment_id_act_at_act_id_idx ON act_changes (segment_id, act_at, act_id);
