--liquibase formatted sql

--changeset segmentation:refuse_history_change splitStatements:false stripComments:false runOnChange:true
-- History is append-only, except for the notes of acts (keep_note_version). Every partition inherits the row triggers.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'SG006';
END $$;
CREATE OR REPLACE TRIGGER operations_append_only BEFORE UPDATE OR DELETE ON operations
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER operations_not_truncated BEFORE TRUNCATE ON operations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER operations_not_truncated BEFORE TRUNCATE ON operations_default
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER acts_append_only BEFORE DELETE ON acts
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER acts_not_truncated BEFORE TRUNCATE ON acts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER act_changes_append_only BEFORE UPDATE OR DELETE ON act_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER act_changes_not_truncated BEFORE TRUNCATE ON act_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER end_changes_append_only BEFORE UPDATE OR DELETE ON end_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER end_changes_not_truncated BEFORE TRUNCATE ON end_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER act_end_changes_append_only BEFORE UPDATE OR DELETE ON act_end_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER act_end_changes_not_truncated BEFORE TRUNCATE ON act_end_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER note_changes_append_only BEFORE UPDATE OR DELETE ON note_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER note_changes_not_truncated BEFORE TRUNCATE ON note_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER segment_edits_append_only BEFORE UPDATE OR DELETE ON segment_edits
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE OR REPLACE TRIGGER segment_edits_not_truncated BEFORE TRUNCATE ON segment_edits
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
--rollback DROP FUNCTION refuse_history_change CASCADE;
