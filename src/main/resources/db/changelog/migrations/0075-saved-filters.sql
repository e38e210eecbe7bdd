--liquibase formatted sql

--changeset segmentation:saved_filters
-- The named filters of lists. Without an owner, a filter belongs to the team: all accounts that may see the list. A
-- filter of members applies to each segment.
CREATE TABLE saved_filters (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list       text NOT NULL CHECK (list IN ('HISTORY', 'MEMBERS', 'SEGMENTS', 'USERS', 'ENDS', 'AUDIT')),
    owner_id   bigint REFERENCES accounts ON DELETE CASCADE,
    name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    query      text NOT NULL CHECK (char_length(query) BETWEEN 1 AND 2000),
    created_by bigint REFERENCES accounts ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX saved_filters_name_key ON saved_filters (list, owner_id, lower(name)) NULLS NOT DISTINCT;
CREATE INDEX saved_filters_owner_id_idx ON saved_filters (owner_id);
CREATE INDEX saved_filters_created_by_idx ON saved_filters (created_by);
--rollback DROP TABLE saved_filters;
