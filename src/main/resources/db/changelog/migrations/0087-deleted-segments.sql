--liquibase formatted sql

--changeset segmentation:deleted_segments
-- What a deleted segment was, so that the undo of its deletion creates it again with the same id. "owners" are the ids of
-- its owners. Only a deletion that removed members is an act, and can be undone.
CREATE TABLE deleted_segments (
    id             bigint PRIMARY KEY,
    act_id         bigint NOT NULL,
    name           text NOT NULL,
    description    text NOT NULL,
    assign_percent numeric(5, 2) NOT NULL,
    restricted     boolean NOT NULL,
    owners         bigint[] NOT NULL,
    created_at     timestamptz NOT NULL,
    created_by     bigint
);
CREATE INDEX deleted_segments_act_id_idx ON deleted_segments (act_id);
--rollback DROP TABLE deleted_segments;
