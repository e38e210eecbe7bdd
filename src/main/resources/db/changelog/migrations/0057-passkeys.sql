--liquibase formatted sql

--changeset segmentation:passkeys
-- Passkeys sign an account in without a password. An authenticator knows the account by its handle, a random number
-- that says nothing about the person.
CREATE TABLE passkey_holders (
    account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    handle     bytea NOT NULL CONSTRAINT passkey_holders_handle_key UNIQUE
);
CREATE TABLE passkeys (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      bigint NOT NULL REFERENCES passkey_holders ON DELETE CASCADE,
    credential_id   bytea NOT NULL CONSTRAINT passkeys_credential_id_key UNIQUE,
    public_key      bytea NOT NULL,
    attestation     bytea NOT NULL,
    signature_count bigint NOT NULL,
    transports      text[] NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up       boolean NOT NULL,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    created_at      timestamptz NOT NULL DEFAULT now(),
    last_used_at    timestamptz
);
CREATE INDEX passkeys_account_id_idx ON passkeys (account_id);
--rollback DROP TABLE passkeys, passkey_holders;
