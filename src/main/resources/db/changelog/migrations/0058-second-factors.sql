--liquibase formatted sql

--changeset segmentation:second_factors
-- The apps whose codes are asked for after the password. Secrets are encrypted. Without confirmed_at, the app is being
-- set up. Codes of time steps up to last_step were used.
CREATE TABLE authenticator_apps (
    account_id   bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    secret       bytea NOT NULL,
    last_step    bigint NOT NULL DEFAULT 0,
    confirmed_at timestamptz
);
-- They replace a lost app or passkey. Each is used once.
CREATE TABLE recovery_codes (
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    code_hash  bytea NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (account_id, code_hash)
);
-- Wrong codes in a row. The account has to wait until next_at before it enters another code.
CREATE TABLE code_attempts (
    account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    failures   integer NOT NULL DEFAULT 0,
    next_at    timestamptz
);
-- The roles that must have a second factor.
CREATE TABLE second_factor_roles (
    role text PRIMARY KEY CHECK (role IN ('ADMIN', 'EDITOR', 'VIEWER'))
);
--rollback DROP TABLE authenticator_apps, recovery_codes, code_attempts, second_factor_roles;
