--liquibase formatted sql

--changeset segmentation:member_list_changes
-- What a pasted list does to its users: adds them, removes them, or sets their end. What happens to the ends of users who
-- are members already: they stay, become later, or are set. The note of the act, and how many ends were changed or users
-- removed.
ALTER TABLE member_lists
    ADD COLUMN change text NOT NULL DEFAULT 'add' CHECK (change IN ('add', 'remove', 'end')),
    ADD COLUMN present text NOT NULL DEFAULT 'leave' CHECK (present IN ('leave', 'extend', 'set')),
    ADD COLUMN note text,
    ADD COLUMN changed bigint;
--rollback ALTER TABLE member_lists DROP COLUMN change, DROP COLUMN present, DROP COLUMN note, DROP COLUMN changed;
