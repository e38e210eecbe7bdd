--liquibase formatted sql

--changeset segmentation:act_changes
-- What an act did, in numbers: a row for each segment and type of a statement, written by the triggers that write
-- the operations. "act_at" is when the act was done (acts.at), so that a segment's history can be walked in the order
-- of all history; "at" is the date of the newest of its operations, which for an expiry lies before.
CREATE TABLE act_changes (
    act_id       bigint NOT NULL,
    act_at       timestamptz NOT NULL,
    segment_id   bigint NOT NULL,
    segment_name text NOT NULL,
    type         operation_type NOT NULL,
    users        bigint NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX act_changes_act_id_idx ON act_changes (act_id);
CREATE INDEX act_changes_segment_id_act_at_act_id_idx ON act_changes (segment_id, act_at, act_id);
-- Opens an act into its users.
CREATE INDEX operations_act_id_user_block_idx ON operations (act_id, user_block);
--rollback DROP INDEX operations_act_id_user_block_idx; DROP TABLE act_changes;

--changeset segmentation:segment_sizes
-- Changes that are not yet counted in. Writers only add rows here, so that nobody waits for the counter of a busy
-- segment; fold_changes moves them to the two tables below, and readers add the three up (current_segment_sizes).
CREATE TABLE segment_changes (
    segment_id bigint NOT NULL,
    day        date NOT NULL,
    kind       act_kind NOT NULL,
    added      bigint NOT NULL,
    removed    bigint NOT NULL,
    at         timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- How many memberships a segment has, those that have expired and are not swept yet included.
CREATE TABLE segment_sizes (
    segment_id bigint PRIMARY KEY REFERENCES segments ON DELETE CASCADE,
    size       bigint NOT NULL,
    changed_at timestamptz NOT NULL
);
-- How many users entered and left a segment on a day (UTC), by cause. Stays when the segment goes.
CREATE TABLE segment_days (
    segment_id bigint NOT NULL,
    day        date NOT NULL,
    kind       act_kind NOT NULL,
    added      bigint NOT NULL,
    removed    bigint NOT NULL,
    PRIMARY KEY (segment_id, day, kind)
);
CREATE INDEX segment_days_day_idx ON segment_days (day);
--rollback DROP TABLE segment_days; DROP TABLE segment_sizes; DROP TABLE segment_changes;

--changeset segmentation:user_counts
-- The number of users, kept in the same way: changes that are not yet counted in, and the one row of the count.
CREATE TABLE user_changes (
    delta bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE TABLE user_counts (
    id    smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    users bigint NOT NULL
);
INSERT INTO user_counts (users) VALUES (0);
--rollback DROP TABLE user_counts; DROP TABLE user_changes;

--changeset segmentation:segments_version
-- Counts the changes of name and description, so that of two people at once the second is told.
ALTER TABLE segments ADD COLUMN version integer NOT NULL DEFAULT 1;
--rollback ALTER TABLE segments DROP COLUMN version;
