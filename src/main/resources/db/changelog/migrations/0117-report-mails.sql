--liquibase formatted sql

--changeset segmentation:report_mails
-- The address of the application and the language for the mail to the author when the report is ready.
ALTER TABLE reports ADD COLUMN mail_root text, ADD COLUMN mail_language text,
    ADD COLUMN mail text CHECK (mail IN ('WANTED', 'SENT', 'FAILED'));
ALTER TABLE recurring_reports ADD COLUMN mail_root text, ADD COLUMN mail_language text;
--rollback ALTER TABLE recurring_reports DROP COLUMN mail_root, DROP COLUMN mail_language;
--rollback ALTER TABLE reports DROP COLUMN mail_root, DROP COLUMN mail_language, DROP COLUMN mail;
