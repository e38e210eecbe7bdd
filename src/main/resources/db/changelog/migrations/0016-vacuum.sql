--liquibase formatted sql

--changeset segmentation:memberships_vacuum
-- Cleans up after a hundredth of the table, not after a fifth of it. A deleted segment leaves a long run of dead entries at
-- the end of an index, where the planner looks for the highest segment with every query that joins both tables.
-- Always the indexes too: rows that entered together lie together, on too few pages for the server to bother.
ALTER TABLE memberships SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 10000,
    vacuum_index_cleanup = on);
--rollback ALTER TABLE memberships RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
--rollback     vacuum_index_cleanup);
