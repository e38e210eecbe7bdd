--liquibase formatted sql

--changeset segmentation:keep_note_version splitStatements:false stripComments:false runOnChange:true
-- Only the note of an act can be changed (SG006), and only by an account (segmentation.note_account). Its former note is
-- kept.
CREATE OR REPLACE FUNCTION keep_note_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'note' <> to_jsonb(OLD) - 'note'
       OR coalesce(current_setting('segmentation.note_account', true), '') = '' THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'SG006';
    END IF;
    INSERT INTO note_changes (act_id, before, after, account_id)
    VALUES (OLD.id, OLD.note, NEW.note, current_setting('segmentation.note_account')::bigint);
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER acts_note_kept BEFORE UPDATE ON acts
    FOR EACH ROW EXECUTE FUNCTION keep_note_version();
--rollback DROP FUNCTION keep_note_version CASCADE;
