--liquibase formatted sql

--changeset segmentation:operations_of_segments runInTransaction:false splitStatements:false
-- The operations of one segment, user by user: who its members were at a moment (members_at). The months get their indexes
-- one after the other, so that writers wait for one month at most.
DO $$
DECLARE
    v_month regclass;
    v_index text;
BEGIN
    CREATE INDEX IF NOT EXISTS operations_segment_id_user_block_idx
        ON ONLY operations (segment_id, user_block, date, id);
    COMMIT;
    FOR v_month IN
        SELECT inhrelid FROM pg_inherits WHERE inhparent = 'operations'::regclass ORDER BY inhrelid
    LOOP
        CONTINUE WHEN EXISTS (
            SELECT FROM pg_inherits AS i JOIN pg_index AS x ON x.indexrelid = i.inhrelid
            WHERE i.inhparent = 'operations_segment_id_user_block_idx'::regclass AND x.indrelid = v_month);
        v_index := v_month || '_segment_id_user_block_idx';
        EXECUTE format('CREATE INDEX %I ON %s (segment_id, user_block, date, id)', v_index, v_month);
        EXECUTE format('ALTER INDEX operations_segment_id_user_block_idx ATTACH PARTITION %I', v_index);
        COMMIT;
    END LOOP;
END $$;
--rollback DROP INDEX operations_segment_id_user_block_idx;
