--liquibase formatted sql

--changeset segmentation:acts_search
-- Pages of history walk these, newest or oldest first: all acts, those through some causes, those of an account.
CREATE INDEX acts_at_id_idx ON acts (at, id);
CREATE INDEX acts_kind_at_id_idx ON acts (kind, at, id);
CREATE INDEX acts_account_id_kind_at_id_idx ON acts (account_id, kind, at, id);
--rollback DROP INDEX acts_account_id_kind_at_id_idx; DROP INDEX acts_kind_at_id_idx; DROP INDEX acts_at_id_idx;

--changeset segmentation:segment_names
-- What segments are or were called: names find the history of those that are gone, too.
CREATE TABLE segment_names (
    segment_id bigint NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (segment_id, name)
);
CREATE INDEX segment_names_name_idx ON segment_names (lower(name) text_pattern_ops);
INSERT INTO segment_names (segment_id, name)
SELECT id, name FROM segments UNION SELECT segment_id, segment_name FROM operations;
--rollback DROP TABLE segment_names;

--changeset segmentation:accounts_staff
-- Staff among millions of users who signed up.
CREATE INDEX accounts_staff_idx ON accounts (lower(login)) WHERE role <> 'MEMBER';
--rollback DROP INDEX accounts_staff_idx;
