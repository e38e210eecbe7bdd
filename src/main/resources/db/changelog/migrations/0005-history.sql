--liquibase formatted sql

--changeset segmentation:acts
CREATE TYPE act_kind AS ENUM ('page', 'api', 'import', 'percent', 'expiry', 'segment_deleted', 'undo');
-- One deliberate change. account_id is no foreign key: its check would lock the row of a busy account on every act.
CREATE TABLE acts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       act_kind NOT NULL,
    account_id bigint,
    note       text,
    at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
--rollback DROP TABLE acts; DROP TYPE act_kind;

--changeset segmentation:operations
CREATE TYPE operation_type AS ENUM ('added', 'deleted');
CREATE SEQUENCE operations_id_seq;
-- What one act did to one segment, a row per block of 64 user ids (user_block = user_id / 64): half a million
-- users are 8,000 rows, and one user's history is a range of the primary key. Every key contains user_block,
-- and no row straddles a block, so that the table can be distributed by it.
-- Why 64, measured with 3 million operations of single users (15 per user), a run or two each: recording 500,000 users
-- at once takes 2.2 s in blocks of 16, 0.45 s of 64, 1.6 s of 256 and 1.4 s of 1,000 (larger arrays are
-- compressed); finding one user's history takes 0.6, 1.7, 20 and 30 ms.
CREATE TABLE operations (
    id           bigint NOT NULL DEFAULT nextval('operations_id_seq'),
    act_id       bigint NOT NULL,
    segment_id   bigint NOT NULL,
    segment_name text NOT NULL,
    type         operation_type NOT NULL,
    date         timestamptz NOT NULL,
    user_block   bigint NOT NULL,
    user_count   integer NOT NULL,
    user_ids     bigint[] NOT NULL,
    PRIMARY KEY (user_block, date, id),
    CONSTRAINT operations_one_block CHECK (
        user_count = cardinality(user_ids)
        AND user_block = user_ids[1] / 64
        AND user_block = user_ids[user_count] / 64)
) PARTITION BY RANGE (date);
ALTER SEQUENCE operations_id_seq OWNED BY operations.id;
CREATE INDEX operations_date_id_idx ON operations (date, id) INCLUDE (user_count);
-- Holds what no month's partition takes, so that recording never fails.
CREATE TABLE operations_default PARTITION OF operations DEFAULT;
--rollback DROP TABLE operations; DROP TYPE operation_type;
