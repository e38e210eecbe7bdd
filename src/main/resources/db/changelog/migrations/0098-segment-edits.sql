--liquibase formatted sql

--changeset segmentation:segment_edits
-- The names and descriptions that acts changed, a row for each segment. A trigger on segments writes it
-- (record_segment_edits). Earlier changes were not recorded.
CREATE TABLE segment_edits (
    act_id             bigint NOT NULL,
    act_at             timestamptz NOT NULL,
    segment_id         bigint NOT NULL,
    name_before        text NOT NULL,
    name_after         text NOT NULL,
    description_before text NOT NULL,
    description_after  text NOT NULL
);
CREATE INDEX segment_edits_act_id_idx ON segment_edits (act_id);
CREATE INDEX segment_edits_segment_id_act_at_act_id_idx ON segment_edits (segment_id, act_at, act_id);
--rollback DROP TABLE segment_edits;
