--liquibase formatted sql

--changeset segmentation:purge_audit_events splitStatements:false stripComments:false runOnChange:true
-- Deletes a batch of events whose time to be kept has ended, the oldest first. Instances that purge at the same time
-- take different ones. Returns their number.
CREATE OR REPLACE FUNCTION purge_audit_events(p_keep interval, p_batch integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    purged integer;
BEGIN
    PERFORM set_config('segmentation.purging_audit', 'on', true);
    DELETE FROM audit_events WHERE id IN (
        SELECT id FROM audit_events WHERE at < now() - p_keep ORDER BY at LIMIT p_batch FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS purged = ROW_COUNT;
    PERFORM set_config('segmentation.purging_audit', '', true);
    RETURN purged;
END $$;
--rollback DROP FUNCTION purge_audit_events;
