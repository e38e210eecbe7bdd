--liquibase formatted sql

--changeset segmentation:record_segment_edits splitStatements:false stripComments:false runOnChange:true
-- Writes the history of an UPDATE of names and descriptions. A change outside an act, by SQL, is an act of the system.
CREATE OR REPLACE FUNCTION record_segment_edits() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    v_act bigint;
    v_at  timestamptz;
BEGIN
    IF NOT EXISTS (SELECT FROM before AS b JOIN after AS a USING (id)
                   WHERE (a.name, a.description) <> (b.name, b.description)) THEN
        RETURN NULL;
    END IF;
    IF coalesce(current_setting('segmentation.act_kind', true), '') = '' THEN
        INSERT INTO acts (kind) VALUES ('page') RETURNING id INTO v_act;
    ELSE
        v_act := current_act();
    END IF;
    v_at := (SELECT at FROM acts WHERE id = v_act);
    INSERT INTO segment_edits (act_id, act_at, segment_id, name_before, name_after, description_before, description_after)
    SELECT v_act, v_at, a.id, b.name, a.name, b.description, a.description
    FROM before AS b JOIN after AS a USING (id) WHERE (a.name, a.description) <> (b.name, b.description)
    ORDER BY a.id;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER segments_edited AFTER UPDATE ON segments
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION record_segment_edits();
--rollback DROP FUNCTION record_segment_edits CASCADE;
