--liquibase formatted sql

--changeset segmentation:user_search
-- Finds users by the beginning of their login or e-mail, in any collation. Compare with ~>=~ and ~<~, which
-- use these indexes whether or not the planner knows the text: LIKE needs to be planned for each one.
CREATE INDEX users_login_prefix_idx ON users (lower(login) text_pattern_ops);
CREATE INDEX users_email_prefix_idx ON users (lower(email) text_pattern_ops);
--rollback DROP INDEX users_login_prefix_idx, users_email_prefix_idx;
