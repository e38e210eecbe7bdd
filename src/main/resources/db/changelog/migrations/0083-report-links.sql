--liquibase formatted sql

--changeset segmentation:report_links
-- The name of a report and the person who gets it, for the list. "first_end" is the end that a link had before it was
-- extended: the signature of the link contains it, so that the link stays the same.
ALTER TABLE reports
    ADD COLUMN title text CHECK (char_length(title) BETWEEN 1 AND 100),
    ADD COLUMN recipient text CHECK (char_length(recipient) BETWEEN 1 AND 100),
    ADD COLUMN first_end timestamptz;
--rollback ALTER TABLE reports DROP COLUMN title, DROP COLUMN recipient, DROP COLUMN first_end;
