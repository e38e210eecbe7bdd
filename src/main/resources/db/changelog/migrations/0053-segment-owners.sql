--liquibase formatted sql

--changeset segmentation:segment_owners
-- Only its owners and administrators may change a restricted segment (require_segment_access). The owners of another
-- segment may restrict it. The row of a deleted account stays, but nobody can act as its owner any more.
ALTER TABLE segments ADD COLUMN restricted boolean NOT NULL DEFAULT false;
CREATE TABLE segment_owners (
    segment_id bigint NOT NULL REFERENCES segments ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    PRIMARY KEY (segment_id, account_id)
);
CREATE INDEX segment_owners_account_id_idx ON segment_owners (account_id);
--rollback DROP TABLE segment_owners;
--rollback ALTER TABLE segments DROP COLUMN restricted;
