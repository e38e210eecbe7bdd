--liquibase formatted sql

--changeset segmentation:try_make_operations_partitions splitStatements:false stripComments:false runOnChange:true
-- Creates missing partitions like make_operations_partitions, but waits only for a moment: while it waits for a long
-- read of the history, all writers wait for it. Returns false if it created none for this reason.
CREATE OR REPLACE FUNCTION try_make_operations_partitions(p_from timestamptz, p_to timestamptz) RETURNS boolean
LANGUAGE plpgsql SET lock_timeout = '200ms' AS $$
BEGIN
    PERFORM make_operations_partitions(p_from, p_to);
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$;
--rollback DROP FUNCTION try_make_operations_partitions;
