--liquibase formatted sql

--changeset segmentation:operations_ends
-- The ends of the memberships that began or ended, in the order of user_ids. NULL when none had an end. Operations of
-- earlier versions have no ends.
ALTER TABLE operations ADD COLUMN ends timestamptz[];
--rollback ALTER TABLE operations DROP COLUMN ends;
