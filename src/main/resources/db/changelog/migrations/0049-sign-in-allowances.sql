--liquibase formatted sql

--changeset segmentation:sign_in_allowances
-- How many more wrong passwords a login, an address or a browser may send. All instances share them, in the format of
-- bucket4j. The number of ids is bounded, so nobody can fill the disk. A crash of the database restores all allowances,
-- and counting costs no write to the disk. The time of expiry is in milliseconds since 1970.
CREATE UNLOGGED TABLE sign_in_allowances (
    id         bigint PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
--rollback DROP TABLE sign_in_allowances;
