--liquibase formatted sql

--changeset segmentation:session_families
-- A family is one sign-in of a program, or of a browser that is remembered. Tokens of an older version have no start,
-- address and device.
ALTER TABLE refresh_tokens
    ADD COLUMN browser boolean NOT NULL DEFAULT false,
    ADD COLUMN started_at timestamptz,
    ADD COLUMN address text,
    ADD COLUMN device text;
--rollback DELETE FROM refresh_tokens WHERE browser;
--rollback ALTER TABLE refresh_tokens
--rollback     DROP COLUMN browser, DROP COLUMN started_at, DROP COLUMN address, DROP COLUMN device;
