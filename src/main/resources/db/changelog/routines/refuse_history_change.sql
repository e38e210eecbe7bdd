--liquibase formatted sql

--changeset segmentation:refuse_history_change splitStatements:false stripComments:false runOnChange:true
-- History is append-only, except for the notes of acts (keep_note_version). Every partition inherits the row triggers.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'SG006';
END $$;
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['operations', 'act_changes', 'end_changes', 'act_end_changes', 'note_changes',
                                   'segment_edits', 'acts'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_append_only BEFORE %2$s ON %1$s
                            FOR EACH ROW EXECUTE FUNCTION refuse_history_change()',
                       v_table, CASE v_table WHEN 'acts' THEN 'DELETE' ELSE 'UPDATE OR DELETE' END);
        EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_not_truncated BEFORE TRUNCATE ON %1$s
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()', v_table);
    END LOOP;
END $$;
-- Partitions inherit no triggers for statements.
CREATE OR REPLACE TRIGGER operations_not_truncated BEFORE TRUNCATE ON operations_default
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
--rollback DROP FUNCTION refuse_history_change CASCADE;
