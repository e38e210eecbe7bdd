--liquibase formatted sql

--changeset segmentation:member_list_entries_table
-- The entries of a list of users, pasted or from a file, in their order. cells are all cells of the line, text is the one that
-- names the user, until is the line's own end, and problem is the reason why it cannot be read. A list is deleted with its
-- segment; the job that deletes old lists deletes the entries, because a foreign key would cost as much as storing them.
CREATE TABLE member_list_entries (
    list_id  bigint NOT NULL,
    position bigint NOT NULL,
    line     bigint NOT NULL,
    text     text NOT NULL,
    until    timestamptz,
    problem  text,
    cells    text[] NOT NULL,
    PRIMARY KEY (list_id, position)
);
--rollback DROP TABLE member_list_entries;

--changeset segmentation:member_list_files
-- The file and its columns: headers, the number of the column that names users (from 1), the field that all entries are matched
-- by (NULL: recognised), and whether lines have their own ends. checked is whether the dry run has ended. outcomes are those of
-- the entries, in their order. new_ends and member_ends are the lines' own ends of new_ids and member_ids. end_ids, gone_ids,
-- late_ids and departed_ids are users whose end changes, and who were deleted, added or removed after the dry run.
-- "replace" also removes the members that the list does not name (leaving of total members).
ALTER TABLE member_lists
    ALTER COLUMN new_ids SET DEFAULT '{}', ALTER COLUMN member_ids SET DEFAULT '{}',
    ALTER COLUMN unknown SET DEFAULT '{}', ALTER COLUMN doubled SET DEFAULT '{}',
    DROP CONSTRAINT member_lists_change_check,
    ADD CONSTRAINT member_lists_change_check CHECK (change IN ('add', 'remove', 'end', 'replace')),
    ADD COLUMN file_name text,
    ADD COLUMN headers text[] NOT NULL DEFAULT '{}',
    ADD COLUMN user_column integer NOT NULL DEFAULT 1,
    ADD COLUMN field text CHECK (field IN ('id', 'external_id', 'login', 'email')),
    ADD COLUMN ends boolean NOT NULL DEFAULT false,
    ADD COLUMN checked boolean NOT NULL DEFAULT true,
    ADD COLUMN outcomes text[] NOT NULL DEFAULT '{}',
    ADD COLUMN new_ends timestamptz[] NOT NULL DEFAULT '{}',
    ADD COLUMN member_ends timestamptz[] NOT NULL DEFAULT '{}',
    ADD COLUMN end_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN gone_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN late_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN departed_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN invalid bigint NOT NULL DEFAULT 0,
    ADD COLUMN leaving bigint NOT NULL DEFAULT 0,
    ADD COLUMN total bigint NOT NULL DEFAULT 0,
    ADD COLUMN removed bigint;
--rollback DELETE FROM member_lists WHERE change = 'replace';
--rollback ALTER TABLE member_lists DROP CONSTRAINT member_lists_change_check,
--rollback     ADD CONSTRAINT member_lists_change_check CHECK (change IN ('add', 'remove', 'end')),
--rollback     DROP COLUMN file_name, DROP COLUMN headers, DROP COLUMN user_column, DROP COLUMN field, DROP COLUMN ends,
--rollback     DROP COLUMN checked, DROP COLUMN outcomes, DROP COLUMN new_ends, DROP COLUMN member_ends, DROP COLUMN end_ids,
--rollback     DROP COLUMN gone_ids, DROP COLUMN late_ids, DROP COLUMN departed_ids, DROP COLUMN invalid, DROP COLUMN leaving,
--rollback     DROP COLUMN total, DROP COLUMN removed,
--rollback     ALTER COLUMN new_ids DROP DEFAULT, ALTER COLUMN member_ids DROP DEFAULT,
--rollback     ALTER COLUMN unknown DROP DEFAULT, ALTER COLUMN doubled DROP DEFAULT;
