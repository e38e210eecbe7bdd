--liquibase formatted sql

--changeset segmentation:save_session splitStatements:false stripComments:false runOnChange:true
-- Saves the times of a session. A database that is read-only or has a full disk keeps the old ones, because each page
-- saves them: without this, no page could be read there. Attributes are saved by other statements, which it refuses.
CREATE OR REPLACE PROCEDURE save_session(
    p_session_id text, p_last_access_time bigint, p_max_inactive_interval integer, p_expiry_time bigint,
    p_principal_name text, p_primary_id char)
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT current_setting('transaction_read_only')::boolean THEN
        UPDATE sessions
        SET session_id = p_session_id, last_access_time = p_last_access_time,
            max_inactive_interval = p_max_inactive_interval, expiry_time = p_expiry_time,
            principal_name = p_principal_name
        WHERE primary_id = p_primary_id;
    END IF;
EXCEPTION WHEN disk_full THEN
    RAISE DEBUG 'The disk is full, so session % keeps its times', p_session_id;
END $$;
--rollback DROP PROCEDURE save_session;
