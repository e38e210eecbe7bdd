--liquibase formatted sql

--changeset segmentation:member_list_entries
-- The entries of a pasted list in their order, the user that each one names, and the field that matched. A list is
-- read again from its entries when the account decides which field its numbers are. An entry that fits several users
-- is ambiguous and names none of them.
ALTER TABLE member_lists
    ADD COLUMN entries text[] NOT NULL DEFAULT '{}',
    ADD COLUMN entry_users bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN entry_fields text[] NOT NULL DEFAULT '{}',
    ADD COLUMN ambiguous text[] NOT NULL DEFAULT '{}',
    ADD COLUMN numbers text CHECK (numbers IN ('id', 'external_id', 'login'));
--rollback ALTER TABLE member_lists DROP COLUMN entries, DROP COLUMN entry_users, DROP COLUMN entry_fields,
--rollback     DROP COLUMN ambiguous, DROP COLUMN numbers;
