--liquibase formatted sql

--changeset segmentation:newest_members runInTransaction:false
-- A segment's members from the newest on. Built while memberships are written.
DROP INDEX CONCURRENTLY IF EXISTS memberships_segment_id_added_at_idx;
CREATE INDEX CONCURRENTLY memberships_segment_id_added_at_idx ON memberships (segment_id, added_at, user_id);
--rollback DROP INDEX CONCURRENTLY IF EXISTS memberships_segment_id_added_at_idx;
