--liquibase formatted sql

--changeset segmentation:company_identities
-- The people who signed in at their company's OpenID Connect provider. The provider guarantees that issuer and subject
-- identify a person for ever. Logins and e-mail addresses can pass to somebody else.
CREATE TABLE company_identities (
    issuer     text NOT NULL,
    subject    text NOT NULL,
    account_id bigint NOT NULL CONSTRAINT company_identities_account_id_key UNIQUE REFERENCES accounts ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject)
);
--rollback DROP TABLE company_identities;
