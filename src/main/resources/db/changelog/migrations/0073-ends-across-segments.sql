--liquibase formatted sql

--changeset segmentation:ends_across_segments runInTransaction:false
-- The memberships of all segments, the next to expire first. Many of them may have the same end, so the page that lists
-- them needs the other columns. With "+ 0", lists of one segment keep to the index of each segment. Built while
-- memberships are written.
DROP INDEX CONCURRENTLY IF EXISTS memberships_ends_idx;
CREATE INDEX CONCURRENTLY memberships_ends_idx ON memberships (expires_at, (segment_id + 0), user_id)
    WHERE expires_at IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY IF EXISTS memberships_ends_idx;

--changeset segmentation:ends_in_one_index runInTransaction:false
-- The job that removes expired memberships uses the new index.
DROP INDEX CONCURRENTLY IF EXISTS memberships_expires_at_idx;
--rollback CREATE INDEX CONCURRENTLY IF NOT EXISTS memberships_expires_at_idx ON memberships (expires_at)
--rollback     WHERE expires_at IS NOT NULL;
