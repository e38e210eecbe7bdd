--liquibase formatted sql

--changeset segmentation:sample_users
-- The users with which somebody tries the application, so that all of them can be removed at once.
CREATE TABLE sample_users (
    user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE
);
--rollback DROP TABLE sample_users;
