--liquibase formatted sql

--changeset segmentation:idempotency_keys
-- Answers of requests that changed something, by the keys that their clients chose. A repeated request gets the first
-- answer again. The columns of the answer are NULL while the first request runs.
CREATE TABLE idempotency_keys (
    account_id bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
    key        text        NOT NULL CHECK (length(key) <= 255),
    created_at timestamptz NOT NULL DEFAULT now(),
    status     smallint,
    headers    jsonb,
    body       bytea,
    PRIMARY KEY (account_id, key),
    CHECK (num_nulls(status, headers, body) IN (0, 3))
);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
--rollback DROP TABLE idempotency_keys;
