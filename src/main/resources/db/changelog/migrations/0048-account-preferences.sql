--liquibase formatted sql

--changeset segmentation:account_preferences
-- How an account reads the pages, in every browser. NULL: as the browser says.
ALTER TABLE accounts
    ADD COLUMN language text,
    ADD COLUMN time_zone text,
    ADD COLUMN theme text;
--rollback ALTER TABLE accounts DROP COLUMN language, DROP COLUMN time_zone, DROP COLUMN theme;
