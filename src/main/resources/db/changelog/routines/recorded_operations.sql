--liquibase formatted sql

--changeset segmentation:recorded_operations splitStatements:false stripComments:false runOnChange:true
-- Returns the ids of the newest operations of one user since an instant, one per segment, in the order of
-- p_segment_ids.
-- The connection keeps the plan: planning for all months takes 0.3 ms, running takes 0.08 ms.
CREATE OR REPLACE FUNCTION recorded_operations(
    p_user_id bigint, p_segment_ids bigint[], p_type operation_type, p_since timestamptz) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = 'force_generic_plan' AS $$
BEGIN
    RETURN (
        SELECT array_agg(newest.id ORDER BY asked.position)
        FROM unnest(p_segment_ids) WITH ORDINALITY AS asked (segment_id, position)
        JOIN (SELECT segment_id, max(id) AS id
              FROM operations
              WHERE user_block = p_user_id / 64 AND date >= p_since AND type = p_type AND user_ids = ARRAY[p_user_id]
              GROUP BY segment_id) AS newest USING (segment_id));
END $$;
--rollback DROP FUNCTION recorded_operations;
