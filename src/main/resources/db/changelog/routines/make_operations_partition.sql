--liquibase formatted sql

--changeset segmentation:make_operations_partition splitStatements:false stripComments:false runOnChange:true
-- Creates the partition of the month (UTC) that contains p_date. Returns false if it already exists. Attaching a
-- complete table does not block readers of other months. Rows of that month in the default partition are moved over.
CREATE OR REPLACE FUNCTION make_operations_partition(p_date timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    v_from  timestamptz := date_trunc('month', p_date, 'UTC');
    v_to    timestamptz := date_trunc('month', v_from + interval '45 days', 'UTC');
    v_name  text := 'operations_' || to_char(v_from AT TIME ZONE 'UTC', 'YYYY_MM');
    v_stray boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.partitions', 0));
    IF to_regclass(v_name) IS NOT NULL THEN
        RETURN false;
    END IF;
    -- Writers wait: their rows of this month must not go to the default partition while the new one is created.
    LOCK TABLE ONLY operations IN SHARE ROW EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE %I (LIKE operations INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', v_name);
    SELECT EXISTS (SELECT FROM operations_default WHERE date >= v_from AND date < v_to) INTO v_stray;
    IF v_stray THEN
        -- A detached table has no append-only triggers, so its rows can be moved.
        ALTER TABLE operations DETACH PARTITION operations_default;
        EXECUTE format('INSERT INTO %I SELECT * FROM operations_default WHERE date >= $1 AND date < $2', v_name)
            USING v_from, v_to;
        DELETE FROM operations_default WHERE date >= v_from AND date < v_to;
    END IF;
    EXECUTE format('ALTER TABLE operations ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', v_name, v_from, v_to);
    IF v_stray THEN
        ALTER TABLE operations ATTACH PARTITION operations_default DEFAULT;
    END IF;
    EXECUTE format('CREATE TRIGGER operations_not_truncated BEFORE TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()', v_name);
    RETURN true;
END $$;
--rollback DROP FUNCTION make_operations_partition;
