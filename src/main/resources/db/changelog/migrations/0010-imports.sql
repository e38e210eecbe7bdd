--liquibase formatted sql

--changeset segmentation:imports
-- One upload of users: first a dry run that changes nothing, then, if it is confirmed, the import in batches.
-- applied_line moves in the transaction of each batch, so that what broke off goes on where it stopped.
CREATE TABLE imports (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name      text NOT NULL,
    delimiter      text NOT NULL,
    columns        text[] NOT NULL,
    headers        text[] NOT NULL,
    ignored        text[] NOT NULL,
    account_id     bigint REFERENCES accounts ON DELETE SET NULL,
    state          text NOT NULL DEFAULT 'UPLOADED'
        CHECK (state IN ('UPLOADED', 'CHECKED', 'STARTED', 'DONE', 'DISCARDED')),
    rows           bigint NOT NULL DEFAULT 0,
    new_rows       bigint NOT NULL DEFAULT 0,
    known_rows     bigint NOT NULL DEFAULT 0,
    changed_rows   bigint NOT NULL DEFAULT 0,
    malformed_rows bigint NOT NULL DEFAULT 0,
    doubled_rows   bigint NOT NULL DEFAULT 0,
    examples       bigint[] NOT NULL DEFAULT '{}',
    applied_line   bigint NOT NULL DEFAULT 0,
    applied_rows   bigint NOT NULL DEFAULT 0,
    added          bigint NOT NULL DEFAULT 0,
    updated        bigint NOT NULL DEFAULT 0,
    unchanged      bigint NOT NULL DEFAULT 0,
    late           bigint NOT NULL DEFAULT 0,
    uploaded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    checked_at     timestamptz,
    finished_at    timestamptz,
    purged_at      timestamptz
);
CREATE INDEX imports_unpurged_idx ON imports (uploaded_at) WHERE purged_at IS NULL;
--rollback DROP TABLE imports;

--changeset segmentation:import_rows
-- The lines of an upload until they are purged. Logged: an unlogged table would be empty after a crash, and with
-- it the rest of an import that was under way. The dry run rewrites each row once, within its page.
CREATE TABLE import_rows (
    import_id   bigint NOT NULL,
    line        bigint NOT NULL,
    external_id text,
    login       text,
    email       text,
    verdict     text CHECK (verdict IN ('NEW', 'KNOWN', 'CHANGED', 'MALFORMED', 'DOUBLED', 'LATE')),
    reason      text,
    reason_arg  text,
    user_id     bigint,
    version     bigint,
    PRIMARY KEY (import_id, line)
) WITH (fillfactor = 50);
CREATE INDEX import_rows_rejected_idx ON import_rows (import_id, line) WHERE reason IS NOT NULL;
--rollback DROP TABLE import_rows;
