--liquibase formatted sql

--changeset segmentation:report_watches
-- The reports in work whose end the pages announce to their author, once.
CREATE TABLE report_watches (
    report_id bigint PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE
);
CREATE INDEX report_watches_account_idx ON report_watches (account_id);
--rollback DROP TABLE report_watches;
