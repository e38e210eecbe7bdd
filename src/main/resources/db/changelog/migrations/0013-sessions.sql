--liquibase formatted sql

--changeset segmentation:sessions
-- The pages' sign-ins, shared by all instances. The columns are Spring Session's.
CREATE TABLE sessions (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL CONSTRAINT sessions_session_id_key UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX sessions_expiry_time_idx ON sessions (expiry_time);
CREATE INDEX sessions_principal_name_idx ON sessions (principal_name);
CREATE TABLE sessions_attributes (
    session_primary_id char(36) NOT NULL REFERENCES sessions ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
--rollback DROP TABLE sessions_attributes, sessions;
