--liquibase formatted sql

--changeset segmentation:active_memberships
-- The memberships that have not expired. Every reader uses it, so nobody waits for the job that removes expired ones.
CREATE VIEW active_memberships AS
SELECT user_id, segment_id, added_at, expires_at FROM memberships WHERE expires_at IS NULL OR expires_at > now();
--rollback DROP VIEW active_memberships;
