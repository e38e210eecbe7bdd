--liquibase formatted sql

--changeset segmentation:reports_columns
-- The columns of the file in their order. NULL: the file is one of the previous version, which knew only "detailed".
ALTER TABLE reports ADD COLUMN columns text[];
--rollback ALTER TABLE reports DROP COLUMN columns;

--changeset segmentation:reports_format
-- The format of the file.
ALTER TABLE reports ADD COLUMN format text NOT NULL DEFAULT 'CSV' CHECK (format IN ('CSV', 'GZIP', 'XLSX', 'NDJSON'));
--rollback ALTER TABLE reports DROP COLUMN format;

--changeset segmentation:reports_raw
-- Whether formulas are not neutralised.
ALTER TABLE reports ADD COLUMN raw boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE reports DROP COLUMN raw;
