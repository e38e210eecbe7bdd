--liquibase formatted sql

--changeset segmentation:signing_keys
-- The one key that signs access tokens when the settings name none: restarts and several instances share it.
CREATE TABLE signing_keys (
    id         smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    key        bytea NOT NULL CHECK (octet_length(key) >= 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
--rollback DROP TABLE signing_keys;

--changeset segmentation:refresh_tokens
-- Only the hash is kept. A family is what one sign-in led to; a token used twice condemns all of it.
CREATE TABLE refresh_tokens (
    token_hash bytea PRIMARY KEY,
    family     uuid NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_tokens_family_idx ON refresh_tokens (family);
CREATE INDEX refresh_tokens_account_id_idx ON refresh_tokens (account_id);
CREATE INDEX refresh_tokens_expires_at_idx ON refresh_tokens (expires_at);
--rollback DROP TABLE refresh_tokens;
