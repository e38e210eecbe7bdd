--liquibase formatted sql

--changeset segmentation:confirmed_emails
-- Whether a mail to the address reached the person: an invitation was accepted, or the company's provider says so. Only
-- such an address is out of reach for others. Until now nothing told, so all addresses of staff count as confirmed.
ALTER TABLE accounts ADD COLUMN email_confirmed boolean NOT NULL DEFAULT false;
UPDATE accounts SET email_confirmed = true WHERE email IS NOT NULL AND role <> 'MEMBER';
--rollback ALTER TABLE accounts DROP COLUMN email_confirmed;
