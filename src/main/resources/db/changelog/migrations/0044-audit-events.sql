--liquibase formatted sql

--changeset segmentation:audit_events
-- Who signed in, and who changed what about accounts, tokens and links. The account's login is copied, and nothing
-- refers to accounts, so that an event stays as it was recorded.
CREATE TABLE audit_events (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind       text NOT NULL,
    account_id bigint,
    login      text,
    subject    text,
    detail     text,
    address    text,
    device     text
);
CREATE INDEX audit_events_account_id_idx ON audit_events (account_id, id);
CREATE INDEX audit_events_kind_idx ON audit_events (kind, id);
CREATE INDEX audit_events_at_idx ON audit_events (at);
--rollback DROP TABLE audit_events;
