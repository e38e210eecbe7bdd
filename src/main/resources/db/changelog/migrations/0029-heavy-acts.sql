--liquibase formatted sql

--changeset segmentation:heavy_acts
-- The heavy requests that are running on all instances. A crash of the database ends them all, so the table needs no
-- log, and counting costs no write to the disk. There is no foreign key, because it would lock the account.
CREATE UNLOGGED TABLE heavy_acts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    kind       text NOT NULL,
    seen_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX heavy_acts_account_idx ON heavy_acts (account_id, kind);
--rollback DROP TABLE heavy_acts;
