--liquibase formatted sql

--changeset segmentation:reports
-- What was prepared or shared, and the part of the history it holds: "query" as it stood in the address of the page,
-- for people; the rest as it was understood then, so that preparing it again means the same. It is there once it has
-- ready_at; before, its task tells how it stands. FILE: for staff to download; LINK: for whoever has the link; DRIVE: a
-- file on Google Drive.
CREATE TABLE reports (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name              text NOT NULL,
    place             text NOT NULL CHECK (place IN ('FILE', 'LINK', 'DRIVE')),
    account_id        bigint REFERENCES accounts ON DELETE SET NULL,
    query             text NOT NULL,
    date_from         timestamptz NOT NULL,
    date_to           timestamptz NOT NULL,
    user_ids          bigint[] NOT NULL,
    segment_ids       bigint[] NOT NULL,
    kinds             act_kind[] NOT NULL,
    filter_account_id bigint,
    separator         text NOT NULL,
    byte_order_mark   boolean NOT NULL,
    detailed          boolean NOT NULL,
    task_id           bigint,
    created_at        timestamptz NOT NULL DEFAULT now(),
    expires_at        timestamptz,
    ready_at          timestamptz,
    lines             bigint,
    bytes             bigint,
    drive_file_id     text,
    drive_link        text,
    revoked_at        timestamptz,
    opened            bigint NOT NULL DEFAULT 0,
    opened_at         timestamptz,
    CHECK ((place = 'DRIVE') = (expires_at IS NULL)),
    CHECK (place <> 'DRIVE' OR ready_at IS NULL OR (drive_file_id IS NOT NULL AND drive_link IS NOT NULL))
);
CREATE INDEX reports_drive_file_id_idx ON reports (drive_file_id);
CREATE INDEX reports_expires_at_idx ON reports (expires_at);
--rollback DROP TABLE reports;

--changeset segmentation:report_pieces
-- The files themselves, compressed by gzip and cut: every instance can serve them. They are compressed already.
CREATE TABLE report_pieces (
    report_id bigint NOT NULL REFERENCES reports ON DELETE CASCADE,
    number    integer NOT NULL,
    content   bytea NOT NULL,
    PRIMARY KEY (report_id, number)
);
ALTER TABLE report_pieces ALTER COLUMN content SET STORAGE EXTERNAL;
--rollback DROP TABLE report_pieces;
