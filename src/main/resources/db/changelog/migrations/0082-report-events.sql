--liquibase formatted sql

--changeset segmentation:report_events
-- What accounts did to a report after they made it. "ends_at" is the new end of an extended link. Revocations from before
-- this table have no row. Openings of links are in report_openings.
CREATE TABLE report_events (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_id  bigint NOT NULL REFERENCES reports ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('AGAIN', 'EXTENDED', 'CHANGED', 'REVOKED', 'REPLACED')),
    account_id bigint REFERENCES accounts ON DELETE SET NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    ends_at    timestamptz
);
CREATE INDEX report_events_report_id_idx ON report_events (report_id);
CREATE INDEX report_events_account_id_idx ON report_events (account_id);
--rollback DROP TABLE report_events;

--changeset segmentation:replaced_reports
-- A report that was shared again keeps its row. It is revoked, and names the report that took its place.
ALTER TABLE reports ADD COLUMN replaced_by bigint REFERENCES reports ON DELETE SET NULL;
CREATE INDEX reports_replaced_by_idx ON reports (replaced_by);
--rollback ALTER TABLE reports DROP COLUMN replaced_by;
