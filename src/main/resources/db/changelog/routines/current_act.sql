--liquibase formatted sql

--changeset segmentation:current_act splitStatements:false stripComments:false runOnChange:true
-- Returns the id of this transaction's act. The first call writes the act. Refuses (SG005) when the transaction has
-- not called begin_act, so every change of a membership has a source.
CREATE OR REPLACE FUNCTION current_act() RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_act  bigint := nullif(current_setting('segmentation.act_id', true), '');
    v_kind text := nullif(current_setting('segmentation.act_kind', true), '');
BEGIN
    IF v_act IS NOT NULL THEN
        RETURN v_act;
    END IF;
    IF v_kind IS NULL THEN
        RAISE EXCEPTION 'memberships change within an act only'
            USING ERRCODE = 'SG005', HINT = 'Call begin_act(kind, account_id, note) first, in the same transaction.';
    END IF;
    INSERT INTO acts (kind, account_id, note, undoes)
    VALUES (v_kind::act_kind,
            nullif(current_setting('segmentation.act_account', true), '')::bigint,
            nullif(current_setting('segmentation.act_note', true), ''),
            nullif(current_setting('segmentation.act_undoes', true), '')::bigint)
    RETURNING id INTO v_act;
    PERFORM set_config('segmentation.act_id', v_act::text, true);
    RETURN v_act;
END $$;
--rollback DROP FUNCTION current_act;
