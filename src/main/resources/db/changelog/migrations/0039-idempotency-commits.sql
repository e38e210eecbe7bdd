--liquibase formatted sql

--changeset segmentation:idempotency_keys_committed
-- Whether the change was committed. The transaction of the change sets it, so it is also true if the answer was lost.
ALTER TABLE idempotency_keys ADD COLUMN committed boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE idempotency_keys DROP COLUMN committed;
