--liquibase formatted sql

--changeset segmentation:recurring_reports
-- Reports that are made again each day, week or month. report_id is the newest report, whose filter and columns the
-- next one gets. A run creates that report and moves next_at in one transaction, so that a killed instance loses none.
CREATE TABLE recurring_reports (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rhythm     text NOT NULL CHECK (rhythm IN ('DAILY', 'WEEKLY', 'MONTHLY')),
    target     text NOT NULL CHECK (target IN ('SAME_LINK', 'NEW_LINK', 'DRIVE', 'FILE')),
    account_id bigint REFERENCES accounts ON DELETE SET NULL,
    report_id  bigint NOT NULL REFERENCES reports,
    kept       interval NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    next_at    timestamptz NOT NULL,
    started_at timestamptz,
    paused_at  timestamptz,
    problem    text CHECK (problem IN ('OWNER', 'LINK'))
);
CREATE INDEX recurring_reports_next_at_idx ON recurring_reports (next_at) WHERE paused_at IS NULL;
CREATE INDEX recurring_reports_report_id_idx ON recurring_reports (report_id);
CREATE INDEX recurring_reports_account_id_idx ON recurring_reports (account_id);
--rollback DROP TABLE recurring_reports;

--changeset segmentation:reports_link_of
-- The report whose link opens this one: the file behind a link is replaced by that of a newer report.
ALTER TABLE reports ADD COLUMN link_of bigint REFERENCES reports ON DELETE SET NULL;
CREATE INDEX reports_link_of_idx ON reports (link_of);
--rollback ALTER TABLE reports DROP COLUMN link_of;
