--liquibase formatted sql

--changeset segmentation:make_operations_partitions splitStatements:false stripComments:false runOnChange:true
-- Creates every missing partition from the month of p_from to that of p_to, both included. Returns how many it
-- created.
CREATE OR REPLACE FUNCTION make_operations_partitions(p_from timestamptz, p_to timestamptz) RETURNS bigint
LANGUAGE sql AS $$
    SELECT count(*) FILTER (WHERE make_operations_partition(month AT TIME ZONE 'UTC'))
    FROM generate_series(date_trunc('month', p_from AT TIME ZONE 'UTC'), p_to AT TIME ZONE 'UTC', '1 month') AS month
$$;
--rollback DROP FUNCTION make_operations_partitions;
