--liquibase formatted sql

--changeset segmentation:account_links
-- One-time links: an invitation makes an account, and a reset lets an account choose a new password. Only the SHA-256
-- hash of a link is kept. An address has one open invitation, and an account has one open reset.
CREATE TABLE account_links (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('INVITATION', 'RESET')),
    link_hash  bytea NOT NULL UNIQUE CHECK (octet_length(link_hash) = 32),
    account_id bigint REFERENCES accounts ON DELETE CASCADE,
    address    text CHECK (char_length(address) BETWEEN 1 AND 64),
    staff_role text CHECK (staff_role IN ('VIEWER', 'EDITOR', 'ADMIN')),
    made_by    bigint REFERENCES accounts ON DELETE SET NULL,
    made_at    timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CHECK (CASE kind WHEN 'RESET' THEN account_id IS NOT NULL ELSE address IS NOT NULL AND staff_role IS NOT NULL END)
);
CREATE UNIQUE INDEX account_links_address_key ON account_links (lower(address)) WHERE used_at IS NULL;
CREATE UNIQUE INDEX account_links_account_id_key ON account_links (account_id) WHERE kind = 'RESET' AND used_at IS NULL;
CREATE INDEX account_links_account_id_idx ON account_links (account_id);
CREATE INDEX account_links_made_by_idx ON account_links (made_by);
CREATE INDEX account_links_expires_at_idx ON account_links (expires_at);
--rollback DROP TABLE account_links;
