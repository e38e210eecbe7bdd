--liquibase formatted sql

--changeset segmentation:replaced_password
-- The password hash that a reset removed. The person who may know the old password must not get it back.
ALTER TABLE account_links ADD COLUMN replaced_hash text;
--rollback ALTER TABLE account_links DROP COLUMN replaced_hash;
