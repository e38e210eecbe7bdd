--liquibase formatted sql

--changeset segmentation:report_openings
-- The latest downloads by the link of each report. The number is the value of reports.opened after the download. The
-- address of the client is stored only as a network. Downloads from before this table are only counted.
CREATE TABLE report_openings (
    report_id bigint NOT NULL REFERENCES reports ON DELETE CASCADE,
    number    bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    network   cidr CHECK (masklen(network) <= CASE family(network) WHEN 4 THEN 24 ELSE 48 END),
    program   text CHECK (program ~ '^[A-Za-z][A-Za-z0-9._-]{0,39}$'),
    PRIMARY KEY (report_id, number)
);
--rollback DROP TABLE report_openings;
