--liquibase formatted sql

--changeset segmentation:begin_act splitStatements:false stripComments:false runOnChange:true
-- Sets the account, the source and the note of all changes of memberships in the rest of this transaction. The first
-- operation writes the act (current_act), so an act without changes is not recorded. Without p_note, the note is the one
-- that this transaction has set before (segmentation.note).
CREATE OR REPLACE FUNCTION begin_act(p_kind act_kind, p_account_id bigint, p_note text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('segmentation.act_kind', p_kind::text, true),
            set_config('segmentation.act_account', coalesce(p_account_id::text, ''), true),
            set_config('segmentation.act_note', coalesce(p_note, current_setting('segmentation.note', true), ''), true),
            set_config('segmentation.act_undoes', '', true),
            set_config('segmentation.act_id', '', true);
END $$;
--rollback DROP FUNCTION begin_act;
