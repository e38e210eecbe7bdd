--liquibase formatted sql

--changeset segmentation:single_key_shortcuts
-- Whether single keys are shortcuts on the pages of an account.
ALTER TABLE accounts
    ADD COLUMN single_keys boolean NOT NULL DEFAULT true;
--rollback ALTER TABLE accounts DROP COLUMN single_keys;
