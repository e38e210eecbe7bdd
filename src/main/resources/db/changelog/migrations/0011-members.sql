--liquibase formatted sql

--changeset segmentation:memberships_by_end
-- A segment's members in the order in which they leave.
CREATE INDEX memberships_segment_id_expires_at_idx ON memberships (segment_id, expires_at, user_id)
    WHERE expires_at IS NOT NULL;
--rollback DROP INDEX memberships_segment_id_expires_at_idx;

--changeset segmentation:member_lists
-- A list that somebody has pasted, as it was read: what they see before they confirm it, and what became of
-- it. Each entry is new (in new_ids), in the segment already (in member_ids), unknown, or doubled: it names
-- again what an earlier one names. The end is a duration from the confirmation, or an instant, or none.
CREATE TABLE member_lists (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    segment_id   bigint NOT NULL REFERENCES segments ON DELETE CASCADE,
    account_id   bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    ttl          interval,
    until        timestamptz CHECK (until IS NULL OR ttl IS NULL),
    new_ids      bigint[] NOT NULL,
    member_ids   bigint[] NOT NULL,
    unknown      text[] NOT NULL,
    doubled      text[] NOT NULL,
    confirmed_at timestamptz,
    added        bigint,
    already      bigint,
    gone         bigint,
    departed     bigint
);
CREATE INDEX member_lists_segment_id_idx ON member_lists (segment_id);
CREATE INDEX member_lists_account_id_idx ON member_lists (account_id);
CREATE INDEX member_lists_created_at_idx ON member_lists (created_at);
--rollback DROP TABLE member_lists;
