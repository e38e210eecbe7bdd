--liquibase formatted sql

--changeset segmentation:report_choices
-- The format of the last file that an account chose, as in the address of the form.
CREATE TABLE report_choices (
    account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    options    text NOT NULL
);
--rollback DROP TABLE report_choices;
