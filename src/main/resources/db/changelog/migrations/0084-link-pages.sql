--liquibase formatted sql

--changeset segmentation:link_pages
-- Links with a page: a button on it opens the file. Links of earlier versions download at once. "password_hash" and
-- "max_openings" protect links with a page. "sha256" is the checksum of the uncompressed file.
ALTER TABLE reports
    ADD COLUMN page boolean NOT NULL DEFAULT false,
    ADD COLUMN password_hash text,
    ADD COLUMN max_openings bigint CHECK (max_openings > 0),
    ADD COLUMN sha256 text,
    ADD CONSTRAINT reports_protected_page CHECK (page OR (password_hash IS NULL AND max_openings IS NULL)) NOT VALID;
--rollback ALTER TABLE reports DROP COLUMN page, DROP COLUMN password_hash, DROP COLUMN max_openings, DROP COLUMN sha256;

--changeset segmentation:opening_visits
-- A visit of the page of a link counts once: the same visit may download the file again for an hour.
ALTER TABLE report_openings ADD COLUMN visit uuid;
--rollback ALTER TABLE report_openings DROP COLUMN visit;
