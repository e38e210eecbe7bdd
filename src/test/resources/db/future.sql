--liquibase formatted sql

--changeset segmentation:future_table labels:lowest-9.0.0
CREATE TABLE future (id bigint);
--rollback DROP TABLE future;

--changeset segmentation:future_column labels:other,lowest-10.0.0
ALTER TABLE future ADD COLUMN name text;
--rollback ALTER TABLE future DROP COLUMN name;
