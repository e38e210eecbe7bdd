--liquibase formatted sql

--changeset segmentation:user_lists
-- Users of filters that are too many for an address. The key is a digest of the users, so that one list has one address.
CREATE TABLE user_lists (
    key text PRIMARY KEY,
    user_ids bigint[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
--rollback DROP TABLE user_lists;
