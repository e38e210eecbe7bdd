--liquibase formatted sql

--changeset segmentation:account_states
-- Everything that can act is an account: a person, or the token of a person's program, which has an owner. An account
-- without a hash has no password: it was invited, or signs in elsewhere. A deleted account keeps its row and login, so
-- that the history names it.
ALTER TABLE accounts
    ADD COLUMN full_name text CHECK (char_length(full_name) BETWEEN 1 AND 100),
    ADD COLUMN owner_id bigint REFERENCES accounts,
    ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
    ADD COLUMN deleted_at timestamptz,
    ADD CHECK (deleted_at IS NULL OR NOT enabled),
    ALTER COLUMN password_hash DROP NOT NULL,
    DROP CONSTRAINT accounts_login_check,
    ADD CONSTRAINT accounts_login_check
        CHECK (char_length(login) BETWEEN 1 AND CASE WHEN owner_id IS NULL THEN 64 ELSE 160 END);
CREATE INDEX accounts_owner_id_idx ON accounts (owner_id) WHERE owner_id IS NOT NULL;
--rollback DELETE FROM accounts WHERE owner_id IS NOT NULL;
--rollback UPDATE accounts SET password_hash = '' WHERE password_hash IS NULL;
--rollback ALTER TABLE accounts
--rollback     DROP COLUMN full_name, DROP COLUMN owner_id, DROP COLUMN must_change_password,
--rollback     DROP COLUMN deleted_at, ALTER COLUMN password_hash SET NOT NULL,
--rollback     ADD CONSTRAINT accounts_login_check CHECK (char_length(login) BETWEEN 1 AND 64);
