--liquibase formatted sql

--changeset segmentation:act_changes_dated
-- Dates what was recorded before the triggers did; behind them, so that nothing comes undated afterwards.
ALTER TABLE act_changes DISABLE TRIGGER act_changes_append_only;
UPDATE act_changes AS c SET act_at = a.at FROM acts AS a WHERE a.id = c.act_id AND c.act_at IS NULL;
ALTER TABLE act_changes ENABLE TRIGGER act_changes_append_only;
ALTER TABLE act_changes ALTER COLUMN act_at SET NOT NULL;
--rollback ALTER TABLE act_changes ALTER COLUMN act_at DROP NOT NULL;
