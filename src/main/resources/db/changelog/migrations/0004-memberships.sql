--liquibase formatted sql

--changeset segmentation:memberships
-- A user is in a segment now. No foreign keys: the triggers check users and segments once per statement,
-- where a key would check every row and cost as much as the insert itself.
CREATE TABLE memberships (
    user_id    bigint NOT NULL,
    segment_id bigint NOT NULL,
    expires_at timestamptz,
    added_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, segment_id)
);
CREATE INDEX memberships_segment_id_user_id_idx ON memberships (segment_id, user_id);
CREATE INDEX memberships_expires_at_idx ON memberships (expires_at) WHERE expires_at IS NOT NULL;
--rollback DROP TABLE memberships;
