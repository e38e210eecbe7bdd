--liquibase formatted sql

--changeset segmentation:report_events_changed
-- The settings of a link that an event changed, separated by commas.
ALTER TABLE report_events ADD COLUMN changed text;
--rollback ALTER TABLE report_events DROP COLUMN changed;

--changeset segmentation:report_events_limited
-- LIMITED: too many wrong passwords of a link. No account did that.
ALTER TABLE report_events
    DROP CONSTRAINT report_events_kind_check,
    ADD CONSTRAINT report_events_kind_check
        CHECK (kind IN ('AGAIN', 'EXTENDED', 'CHANGED', 'REVOKED', 'REPLACED', 'LIMITED')) NOT VALID;
--rollback DELETE FROM report_events WHERE kind = 'LIMITED';
--rollback ALTER TABLE report_events DROP CONSTRAINT report_events_kind_check, ADD CONSTRAINT report_events_kind_check CHECK (kind IN ('AGAIN', 'EXTENDED', 'CHANGED', 'REVOKED', 'REPLACED'));
