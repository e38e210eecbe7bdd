--liquibase formatted sql

--changeset segmentation:drive_withdrawals
-- When Google confirmed that the file of an ended report is no longer shared. Until then, instances try again after
-- "withdraw_after". Reports from before were revoked only after Google had confirmed it.
ALTER TABLE reports
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdraw_after timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN withdraw_tries integer NOT NULL DEFAULT 0;
UPDATE reports SET withdrawn_at = revoked_at WHERE place = 'DRIVE' AND revoked_at IS NOT NULL;
CREATE INDEX reports_withdraw_after_idx ON reports (withdraw_after) WHERE place = 'DRIVE' AND withdrawn_at IS NULL;
--rollback ALTER TABLE reports DROP COLUMN withdrawn_at, DROP COLUMN withdraw_after, DROP COLUMN withdraw_tries;

--changeset segmentation:drive_ends
-- Reports on Google Drive may have an end, as the others have.
ALTER TABLE reports DROP CONSTRAINT reports_check;
ALTER TABLE reports ADD CONSTRAINT reports_end_check CHECK (place = 'DRIVE' OR expires_at IS NOT NULL);
--rollback ALTER TABLE reports DROP CONSTRAINT reports_end_check;
--rollback UPDATE reports SET expires_at = NULL WHERE place = 'DRIVE';
--rollback ALTER TABLE reports ADD CONSTRAINT reports_check CHECK ((place = 'DRIVE') = (expires_at IS NULL));
