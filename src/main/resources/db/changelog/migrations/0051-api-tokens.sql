--liquibase formatted sql

--changeset segmentation:api_tokens
-- What is special about the accounts of programs. Their login is "name (login of the owner)". A token that was revoked
-- keeps its rows: the history names its account, and its program learns the reason.
CREATE TABLE api_tokens (
    account_id     bigint PRIMARY KEY REFERENCES accounts,
    name           text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    read_only      boolean NOT NULL,
    -- Kept beside the list of segments, which is empty after its last segment is deleted.
    segments_only  boolean NOT NULL,
    addresses      text[] NOT NULL,
    ends_at        timestamptz,
    last_used_at   timestamptz,
    last_used_from text
);

-- The SHA-256 hashes of the secrets. The one without an end is the current one.
CREATE TABLE api_token_secrets (
    hash        bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    account_id  bigint NOT NULL REFERENCES api_tokens,
    valid_until timestamptz
);
CREATE UNIQUE INDEX api_token_secrets_current_key ON api_token_secrets (account_id) WHERE valid_until IS NULL;
CREATE UNIQUE INDEX api_token_secrets_previous_key ON api_token_secrets (account_id) WHERE valid_until IS NOT NULL;

CREATE TABLE api_token_segments (
    account_id bigint NOT NULL REFERENCES api_tokens,
    segment_id bigint NOT NULL REFERENCES segments ON DELETE CASCADE,
    PRIMARY KEY (account_id, segment_id)
);
CREATE INDEX api_token_segments_segment_id_idx ON api_token_segments (segment_id);

CREATE TABLE api_token_uses (
    account_id bigint NOT NULL REFERENCES api_tokens,
    day        date NOT NULL,
    uses       bigint NOT NULL,
    PRIMARY KEY (account_id, day)
);
--rollback DROP TABLE api_token_uses, api_token_segments, api_token_secrets, api_tokens;
